/* weighing/sheet.h - a sheet on which a person thinks a choice over.
 *
 * Hers alone: the ways she sees, what speaks for and against each, what matters
 * to her, her worries, her questions for her prescriber. It has no place for a
 * drug or a dose, nobody is told of it, and it goes into no note. A peer may
 * sit beside her and type as far as the rule on talking about medicine goes
 * (role/talk.h), asked at each use; what a peer typed counts for nothing before
 * she says yes to it. Source: R59, R81, R83.
 */
#ifndef WEIGHING_SHEET_H
#define WEIGHING_SHEET_H

#include "people/people.h"
#include "role/talk.h"
#include "visits/visit.h"

enum {
    SHEETS_MAX = 20,
    SHEET_OPTIONS = 3,
    SHEET_QUESTIONS = 3,  /* as many as getting ready asks for */
    SHEET_LINE_MAX = 200, /* characters */
    SHEET_ASK_MAX = 90,   /* as many as the page of a visit has room for */
    SHEET_TEXT_MAX = 1000
};

/* Stored: append only. */
enum sheet_part {
    SHEET_ABOUT,   /* what I am thinking about */
    SHEET_OPTION,  /* the first way; the next one is 3 further */
    SHEET_FOR,     /* what speaks for it */
    SHEET_AGAINST, /* what speaks against it */
    SHEET_MATTERS = SHEET_OPTION + 3 * SHEET_OPTIONS, /* what matters to me */
    SHEET_WORRIES,
    SHEET_ASK, /* my first question for my prescriber, and the next ones */
    SHEET_PARTS = SHEET_ASK + SHEET_QUESTIONS
};

/* The form field of a part: "about", "option-1", "for-1", "matters", "ask-1".
 */
const char *sheet_field(enum sheet_part p);

struct sheet_words {
    const char *words; /* hers; "" */
    const char *waits; /* typed for her */
    bool waiting;      /* it is not said yes to */
    bool open;         /* who acts sees it and may write it */
};

struct sheet {
    int64_t id;
    struct person_id person;
    int64_t changed;
    struct sheet_words part[SHEET_PARTS];
    enum talk rule; /* of who acts: a peer's; of her, TALK_OPEN */
    int64_t typed;  /* marks what waits: see sheet_yes(); 0: nothing does */
    struct person_id typist; /* who typed it */
};

struct sheets {
    struct sheet *at; /* of a list: only SHEET_ABOUT, and what waits */
    size_t n, cap;
};

/* Hers, the last changed first. Owns: cx->mem. */
MUST_CHECK bool sheet_list(struct ctx *cx, struct sheets *out);

/* To her; to a peer she lets sit beside her, while that peer walks with her and
 * the rule opens any of it. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool sheet_get(struct ctx *cx, struct person_id whose, int64_t id,
                          struct sheet *out);

/* A new one, with these words for its parts (NULL: none). Errors: ERR_INVALID
 * sheet_field(); ERR_CONFLICT: SHEETS_MAX. */
MUST_CHECK bool sheet_begin(struct ctx *cx,
                            const char *const words[SHEET_PARTS], int64_t *id);

/* Other words for its parts (NULL: as they are). Hers count; a peer's wait for
 * her yes, and what is not open to that peer stays as it is. Errors:
 * ERR_INVALID sheet_field(). */
MUST_CHECK bool sheet_write(struct ctx *cx, const struct sheet *s,
                            const char *const words[SHEET_PARTS]);

/* She says yes to all that waits, as marked by what she saw. Errors:
 * ERR_NOTFOUND; ERR_CONFLICT: more was typed since. */
MUST_CHECK bool sheet_yes(struct ctx *cx, int64_t id, int64_t seen);

/* She does not want what waits: her own words stay. Errors: ERR_NOTFOUND. */
MUST_CHECK bool sheet_no(struct ctx *cx, int64_t id);

/* Gone, words and all. Errors: ERR_NOTFOUND. */
MUST_CHECK bool sheet_away(struct ctx *cx, int64_t id);

/* Her questions go to getting ready for this visit (visits/bring.h). Errors:
 * ERR_NOTFOUND; ERR_INVALID "visit". */
MUST_CHECK bool sheet_take(struct ctx *cx, int64_t id, struct visit_id visit);

#endif
