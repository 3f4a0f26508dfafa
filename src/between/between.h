/* between/between.h - how it has been between visits: a few taps a day.
 *
 * Sleep, and up to four lines of the person's own choosing in her own words;
 * and what happened in her life, on a day. A day she says nothing about is a
 * day nothing is known about: it is never filled in, never carried over, never
 * counted as a no. Nobody but her sees any of it until she puts a line on a
 * page and shares that page.
 * Source: R72; never-list 9.
 */
#ifndef BETWEEN_BETWEEN_H
#define BETWEEN_BETWEEN_H

#include "base/ctx.h"
#include "base/date.h"
#include "frame/actor.h"

enum {
    LINE_OWN_MAX = 4,     /* lines besides sleep */
    LINE_NAME_MAX = 40,   /* characters */
    EVENT_WORDS_MAX = 90, /* characters */
    EVENTS_A_YEAR = 200,  /* more in one look are left out, oldest first */
    BETWEEN_DAYS_MAX = 370,
    VALUE_NONE = -1,   /* nothing said for this day */
    VALUE_MAX = 99999, /* 9999.9 */
};

/* What is tapped for a day. Stored: append only. */
enum line_kind {
    LINE_SLEEP,  /* 1 badly .. 4 well; SLEEP_TOO_MUCH */
    LINE_SCALE,  /* 1 hard .. 4 good */
    LINE_YES_NO, /* 1 no, 2 yes */
    LINE_NUMBER, /* tenths, 0..VALUE_MAX: 98.6 is 986 */
    LINE_KINDS
};

/* Neither better nor worse than badly: drawn at the height of 2, with a mark
 * of its own (docs/sources.md). */
enum { SLEEP_TOO_MUCH = 5 };

struct line {
    int64_t id;
    enum line_kind kind;
    const char *name; /* her word for it; "" for sleep */
};

struct lines {
    struct line *at; /* sleep first, then in the order they were chosen */
    size_t n, cap;
};

struct event {
    int64_t id;
    struct date day;
    const char *words;
};

struct events {
    struct event *at; /* oldest first */
    size_t n, cap;
};

/* One tap: a value of a line; VALUE_NONE takes back what was said. */
struct tap {
    int64_t line;
    int value;
};

struct taps {
    struct tap *at;
    size_t n, cap;
};

/* A stretch of days, from the first on. */
struct between {
    struct date from;
    size_t days; /* 1..BETWEEN_DAYS_MAX */
    struct lines lines;
    const int *value; /* lines.n rows of days values; VALUE_NONE: missing */
    struct events events;
};

/* The words of a value, highest first: scale_words(LINE_SCALE, 4) is "Good", a
 * msgid; NULL for a value the kind does not have, and for numbers. */
const char *value_words(enum line_kind kind, int value);

/* What a person reads for a value: "Okay", "98.6"; "" for VALUE_NONE. Owns:
 * mem. */
const char *value_said(struct arena *mem, enum lang lang, enum line_kind kind,
                       int value);

/* "98.6" or "98,6" to 986; VALUE_NONE when s is anything else. */
int value_number(const char *s);

/* Start a line; sets l->id. Errors: ERR_INVALID "name", empty, too long, used
 * already, or one line too many. */
MUST_CHECK bool line_add(struct ctx *cx, struct person_id whose,
                         struct line *l);

/* Stop a line. What was said stays hers, out of sight; starting a line of the
 * same name and kind brings it back. Errors: ERR_NOTFOUND. */
MUST_CHECK bool line_stop(struct ctx *cx, struct person_id whose, int64_t line);

/* The lines she keeps now. Owns: cx->mem. */
MUST_CHECK bool line_list(struct ctx *cx, struct person_id whose,
                          struct lines *out);

/* Say, or say again, what a day was like. *batch: what undo takes back.
 * Errors: ERR_INVALID "day" for a day to come or more than a year ago, or
 * tap_field() when the line cannot hold it; ERR_NOTFOUND for a line of another.
 */
MUST_CHECK bool between_save(struct ctx *cx, struct person_id whose,
                             struct date day, const struct taps *taps,
                             int64_t *batch);

/* The form field of a line: "v1004". Owns: mem. */
const char *tap_field(struct arena *mem, int64_t line);

/* As it was before that save. Errors: ERR_CONFLICT when the day was said again
 * since; ERR_NOTFOUND. */
MUST_CHECK bool between_undo(struct ctx *cx, struct person_id whose,
                             int64_t batch);

/* Three queries, whatever the stretch. Owns: cx->mem. Errors: ERR_NOTFOUND when
 * the actor may not know. */
MUST_CHECK bool between_read(struct ctx *cx, struct person_id whose,
                             struct date from, size_t days,
                             struct between *out);

/* One line of a stretch: days values. */
const int *between_line(const struct between *b, size_t line);

/* Errors: ERR_INVALID "words" or "day". */
MUST_CHECK bool event_add(struct ctx *cx, struct person_id whose,
                          struct event *e);

/* Take it out, and put it back. Errors: ERR_NOTFOUND. */
MUST_CHECK bool event_remove(struct ctx *cx, struct person_id whose,
                             int64_t event);
MUST_CHECK bool event_restore(struct ctx *cx, struct person_id whose,
                              int64_t event);

#endif
