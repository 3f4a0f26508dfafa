/* helps/habit.h - a habit of her choosing, in tiny steps, with her own measure.
 *
 * One tap says that it was done today. A measure is there only if she names
 * one, in her own words; none is proposed, and a day without a tap is a day
 * nothing is known about. Opened to a peer who walks with her, both tap.
 * Source: R66 "own measure (not weight by default); can be walked together".
 */
#ifndef HELPS_HABIT_H
#define HELPS_HABIT_H

#include "base/date.h"
#include "people/people.h"

enum {
    HABITS_MAX = 7,
    HABIT_LETTERS = 120, /* of each part */
    HABIT_VALUE_MAX = 60,
    HABIT_DAYS = 7 /* shown of it: the latest */
};

/* It was done. */
struct check {
    struct date day;
    bool hers;         /* by her, not by a peer */
    const char *who;   /* that peer's first name; "" when gone */
    const char *value; /* of her measure; "" */
};

struct checks {
    struct check *at; /* the latest first */
    size_t n, cap;
};

struct habit {
    int64_t id;
    struct person_id person;
    const char *words;   /* "Walk to the river" */
    const char *step;    /* "Put my shoes on"; "" */
    const char *measure; /* "Birds I saw"; "" none */
    struct checks checks;
    bool today; /* who acts did it today */
};

struct habits {
    struct habit *at;
    size_t n, cap;
};

/* Hers, the newest first. Owns: cx->mem. */
MUST_CHECK bool habit_list(struct ctx *cx, struct habits *out);

/* To her; to a peer she opened it to, who walks with her. Owns: cx->mem.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool habit_get(struct ctx *cx, struct person_id whose, int64_t id,
                          struct habit *out);

/* Sets h->id. Errors: ERR_INVALID "words", "step", "measure"; ERR_CONFLICT:
 * HABITS_MAX. */
MUST_CHECK bool habit_begin(struct ctx *cx, struct habit *h);

/* Other words, a next step, another measure or none. Errors: ERR_NOTFOUND; as
 * above. */
MUST_CHECK bool habit_change(struct ctx *cx, const struct habit *h);

/* Who acts did it today; again on the same day it says only the measure anew.
 * A peer gives no measure. Errors: ERR_NOTFOUND; ERR_INVALID "value". */
MUST_CHECK bool habit_check(struct ctx *cx, struct person_id whose, int64_t id,
                            const char *value);

/* Not today, after all. Errors: ERR_NOTFOUND. */
MUST_CHECK bool habit_uncheck(struct ctx *cx, struct person_id whose,
                              int64_t id);

/* Gone, with all its days. Errors: ERR_NOTFOUND. */
MUST_CHECK bool habit_away(struct ctx *cx, int64_t id);

#endif
