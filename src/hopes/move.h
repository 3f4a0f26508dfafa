/* hopes/move.h - what moved: a step, a shift, a milestone.
 *
 * Of any size, sized by her. What a peer noticed is a proposal: it counts for
 * nothing until she agrees, in those words or her own. She may take any of them
 * out, and bring it back. Source: R34, R35, R36.
 */
#ifndef HOPES_MOVE_H
#define HOPES_MOVE_H

#include "hopes/goal.h"

enum {
    MOVE_WORDS_MAX = 200, /* characters */
    MOVE_YEARS_MAX = 99,
    MOVES_PAGE = 10,
    MOVES_WAIT_MAX = 10 /* of one peer to one person, at one time */
};

/* Stored: append only. */
enum move_kind { MOVE_STEP, MOVE_SHIFT, MOVE_MILE, MOVE_KINDS };
enum move_size { SIZE_UNSAID, SIZE_SMALL, SIZE_BIG, SIZE_HUGE, MOVE_SIZES };

/* What funders count (R36). Stored: append only. */
enum mile_sort {
    MILE_WORK,
    MILE_SCHOOL,
    MILE_FAMILY,
    MILE_KEPT,
    MILE_SMOKING,
    MILE_HOME,
    MILES
};

const char *mile_says(enum mile_sort s); /* a msgid */
const char *size_says(enum move_size s); /* a msgid; "" for unsaid */

struct move {
    int64_t id, goal;
    enum move_kind kind;
    struct date day;
    const char *words, *before; /* before: of a shift; "" */
    enum move_size size;
    int years; /* the first time in so many; 0: not said */
    enum mile_sort sort;
    bool counts;
    struct person_id by; /* the peer who noticed it; {0}: herself */
    const char *by_name; /* "" */
    bool waits, away;    /* not agreed to; taken out */
};

struct moves {
    struct move *at;
    size_t n, cap;
};

/* Hers, at once; a peer's, when she lets them see the hope, as a proposal. Sets
 * m->id. Errors: ERR_NOTFOUND; ERR_INVALID "words", "before", "day", "size",
 * "years", "sort"; ERR_CONFLICT: MOVES_WAIT_MAX. */
MUST_CHECK bool move_add(struct ctx *cx, struct person_id whose,
                         struct move *m);

/* She agrees to what a peer noticed, in these words and this size. Errors:
 * ERR_NOTFOUND; ERR_INVALID as above. */
MUST_CHECK bool move_agree(struct ctx *cx, int64_t id, const struct move *as);

/* Hers: taken out, or dropped; and back again. Errors: ERR_NOTFOUND. */
MUST_CHECK bool move_away(struct ctx *cx, int64_t id, bool away);

/* A milestone of hers may be counted, or not. Errors: ERR_NOTFOUND. */
MUST_CHECK bool move_counts(struct ctx *cx, int64_t id, bool counts);

/* Hers. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool move_get(struct ctx *cx, int64_t id, struct move *out);

/* What a peer noticed and she has not answered, of any hope of hers, oldest
 * first, MOVES_PAGE of them. Owns: cx->mem. */
MUST_CHECK bool move_list_waiting(struct ctx *cx, struct moves *out);

/* What counts of one hope, newest first, MOVES_PAGE of them; *more: there are
 * others. To her, and a peer she lets see it; he is also shown what of his own
 * waits, and nothing of what she dropped. Owns: cx->mem. Errors: ERR_NOTFOUND.
 */
MUST_CHECK bool move_list(struct ctx *cx, struct person_id whose, int64_t goal,
                          struct moves *out, bool *more);

/* Hers: the milestones of one hope, newest first, MOVES_PAGE of them. Owns:
 * cx->mem. */
MUST_CHECK bool move_list_miles(struct ctx *cx, int64_t goal,
                                struct moves *out);

#endif
