#include "asks/asks_test.h"

#include <string.h>

#include "frame/notes.h"
#include "sharing/access.h"
#include "sharing/permission.h"
static bool can_read(struct ctx *cx, const struct staff *s,
                     struct person_id who, enum role role, struct said_id id)
{
    struct held_ask it;
    struct helds list;

    act(cx, s, who, role);
    const bool yes = held_get(cx, id, &it);
    if (!yes)
        cr_assert_eq(cx->err.code, ERR_NOTFOUND, "%s", cx->err.text);
    ctx_forgive(cx);
    cr_assert(held_list(cx, &list), "%s", cx->err.text);
    cr_assert_eq(list.n > 0, yes, "the list says the same as the ask");
    return yes;
}

/* "luis lead director", as far as each may read it. */
static const char *who_reads(struct ctx *cx, const struct staff *s,
                             struct said_id id)
{
    const char *said = arena_fmt(
        cx->mem, "%s%s%s",
        can_read(cx, s, s->t.luis, ROLE_CASE_MANAGER, id) ? "luis " : "",
        can_read(cx, s, s->lead, ROLE_SUPERVISOR, id) ? "lead " : "",
        can_read(cx, s, s->director, ROLE_SUPERVISOR, id) ? "director " : "");

    cr_assert_not(can_read(cx, s, s->t.rao, ROLE_CLINICIAN, id));
    cr_assert_not(can_read(cx, s, s->t.ruth, ROLE_PEER, id));
    be_denise(cx, s);
    return said;
}

TEST(asks, each_step_reads_it_from_when_she_says_and_no_longer)
{
    struct staff s = make(cx);
    struct said_id id = heat(cx, &s, wish(WHEN_NOW, WHEN_LATER, WHEN_LATER));

    cr_assert_str_eq(who_reads(cx, &s, id), "luis ");
    cr_assert(ask_louder(cx, id), "%s", cx->err.text);
    cr_assert_str_eq(who_reads(cx, &s, id), "luis lead ");
    cr_assert(ask_louder(cx, id));
    cr_assert_str_eq(who_reads(cx, &s, id), "luis lead director ");
    fails_with(cx, ask_louder(cx, id), ERR_CONFLICT);
    cr_assert(ask_quieter(cx, id));
    cr_assert_str_eq(who_reads(cx, &s, id), "luis lead ");
    cr_assert(ask_quieter(cx, id) && ask_quieter(cx, id));
    cr_assert_str_empty(who_reads(cx, &s, id));
    fails_with(cx, ask_quieter(cx, id), ERR_CONFLICT);
}

/* R48; day 5.1, 10:00: as far as she picked, and no further. */
TEST(asks, a_day_comes_by_itself)
{
    struct staff s = make(cx);
    struct said_id id = heat(cx, &s, wish(WHEN_NEVER, WHEN_NOW, WHEN_LATER));
    struct ladder_wish friday = wish(WHEN_NEVER, WHEN_NOW, WHEN_DAY);
    struct ask a;

    fails_with(cx, ask_loud(cx, id, &friday), ERR_INVALID);
    friday.day[STEP_DIRECTOR] = (struct date){day_of(cx->now).days + 3};
    cr_assert(ask_loud(cx, id, &friday), "%s", cx->err.text);
    cr_assert_str_eq(who_reads(cx, &s, id), "lead ");
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.ladder.at[STEP_DIRECTOR].when, WHEN_DAY);
    cx->now = time_at(friday.day[STEP_DIRECTOR], 0) - 1;
    cr_assert_str_eq(who_reads(cx, &s, id), "lead ");
    cx->now++;
    cr_assert_str_eq(who_reads(cx, &s, id), "lead director ");
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.ladder.at[STEP_DIRECTOR].when, WHEN_NOW);
    cr_assert(ask_loud(cx, id, &friday), "the same again changes nothing");
    cr_assert_str_eq(who_reads(cx, &s, id), "lead director ");
}

