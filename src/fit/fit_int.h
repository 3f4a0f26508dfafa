/* fit/fit_int.h - private to this folder. */
#ifndef FIT_FIT_INT_H
#define FIT_FIT_INT_H

#include "fit/like.h"
#include "keys/keys.h"
#include "sharing/may.h"

/* All there ever was, also what was taken away: it may come back. Asks nobody's
 * leave. */
MUST_CHECK bool likes_read(struct ctx *cx, int64_t program,
                           struct person_id whose, struct likes *out);

struct place change_place(int64_t id, struct person_id whose);

static inline struct about fit_of(struct person_id whose)
{
    return (struct about){whose, TOPIC_FIT, 0};
}

#endif
