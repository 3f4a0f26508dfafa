/* Steps, shifts and milestones: R34 to R36, R41; acceptance test 1. */
#include "hopes/move.h"

#include "hopes/far.h"
#include "hopes/town_test.h"

/* Acceptance test 1: huge, the first time in thirty years, and in the line. */
TEST(hopes_move, walk_down_the_stairs_the_first_time_in_thirty_years)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Get out of the house");
    struct move m = step_of(cx, id, "walk down the stairs");
    struct line line;

    m.size = SIZE_HUGE;
    m.years = 30;
    cr_assert(move_add(cx, t.denise, &m), "%s", cx->err.text);
    cr_assert(far_line(cx, id, -1, &line), "%s", cx->err.text);
    cr_assert_eq(line.n, 2);
    cr_assert(line.at[0].wish && line.at[0].first);
    cr_assert_str_eq(line.at[1].m.words, "walk down the stairs");
    cr_assert_eq(line.at[1].m.size, SIZE_HUGE);
    cr_assert_eq(line.at[1].m.years, 30);
    cr_assert_eq(goal_now(cx, &t, id).last.days, day_of(cx->now).days);
}

/* The other examples of R41: a job application, a return to school. */
TEST(hopes_move, a_step_may_have_no_size_and_a_milestone_no_words)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Earn my own money");
    struct move sent = step_of(cx, id, "sent a job application");
    struct move back = step_of(cx, id, "");
    struct moves all;
    bool more = true;

    cr_assert(move_add(cx, t.denise, &sent));
    fails_with(cx, move_add(cx, t.denise, &back), ERR_INVALID);
    back.kind = MOVE_MILE;
    back.sort = MILE_SCHOOL;
    back.counts = true;
    cr_assert(move_add(cx, t.denise, &back), "%s", cx->err.text);
    cr_assert(move_list(cx, t.denise, id, &all, &more));
    cr_assert_eq(all.n, 2);
    cr_assert_not(more);
    cr_assert_eq(all.at[0].sort, MILE_SCHOOL);
    cr_assert(all.at[0].counts);
    cr_assert_eq(all.at[1].size, SIZE_UNSAID);
    cr_assert(move_counts(cx, back.id, false));
    cr_assert(move_list_miles(cx, id, &all));
    cr_assert_eq(all.n, 1);
    cr_assert_not(all.at[0].counts, "she takes her yes back");
    fails_with(cx, move_counts(cx, sent.id, true), ERR_NOTFOUND);
}

TEST(hopes_move, what_does_not_fit_is_said)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    struct move m = step_of(cx, id, "told my sister");

    m.day.days++;
    fails_with(cx, move_add(cx, t.denise, &m), ERR_INVALID);
    m.day.days--;
    m.years = MOVE_YEARS_MAX + 1;
    fails_with(cx, move_add(cx, t.denise, &m), ERR_INVALID);
    m.years = 0;
    m.size = MOVE_SIZES;
    fails_with(cx, move_add(cx, t.denise, &m), ERR_INVALID);
    m.size = SIZE_UNSAID;
    m.kind = MOVE_SHIFT;
    fails_with(cx, move_add(cx, t.denise, &m), ERR_INVALID);
    m.before = "I thought I was too old";
    cr_assert(move_add(cx, t.denise, &m), "%s", cx->err.text);
    m.goal = 1;
    fails_with(cx, move_add(cx, t.denise, &m), ERR_NOTFOUND);
}

static struct move noticed(struct ctx *cx, const struct town *t, int64_t goal)
{
    struct move m = step_of(cx, goal, "She asked a nurse about it");

    as_ruth(cx, t);
    m.counts = true;
    cr_assert(move_add(cx, t->denise, &m), "%s", cx->err.text);
    as_denise(cx, t);
    return m;
}

static int64_t points(struct ctx *cx, int64_t goal)
{
    struct line line;

    cr_assert(far_line(cx, goal, 0, &line), "%s", cx->err.text);
    return (int64_t)line.n + line.after;
}

TEST(hopes_move, what_a_peer_noticed_counts_when_she_agrees_in_her_words)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    struct moves waits;
    struct move yes = step_of(cx, id, "I asked a nurse");

    as_ruth(cx, &t);
    fails_with(cx, move_add(cx, t.denise, &yes), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(goal_open(cx, id, t.ruth));
    const struct move m = noticed(cx, &t, id);
    cr_assert_eq(points(cx, id), 1, "a proposal counts for nothing");
    cr_assert(!date_is_set(goal_now(cx, &t, id).last));
    cr_assert(move_list_waiting(cx, &waits));
    cr_assert_eq(waits.n, 1);
    cr_assert_str_eq(waits.at[0].by_name, "Ruth");
    cr_assert_not(waits.at[0].counts);
    as_ruth(cx, &t);
    fails_with(cx, move_agree(cx, m.id, &yes), ERR_NOTFOUND);
    as_denise(cx, &t);
    yes.size = SIZE_BIG;
    cr_assert(move_agree(cx, m.id, &yes), "%s", cx->err.text);
    cr_assert_eq(points(cx, id), 2);
    struct line line;
    cr_assert(far_line(cx, id, -1, &line));
    cr_assert_str_eq(line.at[1].m.words, "I asked a nurse");
    cr_assert_str_eq(line.at[1].m.by_name, "Ruth");
    fails_with(cx, move_agree(cx, m.id, &yes), ERR_NOTFOUND);
}

TEST(hopes_move, what_she_drops_is_gone_from_both_and_nothing_is_taken)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    struct moves all;
    bool more = false;

    cr_assert(goal_open(cx, id, t.ruth));
    const struct move m = noticed(cx, &t, id);
    as_ruth(cx, &t);
    cr_assert(move_list(cx, t.denise, id, &all, &more));
    cr_assert_eq(all.n, 1);
    cr_assert(all.at[0].waits);
    as_denise(cx, &t);
    cr_assert(move_away(cx, m.id, true));
    cr_assert_eq(points(cx, id), 1);
    as_ruth(cx, &t);
    cr_assert(move_list(cx, t.denise, id, &all, &more));
    cr_assert_eq(all.n, 0);
    fails_with(cx, move_away(cx, m.id, false), ERR_NOTFOUND);
    for (int i = 0; i < MOVES_WAIT_MAX; i++)
        noticed(cx, &t, id);
    as_ruth(cx, &t);
    struct move one_more = step_of(cx, id, "And that");
    fails_with(cx, move_add(cx, t.denise, &one_more), ERR_CONFLICT);
}

TEST(hopes_move, taken_out_it_comes_back)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    struct move m = step_of(cx, id, "told my sister");

    cr_assert(move_add(cx, t.denise, &m));
    cr_assert(move_away(cx, m.id, true));
    cr_assert_eq(points(cx, id), 1);
    cr_assert(move_away(cx, m.id, false));
    cr_assert_eq(points(cx, id), 2);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, move_away(cx, m.id, true), ERR_NOTFOUND);
}
