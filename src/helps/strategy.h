/* helps/strategy.h - what helps her that is no pill: a list of her own.
 *
 * Private until she opens one line of it to one of her peers, who then reads
 * that line. Using one is a tap that keeps when it was last: it is counted
 * nowhere, and a line that is not used says nothing. Source: R58.
 */
#ifndef HELPS_STRATEGY_H
#define HELPS_STRATEGY_H

#include "people/people.h"

enum {
    STRATEGIES_MAX = 60,
    STRATEGY_LETTERS = 120 /* of each part */
};

struct strategy {
    int64_t id;
    struct person_id person;
    const char *words;  /* what I do: "Radio low" */
    const char *moment; /* when: "When I cannot sleep"; "" */
    const char *helps;  /* what it helps with; "" */
    bool copied;        /* from the shelf of peers */
    const char *from;   /* of that peer, the first name; "" when gone */
    int64_t used;       /* when last, in seconds; TIME_NONE: not yet */
};

struct strategies {
    struct strategy *at;
    size_t n, cap;
};

/* Hers, the last used first, then the newest. Owns: cx->mem. Errors:
 * ERR_NOTFOUND when who acts is not she. */
MUST_CHECK bool strategy_list(struct ctx *cx, struct person_id whose,
                              struct strategies *out);

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool strategy_get(struct ctx *cx, int64_t id, struct strategy *out);

/* Sets s->id; from: the peer it was copied from, {0}: nobody. Errors:
 * ERR_INVALID "words", "moment", "helps"; ERR_CONFLICT: STRATEGIES_MAX. */
MUST_CHECK bool strategy_add(struct ctx *cx, struct strategy *s,
                             struct person_id from);

/* Other words for it. Errors: ERR_NOTFOUND; ERR_INVALID as above. */
MUST_CHECK bool strategy_change(struct ctx *cx, const struct strategy *s);

/* She used it, just now. Errors: ERR_NOTFOUND. */
MUST_CHECK bool strategy_used(struct ctx *cx, int64_t id);

/* Gone for good, for whoever read it too. Errors: ERR_NOTFOUND. */
MUST_CHECK bool strategy_away(struct ctx *cx, int64_t id);

/* The words of each part fit. Errors: ERR_INVALID. */
MUST_CHECK bool strategy_fits(struct ctx *cx, const struct strategy *s);

#endif
