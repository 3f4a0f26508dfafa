/* visits/past.h - her last visits at a glance: what she asked for, what was
 * decided (R71). A few queries, whatever her history.
 *
 * Each function asks may() itself: TOPIC_VISITS, TOPIC_ANSWERS,
 * TOPIC_DECISIONS.
 */
#ifndef VISITS_PAST_H
#define VISITS_PAST_H

#include "visits/after.h"

struct past {
    struct visit_id id;
    int64_t at;
    enum visit_kind kind;
    int64_t prep, set;     /* it was prepared with; 0: it was not */
    int64_t prepared;      /* when that began; TIME_NONE */
    const char *with_name; /* as she calls them */
    const char *asked;     /* her first words that say what she wanted; "" */
    struct outcomes decided;
};

struct pasts {
    struct past *at; /* the latest first */
    size_t n, cap;
};

/* Visits that were not cancelled and came before this one: at most limit.
 * Owns: cx->mem. */
MUST_CHECK bool past_list(struct ctx *cx, const struct visit *before, int limit,
                          struct pasts *out);

/* When she was last at a visit of this kind, before this one and before now;
 * TIME_NONE: never. */
MUST_CHECK bool past_latest(struct ctx *cx, const struct visit *before,
                            int64_t *at);

#endif
