/* fit/fit_int.h - private to this folder. */
#ifndef FIT_FIT_INT_H
#define FIT_FIT_INT_H

#include "keys/keys.h"
#include "sharing/may.h"

struct place like_place(struct person_id whose);
struct place change_place(int64_t id, struct person_id whose);

static inline struct about fit_of(struct person_id whose)
{
    return (struct about){whose, TOPIC_FIT, 0};
}

#endif