TEST(asks, a_day_to_come_is_taken_back_before_it_comes)
{
    struct staff s = make(cx);
    struct ladder_wish w = wish(WHEN_NOW, WHEN_DAY, WHEN_NEVER);

    w.day[STEP_TEAM_LEAD] = (struct date){day_of(cx->now).days + 2};
    struct said_id id = heat(cx, &s, w);
    w = wish(WHEN_NOW, WHEN_LATER, WHEN_NEVER);
    cr_assert(ask_loud(cx, id, &w), "%s", cx->err.text);
    cx->now += 3 * DAY;
    cr_assert_str_eq(who_reads(cx, &s, id), "luis ");
}

TEST(asks, a_step_where_nobody_stands_is_skipped)
{
    struct staff s = make(cx);
    struct said_id id;
    struct ask a;

    cr_assert(
        holder_set(cx, s.t.program, STEP_TEAM_LEAD, (struct person_id){0}));
    id = heat(cx, &s, wish(WHEN_NOW, WHEN_NOW, WHEN_LATER));
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.ladder.at[STEP_TEAM_LEAD].when, WHEN_LATER);
    cr_assert(ask_louder(cx, id));
    cr_assert_str_eq(who_reads(cx, &s, id), "luis director ");
    fails_with(cx, holder_set(cx, s.t.program, STEP_BOARD, s.t.ruth),
               ERR_INVALID);
}

TEST(asks, one_who_stands_on_two_steps_has_it_while_either_does)
{
    struct staff s = make(cx);

    cr_assert(holder_set(cx, s.t.program, STEP_DIRECTOR, s.lead));
    struct said_id id = heat(cx, &s, wish(WHEN_NEVER, WHEN_NOW, WHEN_NOW));
    struct ask a;
    cr_assert(ask_get(cx, id, &a));
    cr_assert_str_eq(a.who, "Karen", "named once");
    cr_assert_str_eq(who_reads(cx, &s, id), "lead ");
    cr_assert(ask_quieter(cx, id));
    cr_assert_str_eq(who_reads(cx, &s, id), "lead ");
    cr_assert(ask_quieter(cx, id));
    cr_assert_str_empty(who_reads(cx, &s, id));
}

/* Never-list 14; R48 "closed only by the person". */
TEST(asks, nobody_but_she_ends_it_or_makes_it_louder)
{
    static const enum said_act acts[] = {ACT_DONE,     ACT_NO_HELP, ACT_LET_GO,
                                         ACT_REOPEN,   ACT_LOUDER,  ACT_QUIETER,
                                         ACT_WITHDRAW, ACT_EXPIRE};
    static const enum role roles[] = {ROLE_PERSON,       ROLE_PEER,
                                      ROLE_SUPERVISOR,   ROLE_CLINICIAN,
                                      ROLE_CASE_MANAGER, ROLE_ADMIN};
    struct staff s = make(cx);
    struct said_id id = heat(cx, &s, wish(WHEN_NOW, WHEN_NOW, WHEN_NOW));
    struct person_id ben = town_add(cx, s.t.program, ROLE_ADMIN, "Ben Shaw");
    const struct person_id who[] = {s.t.ana, s.t.ruth, s.lead,
                                    s.t.rao, s.t.luis, ben};
    struct ask a;

    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
        act(cx, &s, who[r], roles[r]);
        for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
            cr_assert_not(said_move(cx, s.t.denise, id, acts[i], ""));
            ctx_forgive(cx);
        }
        fails_with(cx, ask_end(cx, id, ACT_DONE, ""), ERR_NOTFOUND);
        fails_with(cx, ask_louder(cx, id), ERR_NOTFOUND);
        fails_with(cx, ask_quieter(cx, id), ERR_NOTFOUND);
    }
    cx->now += 400 * DAY;
    cr_assert(said_expire(cx));
    be_denise(cx, &s);
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.said.state, SAID_APPROVED, "no clock ends it either");
}

TEST(asks, when_it_is_over_it_is_hers_alone_until_she_opens_it)
{
    static const char *const words[] = {"done", "no-help", "stop"};
    struct staff s = make(cx);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct said_id id = heat(cx, &s, wish(WHEN_NOW, WHEN_NOW, WHEN_NEVER));
        fails_with(cx, ask_end(cx, id, ask_act("gone"), ""), ERR_INVALID);
        cr_assert(ask_end(cx, id, ask_act(words[i]), "A word."), "%s",
                  cx->err.text);
        cr_assert_str_empty(who_reads(cx, &s, id));
        fails_with(cx, ask_louder(cx, id), ERR_CONFLICT);
        cr_assert(ask_end(cx, id, ask_act("open"), ""));
        cr_assert_str_empty(who_reads(cx, &s, id), "nobody, till she says so");
        cr_assert(ask_louder(cx, id));
        cr_assert_str_eq(who_reads(cx, &s, id), "luis ");
        cr_assert(ask_end(cx, id, ask_act("stop"), ""));
    }
}

