/* What is late, what rests and what has ended is told, and to whom. R16 to R19.
 */
#include "db/db.h"
#include "rhythm/space.h"
#include "rhythm/task.h"
#include "rhythm/two_test.h"

/* R19: what is open from before is late to the peer, and in Karen's number. */
TEST(rhythm_told, what_is_open_from_before_is_late_and_still_counted)
{
    struct town t = town_make(cx);
    struct person_id karen = town_add(cx, t.program, ROLE_SUPERVISOR, "Karen");
    struct tasks open;
    struct courtesy calls;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_CALL, 2);
    const struct date due = day_of(cx->now);
    const int64_t id = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    cr_assert(meet_missed(cx, t.denise, id));
    cr_assert(task_list_mine(cx, &open));
    cr_assert_not(open.at[0].late, "it is due today");
    cx->now += 9 * (int64_t)DAY;
    cr_assert(task_list_mine(cx, &open));
    cr_assert(open.at[0].late);
    cr_assert_eq(open.at[0].due.days, due.days);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(courtesy_count(cx, &calls));
    cr_assert_not(calls.none, "it is open still");
    cr_assert_eq(calls.due.how, COUNT_FEW);
    as_ruth(cx, &t);
    cr_assert(task_talked(cx, t.denise, open.at[0].id), "%s", cx->err.text);
    cr_assert(task_get(cx, t.denise, open.at[0].id, &open.at[0]));
    cr_assert_not(open.at[0].late, "it has ended");
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(courtesy_count(cx, &calls));
    cr_assert(calls.none, "what ended before this week is no more in it");
}

/* R16: since when, however often she changes its day. */
TEST(rhythm_told, space_is_since_she_first_asked_and_no_longer_than_that)
{
    struct town t = town_make(cx);
    int64_t since = 0;

    at_ten(cx);
    const int64_t asked = cx->now;
    as_denise(cx, &t);
    cr_assert(space_since(cx, t.denise, &since));
    cr_assert_eq(since, SPACE_NOT);
    cr_assert(space_ask(cx, t.denise, (struct date){day_of(asked).days + 2}));
    cx->now += DAY;
    cr_assert(space_ask(cx, t.denise, (struct date){day_of(asked).days + 3}));
    cr_assert(space_since(cx, t.denise, &since));
    cr_assert_eq(since, asked);
    cx->now += 2 * DAY; /* its day */
    cr_assert(space_since(cx, t.denise, &since));
    cr_assert_eq(since, SPACE_NOT);
    cr_assert(space_ask(cx, t.denise, (struct date){day_of(asked).days + 9}));
    cr_assert(space_since(cx, t.denise, &since));
    cr_assert_eq(since, cx->now, "one that was over is not of it");
    cr_assert(space_end(cx, t.denise));
    cr_assert(space_since(cx, t.denise, &since));
    cr_assert_eq(since, SPACE_NOT);
}
