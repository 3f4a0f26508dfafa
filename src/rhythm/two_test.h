/* rhythm/two_test.h - for tests: Ruth and Denise, and the times of the two. */
#ifndef RHYTHM_TWO_TEST_H
#define RHYTHM_TWO_TEST_H

#include "people/town_test.h"
#include "rhythm/meet.h"
#include "rhythm/reach.h"
#include "rhythm/rhythm.h"

enum { HOUR = 3600, DAY = 86400 };

__attribute__((unused)) static void as_ruth(struct ctx *cx,
                                            const struct town *t)
{
    town_act(cx, t, t->ruth, ROLE_PEER);
}

__attribute__((unused)) static void as_denise(struct ctx *cx,
                                              const struct town *t)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
}

/* At ten of a day, so that hours later are the same day. */
__attribute__((unused)) static void at_ten(struct ctx *cx)
{
    cx->now = time_at(date_parse("2026-10-13"), 10 * 60);
}

__attribute__((unused)) static void
reached_by(struct ctx *cx, const struct town *t, unsigned safe, int most)
{
    const struct reach r = {.safe = safe, .most = most, .who = "Rosa"};

    as_denise(cx, t);
    cr_assert(reach_put(cx, t->denise, &r), "%s", cx->err.text);
    as_ruth(cx, t);
}

/* A time an hour from now, made by whoever acts. */
__attribute__((unused)) static int64_t time_soon(struct ctx *cx,
                                                 const struct town *t)
{
    struct meet m = {.person = t->denise,
                     .peer = t->ruth,
                     .at = cx->now + HOUR,
                     .what = "A walk",
                     .place = "My door"};

    cr_assert(meet_make(cx, &m), "%s", cx->err.text);
    return m.id;
}

__attribute__((unused)) static struct rhythm weekly(const struct town *t,
                                                    struct ctx *cx)
{
    return (struct rhythm){.person = t->denise,
                           .peer = t->ruth,
                           .first = {day_of(cx->now).days + 1},
                           .minute = 14 * 60,
                           .every = 1,
                           .what = "a walk"};
}

#endif