/* What she ends on "Who can see what" is over here too. */
TEST(asks, a_yes_ended_elsewhere_is_not_said_to_be_there)
{
    struct staff s = make(cx);
    struct said_id id = heat(cx, &s, wish(WHEN_NOW, WHEN_LATER, WHEN_NEVER));
    struct permissions list;
    struct ask a;

    cr_assert(permission_list(cx, s.t.denise, false, &list));
    cr_assert_eq(list.n, 1);
    cr_assert(permission_end(cx, list.at[0].id));
    cr_assert_str_empty(who_reads(cx, &s, id));
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.ladder.at[STEP_CASE_MANAGER].when, WHEN_LATER);
}

/* Day 5.3, 09:00: who leads writes an answer in plain words and a date. */
TEST(asks, who_leads_answers_and_promises_and_says_what_was_done)
{
    struct staff s = make(cx);
    struct said_id id = heat(cx, &s, wish(WHEN_NEVER, WHEN_NOW, WHEN_NEVER));
    struct will will[] = {{"Call him myself", {day_of(cx->now).days + 2}}};
    struct wills wills = {will, 1, 1};
    struct reply r = {.thing = id, .version = 1, .words = "You are cold."};
    struct held_ask it;
    struct replies back;
    struct ask_promise of;
    struct dids dids;
    struct ask a;

    act(cx, &s, s.lead, ROLE_SUPERVISOR);
    cr_assert(held_get(cx, id, &it) && notes_write(cx));
    cr_assert_str_eq(it.said.words, "Call the landlord about the heat");
    cr_assert(reply_add(cx, &r, &wills), "%s", cx->err.text);
    fails_with(cx, held_did(cx, id, ""), ERR_INVALID);
    cr_assert(held_did(cx, id, "Called the landlord"), "%s", cx->err.text);
    act(cx, &s, s.t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, held_did(cx, id, "Me too"), ERR_NOTFOUND);

    be_denise(cx, &s);
    cr_assert(reply_list(cx, s.t.denise, id, &back));
    cr_assert_eq(back.n, 1);
    cr_assert_str_eq(back.at[0].who, "Karen");
    cr_assert_eq(back.at[0].promises.n, 1);
    cr_assert(ask_of_promise(cx, back.at[0].promises.at[0].id.v, &of));
    cr_assert_eq(of.ask.v, id.v, "more noise is about the ask there is");
    cr_assert(did_list(cx, s.t.denise, id, &dids));
    cr_assert_eq(dids.n, 1);
    cr_assert_str_eq(dids.at[0].words, "Called the landlord");
    cr_assert_str_eq(dids.at[0].who, "Karen");
    cr_assert(ask_get(cx, id, &a));
    cr_assert(a.answered);
    cr_assert(reply_answer(cx, s.t.denise, r.id, REPLY_RIGHT, ""));
}

/* Never-list 14: what waits rises. */
TEST(asks, what_was_not_answered_is_on_top_the_oldest_first)
{
    struct staff s = make(cx);
    const struct ladder_wish w = wish(WHEN_NOW, WHEN_NEVER, WHEN_NEVER);
    struct said_id first = heat(cx, &s, w), second, third;
    struct helds list;

    cx->now += 5 * DAY;
    second = heat(cx, &s, w);
    cx->now += 10 * DAY;
    third = heat(cx, &s, w);
    act(cx, &s, s.t.luis, ROLE_CASE_MANAGER);
    cr_assert(held_list(cx, &list));
    cr_assert_eq(list.n, 3);
    cr_assert_eq(list.at[0].id.v, first.v);
    cr_assert_eq(list.at[0].days, 15);
    cr_assert(list.at[0].old);
    cr_assert_not(list.at[1].old);
    struct reply r = {.thing = first, .version = 1, .words = "Yes."};
    struct wills none = {0};
    cr_assert(reply_add(cx, &r, &none));
    cr_assert(held_list(cx, &list));
    cr_assert_eq(list.at[0].id.v, second.v);
    cr_assert_eq(list.at[1].id.v, third.v);
    cr_assert_eq(list.at[2].id.v, first.v);
}

