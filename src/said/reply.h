/* said/reply.h - what a reader understood, and her word on it.
 *
 * A reply says in the reader's own words what they understood. What they will
 * do, by when, goes with it as promises of theirs; in a mediation these are
 * proposed, and promised when she says yes. It is hers: sealed under her key,
 * written once. She says whether it is right.
 * Source: R44 to R46, R73, R121; never-list 10 and 14.
 */
#ifndef SAID_REPLY_H
#define SAID_REPLY_H

#include "said/said.h"

enum {
    REPLY_WORDS_MAX = 600, /* characters */
    REPLY_SAID_MAX = 300,
    PROMISE_WORDS_MAX = 160,
    PROMISES_A_REPLY = 3,
    PROMISE_DAYS_MAX = 370,
    REPLIES_A_DAY = 10, /* of one reader to one thing */
    REPLIES_SHOWN = 20
};

/* Her word on a reply. Stored: append only. */
enum reply_answer { REPLY_OPEN, REPLY_RIGHT, REPLY_NOT_QUITE };

/* One thing somebody will do. */
struct will {
    const char *words; /* 1..PROMISE_WORDS_MAX characters; "": none */
    struct date due;   /* DATE_NONE: no day */
};

struct wills {
    struct will *at;
    size_t n, cap;
};

struct reply {
    int64_t id, author;
    struct said_id thing;
    const char *who;   /* the author's name, as she calls them */
    int version;       /* of what was read */
    const char *words; /* 1..REPLY_WORDS_MAX characters */
    int64_t at;
    enum reply_answer answer;
    const char *said;      /* hers; "" */
    struct saids promises; /* that went with it; about is the reply */
};

struct replies {
    struct reply *at; /* newest first */
    size_t n, cap;
};

/* Write back about what the actor may read now; r->thing, version and words are
 * set. Sets r->id.
 * Errors: ERR_NOTFOUND; ERR_INVALID "words", "will-N" (none by its day),
 * "due-N" (N from 0); ERR_CONFLICT after REPLIES_A_DAY, or when it is over. */
MUST_CHECK bool reply_add(struct ctx *cx, struct reply *r,
                          const struct wills *will);

/* What came back about a thing: to her, all of it; to a reader, their own, and
 * about a side of a mediation all of it too: it is between those she named.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool reply_list(struct ctx *cx, struct person_id whose,
                           struct said_id thing, struct replies *out);

/* She says whether it is right; said "" or her words. Once.
 * Errors: ERR_NOTFOUND; ERR_CONFLICT when there is no such reply to answer any
 * more, or the mediation it belongs to was ended; ERR_INVALID "said" (too long,
 * or nothing behind "not quite"). */
MUST_CHECK bool reply_answer(struct ctx *cx, struct person_id whose,
                             int64_t reply, enum reply_answer answer,
                             const char *said);

/* The newest reply about a thing of these kinds (1 << said_kind, or-ed) that
 * she has not answered; thing {0} when there is none. */
struct reply_waiting {
    struct said_id thing;
    int64_t about;
    const char *who;
};

/* Owns: cx->mem. Errors: ERR_NOTFOUND when the actor may not. */
MUST_CHECK bool reply_newest_open(struct ctx *cx, struct person_id whose,
                                  unsigned kinds, struct reply_waiting *out);

/* A day somebody may promise something for. Errors: ERR_INVALID field. */
MUST_CHECK bool promise_day_fits(struct ctx *cx, struct date due,
                                 const char *field);

#endif
