/* What is late, what rests and what has ended is told, and to whom. R16 to R19.
 */
#include "frame/notes.h"
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
    cr_assert_eq(calls.due, 1, "it is open still");
    cr_assert_eq(calls.done, 0);
    as_ruth(cx, &t);
    cr_assert(task_talked(cx, t.denise, open.at[0].id), "%s", cx->err.text);
    cr_assert(task_get(cx, t.denise, open.at[0].id, &open.at[0]));
    cr_assert_not(open.at[0].late, "it has ended");
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(courtesy_count(cx, &calls));
    cr_assert_eq(calls.due, 0, "what ended before this week is no more in it");
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

/* R18: what was to be told is told when the two met. */
TEST(rhythm_told, that_a_time_is_off_is_told_when_they_met)
{
    struct town t = town_make(cx);
    struct tasks open;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_CALL, 3);
    const int64_t before = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    const int64_t off = time_soon(cx, &t);
    const struct telling not_told = {
        .told = TOLD_NOT, .who = "", .retry = cx->now + HOUR};
    cr_assert(meet_off_peer(cx, t.denise, off, &not_told), "%s", cx->err.text);
    cr_assert(meet_held(cx, t.denise, before), "%s", cx->err.text);
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 1, "they met before there was something to tell");
    const int64_t after = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    as_denise(cx, &t);
    cr_assert(meet_held(cx, t.denise, after), "%s", cx->err.text);
    as_ruth(cx, &t);
    cr_assert(task_get(cx, t.denise, open.at[0].id, &open.at[0]));
    cr_assert_eq(open.at[0].ending, TASK_REACHED);
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 0);
}

static struct rhythms told_to_ruth(struct ctx *cx, const struct town *t)
{
    struct rhythms list;

    as_ruth(cx, t);
    cr_assert(rhythm_list_ended(cx, (struct person_id){0}, &list), "%s",
              cx->err.text);
    return list;
}

/* R17: what she ended, or said no to, is told to her peer, once. */
TEST(rhythm_told, a_rhythm_that_she_ends_is_told_to_her_peer_once)
{
    struct town t = town_make(cx);
    struct rhythms list;

    at_ten(cx);
    as_denise(cx, &t);
    struct rhythm r = weekly(&t, cx);
    cr_assert(rhythm_ask(cx, &r), "%s", cx->err.text);
    cr_assert(rhythm_end(cx, t.denise, r.id));
    cr_assert_eq(told_to_ruth(cx, &t).n, 0, "hers, taken back unanswered");

    r = weekly(&t, cx);
    cr_assert(rhythm_ask(cx, &r), "%s", cx->err.text);
    as_denise(cx, &t);
    cr_assert(rhythm_agree(cx, t.denise, r.id), "%s", cx->err.text);
    cr_assert_eq(told_to_ruth(cx, &t).n, 0);
    as_denise(cx, &t);
    cr_assert(rhythm_end(cx, t.denise, r.id), "%s", cx->err.text);
    cr_assert(rhythm_list_ended(cx, t.denise, &list));
    cr_assert_eq(list.n, 0, "she knows");
    list = told_to_ruth(cx, &t);
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].who, "Denise");
    cr_assert_str_eq(list.at[0].what, "a walk");
    cr_assert_eq(list.at[0].ended, cx->now);
    rhythm_note_told(cx, t.denise);
    cr_assert(notes_write(cx));
    cr_assert_eq(told_to_ruth(cx, &t).n, 0, "once");
}

TEST(rhythm_told, a_rhythm_that_a_peer_ends_is_told_to_her_and_no_other)
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Rivera");
    struct rhythms list;

    at_ten(cx);
    as_denise(cx, &t);
    struct rhythm r = weekly(&t, cx);
    cr_assert(rhythm_ask(cx, &r), "%s", cx->err.text);
    as_ruth(cx, &t);
    cr_assert(rhythm_end(cx, t.denise, r.id), "%s", cx->err.text);
    cr_assert(peer_join(cx, jose, t.denise));
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert(rhythm_list_ended(cx, t.denise, &list));
    cr_assert_eq(list.n, 0);
    rhythm_note_told(cx, t.denise);
    cr_assert(notes_write(cx));
    as_denise(cx, &t);
    cr_assert(rhythm_list_ended(cx, t.denise, &list), "%s", cx->err.text);
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].who, "Ruth");
    cr_assert_eq(list.at[0].agreed, TIME_NONE, "a no to what she asked");
}
