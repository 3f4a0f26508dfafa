/* R48: it is told once to who held an ask that it is not with them any more. */
#include "asks/over.h"

#include "asks/asks_test.h"
#include "asks/keep.h"

static size_t to_be_told(struct ctx *cx, const struct staff *s,
                         struct person_id who, enum role role,
                         struct overs *out)
{
    act(cx, s, who, role);
    cr_assert(over_list(cx, out), "%s", cx->err.text);
    return out->n;
}

TEST(asks, who_held_one_is_told_once_that_it_is_not_theirs_any_more)
{
    const struct staff s = make(cx);
    const struct said_id id =
        heat(cx, &s, wish(WHEN_NOW, WHEN_NOW, WHEN_NEVER));
    const int64_t made = cx->now;
    struct overs list;

    cr_assert_eq(to_be_told(cx, &s, s.lead, ROLE_SUPERVISOR, &list), 0);
    cx->now += 3 * DAY;
    be_denise(cx, &s);
    cr_assert(ask_end(cx, id, ACT_LET_GO, ""), "%s", cx->err.text);
    cr_assert_eq(to_be_told(cx, &s, s.director, ROLE_SUPERVISOR, &list), 0,
                 "it was never theirs");
    cr_assert_eq(to_be_told(cx, &s, s.t.luis, ROLE_CASE_MANAGER, &list), 1);
    const int64_t his = list.at[0].id;
    cr_assert_eq(to_be_told(cx, &s, s.lead, ROLE_SUPERVISOR, &list), 1);
    cr_assert_eq(list.at[0].made, made);
    cr_assert_eq(list.at[0].at, cx->now);
    fails_with(cx, over_read(cx, his), ERR_NOTFOUND);
    cr_assert(over_read(cx, list.at[0].id), "%s", cx->err.text);
    cr_assert_eq(to_be_told(cx, &s, s.lead, ROLE_SUPERVISOR, &list), 0);
    cr_assert_eq(to_be_told(cx, &s, s.t.luis, ROLE_CASE_MANAGER, &list), 1);
    be_denise(cx, &s);
    cr_assert(ask_end(cx, id, ACT_REOPEN, ""), "%s", cx->err.text);
    cr_assert(ask_louder(cx, id), "%s", cx->err.text);
    cr_assert_eq(to_be_told(cx, &s, s.t.luis, ROLE_CASE_MANAGER, &list), 0,
                 "it is with him again");
}

TEST(asks, whom_she_took_it_back_from_is_told_at_once_and_not_again)
{
    const struct staff s = make(cx);
    const struct said_id id =
        heat(cx, &s, wish(WHEN_NOW, WHEN_NOW, WHEN_NEVER));
    struct overs list;

    be_denise(cx, &s);
    cr_assert(ask_quieter(cx, id), "%s", cx->err.text);
    cr_assert_eq(to_be_told(cx, &s, s.lead, ROLE_SUPERVISOR, &list), 1);
    cr_assert_eq(to_be_told(cx, &s, s.t.luis, ROLE_CASE_MANAGER, &list), 0);
    act(cx, &s, s.lead, ROLE_SUPERVISOR);
    be_denise(cx, &s);
    cr_assert(ask_end(cx, id, ACT_DONE, ""), "%s", cx->err.text);
    cr_assert_eq(to_be_told(cx, &s, s.t.luis, ROLE_CASE_MANAGER, &list), 1);
}

/* R48: louder, quieter or stop at any time. */
TEST(asks, quieter_takes_out_a_day_to_come_before_what_somebody_has)
{
    const struct staff s = make(cx);
    struct ladder_wish w = wish(WHEN_NOW, WHEN_NEVER, WHEN_DAY);
    struct ask a;

    w.day[2].days = day_of(cx->now).days + 3;
    const struct said_id id = heat(cx, &s, w);
    be_denise(cx, &s);
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(ladder_top(&a.ladder), 2);
    cr_assert(ask_quieter(cx, id), "%s", cx->err.text);
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.ladder.at[2].when, WHEN_LATER, "it gets it no more");
    cr_assert(a.have == 1, "who has it has it still");
    cr_assert(ask_quieter(cx, id), "%s", cx->err.text);
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.have, 0);
    cr_assert_eq(ladder_top(&a.ladder), -1);
}

TEST(asks, on_a_new_step_it_waits_for_an_answer_whoever_wrote_before)
{
    const struct staff s = make(cx);
    const struct said_id id =
        heat(cx, &s, wish(WHEN_NOW, WHEN_LATER, WHEN_NEVER));
    struct reply r = {.thing = id, .version = 1, .words = "I will see."};
    struct helds list;
    struct ask a;

    act(cx, &s, s.t.luis, ROLE_CASE_MANAGER);
    cr_assert(reply_add(cx, &r, &(struct wills){0}), "%s", cx->err.text);
    cr_assert(held_list(cx, &list));
    cr_assert(list.at[0].answered);
    be_denise(cx, &s);
    cr_assert(ask_get(cx, id, &a));
    cr_assert(a.answered);
    cr_assert(ask_louder(cx, id), "%s", cx->err.text);
    cr_assert(ask_get(cx, id, &a));
    cr_assert_not(a.answered, "who has it now did not write");
    act(cx, &s, s.lead, ROLE_SUPERVISOR);
    cr_assert(held_list(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_not(list.at[0].answered);
}

TEST(asks, what_was_promised_for_it_is_over_with_it_when_she_says_so)
{
    const struct staff s = make(cx);
    const enum said_act acts[] = {ACT_DONE, ACT_LET_GO};
    const enum said_ending ends[] = {ENDED_DONE, ENDED_LET_GO};

    for (int i = 0; i < 2; i++) {
        const struct said_id id =
            heat(cx, &s, wish(WHEN_NOW, WHEN_NEVER, WHEN_NEVER));
        struct reply r = {.thing = id, .version = 1, .words = "I will see."};
        struct will call = {"Call the landlord", DATE_NONE};
        struct wills w = {.at = &call, .n = 1};
        struct replies back;
        act(cx, &s, s.t.luis, ROLE_CASE_MANAGER);
        cr_assert(reply_add(cx, &r, &w), "%s", cx->err.text);
        be_denise(cx, &s);
        cr_assert(ask_end(cx, id, acts[i], "") &&
                      ask_end_promises(cx, id, acts[i]),
                  "%s", cx->err.text);
        cr_assert(reply_list(cx, s.t.denise, id, &back));
        cr_assert_eq(back.at[0].promises.at[0].ending, ends[i]);
    }
}

TEST(asks, what_is_to_be_told_goes_with_her_and_with_who_is_told)
{
    const struct staff s = make(cx);
    const struct said_id id =
        heat(cx, &s, wish(WHEN_NOW, WHEN_NOW, WHEN_NEVER));
    struct overs list;

    be_denise(cx, &s);
    cr_assert(ask_end(cx, id, ACT_DONE, ""), "%s", cx->err.text);
    cr_assert(asks_erase(cx, s.lead), "%s", cx->err.text);
    cr_assert_eq(to_be_told(cx, &s, s.lead, ROLE_SUPERVISOR, &list), 0);
    cr_assert_eq(to_be_told(cx, &s, s.t.luis, ROLE_CASE_MANAGER, &list), 1);
    cr_assert(asks_erase(cx, s.t.denise), "%s", cx->err.text);
    cr_assert_eq(to_be_told(cx, &s, s.t.luis, ROLE_CASE_MANAGER, &list), 0);
}
