/* asks/asks_test.h - a town where somebody stands on each step, for the tests.
 */
#ifndef ASKS_ASKS_TEST_H
#define ASKS_ASKS_TEST_H

#include "asks/held.h"
#include "people/town_test.h"

enum { DAY = 86400 };

struct staff {
    struct town t;
    struct person_id lead, director;
};

__attribute__((unused)) static struct staff make(struct ctx *cx)
{
    struct staff s = {.t = town_make(cx)};

    s.lead = town_add(cx, s.t.program, ROLE_SUPERVISOR, "Karen Olsen");
    s.director = town_add(cx, s.t.program, ROLE_SUPERVISOR, "Dolores Vega");
    cr_assert(holder_set(cx, s.t.program, STEP_CASE_MANAGER, s.t.luis));
    cr_assert(holder_set(cx, s.t.program, STEP_TEAM_LEAD, s.lead));
    cr_assert(holder_set(cx, s.t.program, STEP_DIRECTOR, s.director));
    return s;
}

__attribute__((unused)) static void act(struct ctx *cx, const struct staff *s,
                                        struct person_id who, enum role role)
{
    town_act(cx, &s->t, who, role);
}

__attribute__((unused)) static void be_denise(struct ctx *cx,
                                              const struct staff *s)
{
    act(cx, s, s->t.denise, ROLE_PERSON);
}

__attribute__((unused)) static struct ladder_wish
wish(enum ask_when first, enum ask_when lead, enum ask_when director)
{
    return (struct ladder_wish){{first, lead, director, WHEN_NEVER},
                                {DATE_NONE, DATE_NONE, DATE_NONE, DATE_NONE}};
}

__attribute__((unused)) static struct said_id
heat(struct ctx *cx, const struct staff *s, struct ladder_wish w)
{
    struct said said = {.words = "Call the landlord about the heat",
                        .due = DATE_NONE};

    be_denise(cx, s);
    cr_assert(ask_make(cx, &said, &w), "%s", cx->err.text);
    return said.id;
}

#endif
