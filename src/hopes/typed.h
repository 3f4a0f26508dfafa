/* hopes/typed.h - a hope that a peer types beside her.
 *
 * She begins one and lets a peer who walks with her type it (TOPIC_TYPING, of
 * that one); for a hope she let a peer see, the peer may type other words.
 * Either is nothing of hers until she says yes, in those words or her own.
 * Source: R32, R44; day 5.1, 10:00.
 */
#ifndef HOPES_TYPED_H
#define HOPES_TYPED_H

#include "hopes/goal.h"

enum { TYPED_MAX = 5 /* begun, at one time */ };

struct typed {
    int64_t id, goal; /* goal 0: a new one */
    struct person_id person, by;
    const char *by_name; /* who typed it; "" */
    struct wish as;
};

struct typeds {
    struct typed *at; /* newest first */
    size_t n, cap;
};

/* --- hers --- */

/* This peer types it from now on, over these words or none. Errors:
 * ERR_NOTFOUND; ERR_INVALID "words", "peer"; ERR_CONFLICT: TYPED_MAX. */
MUST_CHECK bool typed_begin(struct ctx *cx, struct wish as,
                            struct person_id peer, int64_t *id);

/* All that waits for her yes: nothing of a hope that is kept for her. Owns:
 * cx->mem. */
MUST_CHECK bool typed_list(struct ctx *cx, struct typeds *out);

/* Who can type it at this second: the first name; "": nobody. Owns: cx->mem. */
MUST_CHECK bool typed_who(struct ctx *cx, int64_t id, const char **first);

/* She says it so: *goal is that hope. Nobody types it any more. Errors: as
 * goal_add(), goal_rename(). */
MUST_CHECK bool typed_yes(struct ctx *cx, int64_t id, struct wish as,
                          int64_t *goal);

/* Its words are gone. Errors: ERR_NOTFOUND. */
MUST_CHECK bool typed_away(struct ctx *cx, int64_t id);

/* --- hers, and of the peer who types it --- */

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool typed_get(struct ctx *cx, struct person_id whose, int64_t id,
                          struct typed *out);

/* --- the peer's --- */

/* A new one. Errors: ERR_NOTFOUND; ERR_INVALID "words". */
MUST_CHECK bool typed_write(struct ctx *cx, struct person_id whose, int64_t id,
                            struct wish as);

/* Other words for one the peer may see, over what they typed before. Errors:
 * ERR_NOTFOUND; ERR_INVALID "hope"; ERR_CONFLICT: it is kept. */
MUST_CHECK bool typed_offer(struct ctx *cx, struct person_id whose,
                            int64_t goal, struct wish as);

/* What the actor typed for this one and she has not answered; id 0: nothing.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool typed_offered(struct ctx *cx, struct person_id whose,
                              int64_t goal, struct typed *out);

/* The new ones that the actor may type for this person: id alone. Owns:
 * cx->mem. */
MUST_CHECK bool typed_list_near(struct ctx *cx, struct person_id whose,
                                struct typeds *out);

#endif
