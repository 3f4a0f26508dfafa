/* helps/open.h - one line of what helps her, opened to one of her peers. */
#ifndef HELPS_OPEN_H
#define HELPS_OPEN_H

#include "helps/strategy.h"

/* This peer, who walks with her, reads it until she ends it; or does not any
 * more. Errors: ERR_NOTFOUND; ERR_INVALID "peer". */
MUST_CHECK bool strategy_open(struct ctx *cx, int64_t id,
                              struct person_id peer);
MUST_CHECK bool strategy_shut(struct ctx *cx, int64_t id,
                              struct person_id peer);

/* Each of her peers, and whether they read it now. */
struct opened {
    struct person peer;
    bool reads;
};

struct openeds {
    struct opened *at;
    size_t n, cap;
};

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool strategy_readers(struct ctx *cx, int64_t id,
                                 struct openeds *out);

/* Those of her lines that the actor, a peer who walks with her, reads: each is
 * in "Who saw my things". Without when she used it. Owns: cx->mem. */
MUST_CHECK bool strategy_opened(struct ctx *cx, struct person_id whose,
                                struct strategies *out);

/* How many there are, and no look at them. */
MUST_CHECK bool strategy_count_opened(struct ctx *cx, struct person_id whose,
                                      size_t *n);

#endif
