#include "helps/habit.h"

#include "helps/open.h"
#include "people/town_test.h"

static int64_t begun(struct ctx *cx, struct town *t, const char *measure)
{
    struct habit h = {.words = "Walk", .step = "Shoes on", .measure = measure};

    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(habit_begin(cx, &h), "%s", cx->err.text);
    return h.id;
}

static struct habit now(struct ctx *cx, struct town *t, int64_t id)
{
    struct habit h;

    cr_assert(habit_get(cx, t->denise, id, &h), "%s", cx->err.text);
    return h;
}

TEST(helps, a_habit_is_checked_once_a_day_and_can_be_taken_back) /* R66 */
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t, "Birds");

    cr_assert_eq(now(cx, &t, id).checks.n, 0);
    cr_assert(habit_check(cx, t.denise, id, ""), "%s", cx->err.text);
    cr_assert(habit_check(cx, t.denise, id, "Two"), "%s", cx->err.text);
    cr_assert(habit_check(cx, t.denise, id, ""), "%s", cx->err.text);
    struct habit h = now(cx, &t, id);
    cr_assert_eq(h.checks.n, 1);
    cr_assert(h.today && h.checks.at[0].hers);
    cr_assert_str_eq(h.checks.at[0].value, "Two");
    cx->now += 86400;
    h = now(cx, &t, id);
    cr_assert(!h.today);
    cr_assert(habit_check(cx, t.denise, id, ""));
    cr_assert_eq(now(cx, &t, id).checks.n, 2);
    cr_assert(habit_uncheck(cx, t.denise, id));
    cr_assert_eq(now(cx, &t, id).checks.n, 1);
    cr_assert(habit_away(cx, id));
    fails_with(cx, habit_get(cx, t.denise, id, &h), ERR_NOTFOUND);
}

TEST(helps, no_measure_is_there_that_she_did_not_name) /* R66 */
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t, "");

    cr_assert_str_eq(now(cx, &t, id).measure, "");
    struct habit h = now(cx, &t, id);
    h.measure = "Songs";
    cr_assert(habit_change(cx, &h), "%s", cx->err.text);
    cr_assert_str_eq(now(cx, &t, id).measure, "Songs");
    h.measure = "";
    cr_assert(habit_change(cx, &h));
    cr_assert_str_eq(now(cx, &t, id).measure, "");
    h.words = "";
    fails_with(cx, habit_change(cx, &h), ERR_INVALID);
}

TEST(helps, a_habit_is_walked_together_only_while_she_opens_it) /* R66 */
{
    struct town t = town_make(cx);
    const int64_t open = begun(cx, &t, ""), shut = begun(cx, &t, "");
    struct habit h;

    fails_with(cx, habit_walk_with(cx, open, t.rao), ERR_INVALID);
    cr_assert(habit_walk_with(cx, open, t.ruth), "%s", cx->err.text);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, habit_get(cx, t.denise, shut, &h), ERR_NOTFOUND);
    fails_with(cx, habit_check(cx, t.denise, shut, ""), ERR_NOTFOUND);
    h = now(cx, &t, open);
    fails_with(cx, habit_change(cx, &h), ERR_NOTFOUND);
    cr_assert(habit_check(cx, t.denise, open, "Ten"), "%s", cx->err.text);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    h = now(cx, &t, open);
    cr_assert_eq(h.checks.n, 1);
    cr_assert(!h.today && !h.checks.at[0].hers);
    cr_assert_str_eq(h.checks.at[0].who, "Ruth");
    cr_assert_str_eq(h.checks.at[0].value, "", "a measure is hers to give");
    cr_assert(habit_walk_alone(cx, open, t.ruth));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, habit_get(cx, t.denise, open, &h), ERR_NOTFOUND);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, habit_get(cx, t.denise, open, &h), ERR_NOTFOUND);
}
