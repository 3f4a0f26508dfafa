/* visits/after.h - what we decided, in her voice, and what came of it.
 *
 * A decision is hers: own words, plain, something to do (R71, R73). Each
 * function asks may() itself about TOPIC_DECISIONS.
 */
#ifndef VISITS_AFTER_H
#define VISITS_AFTER_H

#include "visits/visit.h"

enum { OUTCOME_WORDS_MAX = 300, OUTCOMES_MAX = 12 };

/* Who does it. Stored: append only. */
enum outcome_who { OUTCOME_WE, OUTCOME_ME, OUTCOME_THEM, OUTCOME_PEER };

/* Stored: append only. No state says that somebody failed (never-list 1). */
enum outcome_state {
    OUTCOME_OPEN,
    OUTCOME_DONE,
    OUTCOME_NOT_YET,
    OUTCOME_CHANGED /* we changed our mind */
};

struct outcome {
    int64_t id;
    struct visit_id visit;
    struct person_id person;
    enum outcome_who who;
    const char *what; /* 1..OUTCOME_WORDS_MAX characters, as she says it */
    struct date due;  /* DATE_NONE: no day */
    enum outcome_state state;
    const char *came; /* what came of it, in her words; "" when not said */
};

struct outcomes {
    struct outcome *at; /* in the order they were written */
    size_t n, cap;
};

MUST_CHECK bool outcome_list(struct ctx *cx, struct person_id whose,
                             struct visit_id visit, struct outcomes *out);

/* Of all her visits that began at from or later, at to or earlier; in the order
 * they were written. */
MUST_CHECK bool outcome_list_between(struct ctx *cx, struct person_id whose,
                                     int64_t from, int64_t to,
                                     struct outcomes *out);

/* Sets o->id. Says that the visit was held, when its time has come.
 * Errors: ERR_INVALID "what", "due"; ERR_CONFLICT past OUTCOMES_MAX. */
MUST_CHECK bool outcome_add(struct ctx *cx, struct outcome *o);

/* What came of it. Errors: ERR_NOTFOUND; ERR_INVALID "came". */
MUST_CHECK bool outcome_move(struct ctx *cx, const struct outcome *o);

MUST_CHECK bool outcome_remove(struct ctx *cx, struct person_id whose,
                               int64_t id);

#endif
