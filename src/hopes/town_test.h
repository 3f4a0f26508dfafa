/* hopes/town_test.h - Denise hopes, and Ruth walks with her: for tests. */
#ifndef HOPES_TOWN_TEST_H
#define HOPES_TOWN_TEST_H

#include "hopes/move.h"
#include "people/town_test.h"

__attribute__((unused)) static void as_denise(struct ctx *cx,
                                              const struct town *t)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
}

__attribute__((unused)) static void as_ruth(struct ctx *cx,
                                            const struct town *t)
{
    town_act(cx, t, t->ruth, ROLE_PEER);
}

/* A hope of hers; she acts. */
__attribute__((unused)) static int64_t
hoped(struct ctx *cx, const struct town *t, const char *words)
{
    int64_t id = 0;

    as_denise(cx, t);
    cr_assert(goal_add(cx, (struct wish){.words = words}, &id), "%s",
              cx->err.text);
    return id;
}

__attribute__((unused)) static struct goal
goal_now(struct ctx *cx, const struct town *t, int64_t id)
{
    struct goal g;

    cr_assert(goal_get(cx, MAY_SEE, t->denise, id, &g), "%s", cx->err.text);
    return g;
}

/* A step, today; whoever acts. */
__attribute__((unused)) static struct move step_of(struct ctx *cx, int64_t goal,
                                                   const char *words)
{
    return (struct move){.kind = MOVE_STEP,
                         .goal = goal,
                         .words = words,
                         .before = "",
                         .day = day_of(cx->now)};
}

#endif
