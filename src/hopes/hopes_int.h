/* hopes/hopes_int.h - what the files of this folder share. */
#ifndef HOPES_HOPES_INT_H
#define HOPES_HOPES_INT_H

#include "db/db.h"
#include "hopes/goal.h"
#include "keys/keys.h"

static inline struct about goal_about(struct person_id whose, int64_t goal)
{
    return (struct about){whose, TOPIC_GOAL, goal};
}

/* may() about one hope, and a peer must walk with her besides: whom she let see
 * it finds nothing when they walk together no more. Errors: ERR_NOTFOUND. */
MUST_CHECK bool goal_may(struct ctx *cx, enum verb verb, struct person_id whose,
                         int64_t goal);

/* May she change this hope of hers (0: any)? Hers alone: a peer who may type
 * for her has no part in this. Errors: ERR_NOTFOUND. */
MUST_CHECK bool goal_is_mine(struct ctx *cx, int64_t goal);

/* One that is kept is off her screen, and so is what would be said of it.
 * Errors: as goal_get(); ERR_CONFLICT. */
MUST_CHECK bool goal_is_shown(struct ctx *cx, struct person_id whose,
                              int64_t goal);

/* A picture alone gets its word. Errors: ERR_INVALID of this field. */
MUST_CHECK bool wish_fits(struct ctx *cx, const char *field, struct wish *as);

/* Where the words of a row of this folder are sealed. */
#define HOPES_PLACE(column, id, whose) \
    ((struct place){"hopes_" column, (id), (whose)})

#endif
