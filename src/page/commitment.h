/* page/commitment.h - what a reader of the page understood, and promised.
 *
 * A reply says in the reader's own words what they understood, and what they
 * will do, by when. It is hers: sealed under her key, written once. She says
 * whether it is right, and she alone closes what was promised; no state says
 * that somebody failed.
 * Source: R44 to R46, R73, R121; never-list 10 and 14.
 */
#ifndef PAGE_COMMITMENT_H
#define PAGE_COMMITMENT_H

#include "base/date.h"
#include "visits/visit.h"

enum {
    REPLY_WORDS_MAX = 600, /* characters */
    REPLY_SAID_MAX = 300,
    COMMITMENT_WORDS_MAX = 160,
    COMMITMENTS_A_REPLY = 3,
    COMMITMENT_DAYS_MAX = 370,
    REPLIES_A_DAY = 10, /* of one reader to one page */
    REPLIES_SHOWN = 20
};

/* Her word on a reply. Stored: append only. */
enum reply_answer { REPLY_OPEN, REPLY_RIGHT, REPLY_NOT_QUITE };

/* Stored: append only. */
enum commitment_state { COMMITMENT_OPEN, COMMITMENT_DONE, COMMITMENT_CHANGED };

struct commitment {
    int64_t id, reply;
    struct visit_id visit;
    int64_t author;    /* person or link */
    const char *who;   /* their name, as she calls them */
    const char *words; /* 1..COMMITMENT_WORDS_MAX characters */
    struct date due;   /* DATE_NONE: no day */
    enum commitment_state state;
    const char *came; /* what came of it, in her words; "" */
};

struct commitments {
    struct commitment *at;
    size_t n, cap;
};

struct reply {
    int64_t id, page, author;
    const char *who;   /* their name, as she calls them */
    int version;       /* of the page that was read */
    const char *words; /* 1..REPLY_WORDS_MAX characters */
    int64_t at;
    enum reply_answer answer;
    const char *said; /* "" */
    struct commitments will;
};

struct replies {
    struct reply *at; /* newest first */
    size_t n, cap;
};

/* Write back about a page that the actor may read now; r->page, words and will
 * (words, due) are set. Sets r->id.
 * Errors: ERR_NOTFOUND; ERR_INVALID "words", "will-N", "due-N" (N from 0);
 * ERR_CONFLICT after REPLIES_A_DAY. */
MUST_CHECK bool reply_add(struct ctx *cx, struct reply *r, int version);

/* What came back about a page: to her, all of it; to a reader, their own.
 * Two queries. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool reply_list(struct ctx *cx, struct person_id whose, int64_t page,
                           struct replies *out);

/* She says whether it is right; said "" or her words. Once.
 * Errors: ERR_NOTFOUND when the actor may not; ERR_CONFLICT when there is no
 * such reply to answer any more; ERR_INVALID "said" (too long, or nothing
 * behind "not quite"). */
MUST_CHECK bool reply_answer(struct ctx *cx, struct person_id whose,
                             int64_t reply, enum reply_answer answer,
                             const char *said);

/* She moves what was promised. Errors: ERR_NOTFOUND; ERR_INVALID "came". */
MUST_CHECK bool commitment_move(struct ctx *cx, struct person_id whose,
                                int64_t commitment, enum commitment_state state,
                                const char *came);

/* The newest reply she has not answered; visit {0} when there is none. */
struct reply_waiting {
    struct visit_id visit;
    const char *who;
};

/* Owns: cx->mem. Errors: ERR_NOTFOUND when the actor may not. */
MUST_CHECK bool reply_newest_open(struct ctx *cx, struct person_id whose,
                                  struct reply_waiting *out);

/* What others will do for her and is open, the soonest first; no day last.
 * One query, and one for names. Owns: cx->mem. */
MUST_CHECK bool commitment_list_open(struct ctx *cx, struct person_id whose,
                                     int limit, struct commitments *out);

#endif