TEST(asks, who_leads_sees_how_many_and_none_under_five)
{
    struct staff s = make(cx);
    const struct ladder_wish w = wish(WHEN_NOW, WHEN_NEVER, WHEN_NEVER);
    struct ask_numbers n;

    for (int i = 0; i < 5; i++)
        heat(cx, &s, w);
    heat(cx, &s, wish(WHEN_LATER, WHEN_LATER, WHEN_LATER));
    act(cx, &s, s.t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, ask_count(cx, &n), ERR_NOTFOUND);
    act(cx, &s, s.lead, ROLE_SUPERVISOR);
    cr_assert(ask_count(cx, &n));
    cr_assert_eq(n.open.how, COUNT_EXACT);
    cr_assert_eq(n.open.n, 5, "one that nobody has is not counted");
    cr_assert_eq(n.old.how, COUNT_FEW);
    cx->now += 15 * DAY;
    for (int i = 0; i < 5; i++)
        heat(cx, &s, w);
    act(cx, &s, s.lead, ROLE_SUPERVISOR);
    cr_assert(ask_count(cx, &n));
    cr_assert_eq(n.open.n, 10);
    cr_assert_eq(n.old.n, 5);
}

TEST(asks, only_a_promise_of_another_to_her_is_quoted)
{
    struct staff s = make(cx);
    struct said p = {.person = s.t.denise,
                     .kind = SAID_PROMISE,
                     .due = DATE_NONE,
                     .until = TIME_NONE,
                     .words = "Call the landlord"};
    struct ask_promise of;

    act(cx, &s, s.t.ruth, ROLE_PEER);
    cr_assert(said_say(cx, &p), "%s", cx->err.text);
    be_denise(cx, &s);
    cr_assert(ask_of_promise(cx, p.id.v, &of));
    cr_assert_str_eq(of.words, "Call the landlord");
    cr_assert_eq(of.ask.v, 0);
    struct said mine = p;
    cr_assert(said_say(cx, &mine), "%s", cx->err.text);
    cr_assert(ask_of_promise(cx, mine.id.v, &of));
    cr_assert_str_empty(of.words);
    act(cx, &s, s.t.ana, ROLE_PERSON);
    cr_assert(ask_of_promise(cx, p.id.v, &of));
    cr_assert_str_empty(of.words);
}

TEST(asks, words_and_days_are_checked_in_kind_words)
{
    struct staff s = make(cx);
    const struct ladder_wish w = wish(WHEN_NOW, WHEN_LATER, WHEN_LATER);
    struct said said = {.words = "", .due = DATE_NONE};

    be_denise(cx, &s);
    fails_with(cx, ask_make(cx, &said, &w), ERR_INVALID);
    said.words = "Heat";
    said.due = (struct date){day_of(cx->now).days - 1};
    fails_with(cx, ask_make(cx, &said, &w), ERR_INVALID);
    act(cx, &s, s.t.ruth, ROLE_PEER);
    said.due = DATE_NONE;
    fails_with(cx, ask_make(cx, &said, &w), ERR_NOTFOUND);
}

TEST(asks, one_who_has_it_where_nobody_stands_now_keeps_it)
{
    struct staff s = make(cx);
    struct said_id id = heat(cx, &s, wish(WHEN_NOW, WHEN_NOW, WHEN_NEVER));
    struct ladder_wish w = wish(WHEN_NOW, WHEN_LATER, WHEN_LATER);
    struct ask a;

    cr_assert(
        holder_set(cx, s.t.program, STEP_TEAM_LEAD, (struct person_id){0}));
    be_denise(cx, &s);
    cr_assert(ask_loud(cx, id, &w), "%s", cx->err.text);
    cr_assert_str_eq(who_reads(cx, &s, id), "luis lead ");
    cr_assert(
        holder_set(cx, s.t.program, STEP_DIRECTOR, (struct person_id){0}));
    w = wish(WHEN_NOW, WHEN_LATER, WHEN_NEVER);
    be_denise(cx, &s);
    cr_assert(ask_loud(cx, id, &w));
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.ladder.at[STEP_DIRECTOR].when, WHEN_LATER);
}

