/* A hope that a peer types beside her: nothing of hers before her yes. */
#include "hopes/typed.h"

#include <string.h>

#include "db/db.h"
#include "hopes/town_test.h"
#include "sharing/permission.h"

static const struct wish none = {"", PICTURE_NONE};

static int64_t begun(struct ctx *cx, const struct town *t)
{
    int64_t id = 0;

    as_denise(cx, t);
    cr_assert(typed_begin(cx, none, t->ruth, &id), "%s", cx->err.text);
    return id;
}

static size_t hopes_of(struct ctx *cx)
{
    struct goals all;

    cr_assert(goal_list(cx, ~0U, 0, 99, &all), "%s", cx->err.text);
    return all.n;
}

TEST(hopes_typed, it_is_no_hope_before_her_yes_and_then_hers_alone)
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t);
    struct typeds all;
    struct typed d;
    int64_t goal = 0;
    bool asks = true;

    cr_assert(goal_asks(cx, &asks));
    cr_assert(!asks);
    as_ruth(cx, &t);
    cr_assert(typed_list_near(cx, t.denise, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 1);
    fails_with(cx, typed_write(cx, t.denise, id, none), ERR_INVALID);
    cr_assert(typed_write(cx, t.denise, id, (struct wish){"Be a nurse", 0}),
              "%s", cx->err.text);
    fails_with(cx, typed_yes(cx, id, none, &goal), ERR_NOTFOUND);
    fails_with(cx, typed_away(cx, id), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert_eq(hopes_of(cx), 0);
    cr_assert(goal_asks(cx, &asks));
    cr_assert(asks);
    cr_assert(typed_get(cx, t.denise, id, &d), "%s", cx->err.text);
    cr_assert_str_eq(d.as.words, "Be a nurse");
    cr_assert_str_eq(d.by_name, "Ruth");
    cr_assert(typed_yes(cx, id, (struct wish){"Be a nurse one day", 0}, &goal),
              "%s", cx->err.text);
    cr_assert_str_eq(goal_now(cx, &t, goal).words, "Be a nurse one day");
    fails_with(cx, typed_get(cx, t.denise, id, &d), ERR_NOTFOUND);
    as_ruth(cx, &t);
    fails_with(cx, typed_get(cx, t.denise, id, &d), ERR_NOTFOUND);
    fails_with(cx, typed_write(cx, t.denise, id, (struct wish){"Other", 0}),
               ERR_NOTFOUND);
    cr_assert(typed_list_near(cx, t.denise, &all));
    cr_assert_eq(all.n, 0);
    fails_with(cx, goal_get(cx, MAY_SEE, t.denise, goal, &(struct goal){0}),
               ERR_NOTFOUND);
}

TEST(hopes_typed, only_whom_she_lets_and_while_they_walk_together)
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t);
    const char *who = "";
    struct typeds all;
    struct typed d;

    cr_assert(typed_who(cx, id, &who));
    cr_assert_str_eq(who, "Ruth");
    fails_with(cx, typed_begin(cx, none, t.luis, &(int64_t){0}), ERR_INVALID);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, typed_get(cx, t.denise, id, &d), ERR_NOTFOUND);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, typed_get(cx, t.denise, id, &d), ERR_NOTFOUND);
    fails_with(cx, typed_away(cx, id), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    cr_assert(typed_who(cx, id, &who));
    cr_assert_str_eq(who, "");
    as_ruth(cx, &t);
    fails_with(cx, typed_get(cx, t.denise, id, &d), ERR_NOTFOUND);
    fails_with(cx, typed_write(cx, t.denise, id, (struct wish){"Other", 0}),
               ERR_NOTFOUND);
    cr_assert(typed_list_near(cx, t.denise, &all));
    cr_assert_eq(all.n, 0);
    as_denise(cx, &t);
    cr_assert(typed_away(cx, id), "%s", cx->err.text);
    cr_assert(typed_list(cx, &all));
    cr_assert_eq(all.n, 0);
}

TEST(hopes_typed, other_words_wait_and_hers_stay_till_she_says_so)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    const struct wish other = {"Be near people", PICTURE_FRIENDS};
    struct wordings before;
    struct typeds all;
    int64_t goal = 0;

    as_ruth(cx, &t);
    fails_with(cx, typed_offer(cx, t.denise, id, other), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(goal_open(cx, id, t.ruth));
    as_ruth(cx, &t);
    cr_assert(typed_offer(cx, t.denise, id, (struct wish){"Nurse", 0}));
    cr_assert(typed_offer(cx, t.denise, id, other), "%s", cx->err.text);
    as_denise(cx, &t);
    cr_assert_str_eq(goal_now(cx, &t, id).words, "Be a nurse");
    cr_assert(typed_list(cx, &all));
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].as.words, "Be near people");
    cr_assert(typed_yes(cx, all.at[0].id, all.at[0].as, &goal));
    cr_assert_eq(goal, id);
    cr_assert_str_eq(goal_now(cx, &t, id).words, "Be near people");
    cr_assert_eq(goal_now(cx, &t, id).picture, PICTURE_FRIENDS);
    cr_assert(goal_before(cx, id, &before));
    cr_assert_str_eq(before.at[0].as.words, "Be a nurse");
}

/* What is kept for her is off her screen, and so is what waits of it. */
TEST(hopes_typed, nothing_of_a_hope_that_is_kept_asks_for_her_word)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "See my son");
    const struct date later = {day_of(cx->now).days + 9};
    struct move saw = step_of(cx, id, "She wrote his name");
    struct moves waits;
    struct typeds all;
    bool asks = true;

    cr_assert(goal_open(cx, id, t.ruth));
    as_ruth(cx, &t);
    cr_assert(move_add(cx, t.denise, &saw), "%s", cx->err.text);
    cr_assert(typed_offer(cx, t.denise, id, (struct wish){"See him", 0}));
    as_denise(cx, &t);
    cr_assert(goal_keep(cx, id, t.ruth, later), "%s", cx->err.text);
    cr_assert(typed_list(cx, &all));
    cr_assert_eq(all.n, 0);
    cr_assert(move_list_waiting(cx, &waits));
    cr_assert_eq(waits.n, 0);
    cr_assert(goal_asks(cx, &asks));
    cr_assert(!asks);
    as_ruth(cx, &t);
    fails_with(cx, typed_offer(cx, t.denise, id, (struct wish){"Son", 0}),
               ERR_CONFLICT);
    as_denise(cx, &t);
    cr_assert(goal_move(cx, id, GOAL_ALIVE));
    cr_assert(move_list_waiting(cx, &waits));
    cr_assert_eq(waits.n, 1);
    cr_assert(goal_asks(cx, &asks));
    cr_assert(asks);
}

TEST(hopes_typed, so_many_are_begun_at_one_time)
{
    struct town t = town_make(cx);

    for (int i = 0; i < TYPED_MAX; i++)
        (void)begun(cx, &t);
    fails_with(cx, typed_begin(cx, none, t.ruth, &(int64_t){0}), ERR_CONFLICT);
}
