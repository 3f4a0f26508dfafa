/* helps/open.h - one line of what helps her, or one habit, opened to one of her
 * peers. */
#ifndef HELPS_OPEN_H
#define HELPS_OPEN_H

#include "helps/strategy.h"
#include "sharing/permission.h"

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
MUST_CHECK bool open_readers(struct ctx *cx, struct about what,
                             struct openeds *out);

/* What she opened of a topic to the actor, a peer who walks with her; no look
 * at it. Owns: cx->mem. */
MUST_CHECK bool open_to_me(struct ctx *cx, struct person_id whose,
                           enum topic topic, struct permissions *out);

/* One line of what helps her, opened and closed. Errors: ERR_NOTFOUND;
 * ERR_INVALID "peer". */
MUST_CHECK bool strategy_open(struct ctx *cx, int64_t id,
                              struct person_id peer);
MUST_CHECK bool strategy_shut(struct ctx *cx, int64_t id,
                              struct person_id peer);
MUST_CHECK bool strategy_readers(struct ctx *cx, int64_t id,
                                 struct openeds *out);

/* This peer walks one of her habits with her, or does not any more. Errors: as
 * above. */
MUST_CHECK bool habit_walk_with(struct ctx *cx, int64_t id,
                                struct person_id peer);
MUST_CHECK bool habit_walk_alone(struct ctx *cx, int64_t id,
                                 struct person_id peer);

/* Those of her lines that the actor, a peer who walks with her, reads: each is
 * in "Who saw my things". Without when she used it. Owns: cx->mem. */
MUST_CHECK bool strategy_opened(struct ctx *cx, struct person_id whose,
                                struct strategies *out);

#endif