TEST(asks, a_day_that_is_typed_counts_or_is_asked_about)
{
    struct staff s = make(cx);
    struct said_id id = heat(cx, &s, wish(WHEN_NEVER, WHEN_NOW, WHEN_LATER));
    struct ladder_wish w = wish(WHEN_NEVER, WHEN_NOW, WHEN_LATER);
    struct ask a;

    w.day[STEP_DIRECTOR] = (struct date){day_of(cx->now).days + 3};
    cr_assert(ask_loud(cx, id, &w), "%s", cx->err.text);
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.ladder.at[STEP_DIRECTOR].when, WHEN_DAY);
    cr_assert(ask_loud(cx, id, &w), "the day that stood there is not typed");
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.ladder.at[STEP_DIRECTOR].when, WHEN_LATER);
    w.when[STEP_DIRECTOR] = WHEN_NEVER;
    cr_assert_not(ask_loud(cx, id, &w));
    cr_assert_str_eq(cx->err.field, "day-2");
    ctx_forgive(cx);
    w.when[STEP_DIRECTOR] = WHEN_NOW;
    fails_with(cx, ask_loud(cx, id, &w), ERR_INVALID);
}

TEST(asks, a_day_without_what_is_done_by_it_is_asked_about)
{
    struct staff s = make(cx);
    struct said_id id = heat(cx, &s, wish(WHEN_NOW, WHEN_NEVER, WHEN_NEVER));
    struct will will[] = {{"", {day_of(cx->now).days + 2}}};
    struct wills wills = {will, 1, 1};
    struct reply r = {.thing = id, .version = 1, .words = "You are cold."};

    act(cx, &s, s.t.luis, ROLE_CASE_MANAGER);
    cr_assert_not(reply_add(cx, &r, &wills));
    cr_assert_str_eq(cx->err.field, "will-0");
}

/* R103, R68: her log says what was done, and no more. */
TEST(asks, to_open_one_is_a_look_and_not_a_change)
{
    struct staff s = make(cx);
    struct said_id id = heat(cx, &s, wish(WHEN_NOW, WHEN_NEVER, WHEN_NEVER));
    struct held_ask it;
    struct accesses log;
    int64_t older;

    act(cx, &s, s.t.luis, ROLE_CASE_MANAGER);
    cr_assert(held_get(cx, id, &it) && notes_write(cx));
    be_denise(cx, &s);
    cr_assert(access_list(cx, s.t.denise, 0, &log, &older));
    cr_assert_eq(log.n, 1);
    cr_assert_eq(log.at[0].did, ACCESS_SAW);
}

/* Open one by one, her oldest promises among more than a page of them. */
TEST(asks, noise_is_made_about_any_promise_however_many_there_are)
{
    struct staff s = make(cx);
    struct said p = {.person = s.t.denise,
                     .kind = SAID_PROMISE,
                     .due = DATE_NONE,
                     .until = TIME_NONE,
                     .words = "Call the landlord"};
    struct ask_promise of;

    act(cx, &s, s.t.ruth, ROLE_PEER);
    cr_assert(said_say(cx, &p));
    for (int i = 0; i < 210; i++) {
        struct said more = p;
        cr_assert(said_say(cx, &more));
    }
    be_denise(cx, &s);
    cr_assert(ask_of_promise(cx, p.id.v, &of));
    cr_assert_str_eq(of.words, "Call the landlord");
}

TEST(asks, two_numbers_do_not_say_a_third)
{
    struct staff s = make(cx);
    const struct ladder_wish w = wish(WHEN_NOW, WHEN_NEVER, WHEN_NEVER);
    struct ask_numbers n;

    for (int i = 0; i < 6; i++)
        heat(cx, &s, w);
    cx->now += 15 * DAY;
    heat(cx, &s, w);
    act(cx, &s, s.lead, ROLE_SUPERVISOR);
    cr_assert(ask_count(cx, &n));
    cr_assert_eq(n.open.n, 7);
    cr_assert_eq(n.old.how, COUNT_ALL_BUT_FEW, "seven less six is one");
}
