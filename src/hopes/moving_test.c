/* How many are moving, and never who: R36, R37. */
#include "hopes/moving.h"

#include "hopes/town_test.h"

enum { PEOPLE = 12 };

static struct town t;
static struct person_id member[PEOPLE], karen;

static void begin(struct ctx *cx)
{
    t = town_make(cx);
    member[0] = t.denise;
    for (int i = 1; i < PEOPLE; i++) {
        member[i] = town_add(cx, t.program, ROLE_PERSON,
                             arena_fmt(cx->mem, "Person %d", i));
        cr_assert(peer_join(cx, t.ruth, member[i]));
    }
    karen = town_add(cx, t.program, ROLE_SUPERVISOR, "Karen Olsen");
}

static void moves(struct ctx *cx, int who, enum move_kind kind, int days_ago)
{
    struct move m = step_of(cx, 0, "I went out");

    town_act(cx, &t, member[who], ROLE_PERSON);
    cr_assert(goal_add(cx, (struct wish){.words = "Be out more"}, &m.goal));
    m.kind = kind;
    m.before = kind == MOVE_SHIFT ? "No way" : "";
    m.sort = MILE_SMOKING;
    m.counts = kind == MOVE_MILE;
    m.day.days -= days_ago;
    cr_assert(move_add(cx, member[who], &m), "%s", cx->err.text);
}

static struct moving seen(struct ctx *cx)
{
    struct moving m;

    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(moving_get(cx, &m), "%s", cx->err.text);
    return m;
}

TEST(hopes_moving, under_five_is_not_said_and_the_rest_is_not_either)
{
    begin(cx);
    for (int i = 0; i < 4; i++)
        moves(cx, i, MOVE_STEP, 1);
    cr_assert_eq(seen(cx).moving.how, COUNT_FEW);
    cr_assert_eq(seen(cx).share, -1);
    moves(cx, 4, MOVE_STEP, MOVING_DAYS);
    cr_assert_eq(seen(cx).moving.how, COUNT_FEW, "sixty days ago is past");
    moves(cx, 4, MOVE_SHIFT, MOVING_DAYS - 1);
    const struct moving five = seen(cx);
    cr_assert_eq(five.moving.n, 5);
    cr_assert_eq(five.share, 42, "5 of 12, to the nearest");
    cr_assert_eq(five.step.how, COUNT_FEW);
    cr_assert_eq(five.shift.how, COUNT_FEW);
    for (int i = 5; i < 8; i++)
        moves(cx, i, MOVE_SHIFT, 1);
    cr_assert_eq(seen(cx).moving.how, COUNT_ALL_BUT_FEW,
                 "nor how many did not move");
    cr_assert_eq(seen(cx).share, -1);
}

TEST(hopes_moving, both_kinds_stand_side_by_side_and_milestones_by_consent)
{
    begin(cx);
    for (int i = 0; i < 6; i++)
        moves(cx, i, MOVE_MILE, 3);
    cr_assert_eq(seen(cx).mile[MILE_SMOKING].n, 6);
    cr_assert_eq(seen(cx).moving.how, COUNT_FEW, "no step, no shift");
    struct goals all;
    struct moves miles;
    town_act(cx, &t, member[0], ROLE_PERSON);
    cr_assert(goal_list(cx, 1U << GOAL_ALIVE, 0, 1, &all));
    cr_assert(move_list_miles(cx, all.at[0].id, &miles));
    cr_assert(move_counts(cx, miles.at[0].id, false));
    cr_assert_eq(seen(cx).mile[MILE_SMOKING].n, 5);
    cr_assert(peer_leave(cx, t.ruth, member[1]));
    cr_assert_eq(seen(cx).mile[MILE_SMOKING].how, COUNT_FEW,
                 "whom nobody walks with is not counted");
}

TEST(hopes_moving, who_reached_the_end_is_beside_and_not_instead)
{
    begin(cx);
    for (int i = 0; i < 5; i++) {
        int64_t id = 0;
        town_act(cx, &t, member[i], ROLE_PERSON);
        cr_assert(goal_add(cx, (struct wish){.words = "Sing again"}, &id));
        cr_assert(goal_move(cx, id, GOAL_DONE));
    }
    cr_assert_eq(seen(cx).done.n, 5);
    cr_assert_eq(seen(cx).moving.how, COUNT_FEW);
    cx->now += (int64_t)(MOVING_DAYS + 1) * 24 * 3600;
    cr_assert_eq(seen(cx).done.how, COUNT_FEW);
}

TEST(hopes_moving, how_many_did_both_is_not_to_be_had_from_the_two)
{
    begin(cx);
    for (int i = 0; i < PEOPLE; i++) { /* twelve move: two of them did both */
        if (i < 7)
            moves(cx, i, MOVE_STEP, 1);
        if (i >= 5)
            moves(cx, i, MOVE_SHIFT, 1);
    }
    for (int i = 0; i < PEOPLE; i++) { /* and as many do not */
        const struct person_id more = town_add(
            cx, t.program, ROLE_PERSON, arena_fmt(cx->mem, "More %d", i));
        cr_assert(peer_join(cx, t.ruth, more));
    }
    const struct moving m = seen(cx);
    cr_assert_eq(m.moving.n, PEOPLE);
    cr_assert_eq(m.step.n, 7);
    cr_assert_neq(m.shift.how, COUNT_EXACT);
}

/* R103: she was hired, and no number tells of her any more. */
TEST(hopes_moving, who_works_here_too_is_in_no_number)
{
    begin(cx);
    for (int i = 0; i < 5; i++) {
        moves(cx, i, MOVE_STEP, 1);
        moves(cx, i, MOVE_MILE, 1);
    }
    cr_assert_eq(seen(cx).moving.n, 5);
    cr_assert_eq(seen(cx).mile[MILE_SMOKING].n, 5);
    cr_assert(staff_add(cx, member[0], ROLE_PEER), "%s", cx->err.text);
    cr_assert_eq(seen(cx).moving.how, COUNT_FEW);
    cr_assert_eq(seen(cx).mile[MILE_SMOKING].how, COUNT_FEW);
}

TEST(hopes_moving, nobody_else_is_told)
{
    struct moving m;

    begin(cx);
    as_ruth(cx, &t);
    fails_with(cx, moving_get(cx, &m), ERR_NOTFOUND);
    as_denise(cx, &t);
    fails_with(cx, moving_get(cx, &m), ERR_NOTFOUND);
}
