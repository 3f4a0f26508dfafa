/* signal/signal_int.h - private to this folder. */
#ifndef SIGNAL_SIGNAL_INT_H
#define SIGNAL_SIGNAL_INT_H

#include "db/db.h"
#include "keys/keys.h"
#include "sharing/may.h"
#include "signal/card.h"

struct place signal_place(enum signal_part part, int64_t id,
                          struct person_id peer);

static inline struct about signal_of(struct person_id whose)
{
    return (struct about){whose, TOPIC_KNEW, 0};
}

#endif
