#include "promises/promise.h"

#include <string.h>

#include "db/db.h"
#include "people/town_test.h"
#include "rhythm/space.h"
#include "said/read.h"
#include "sharing/permission.h"

static const char leaflet[] = "Bring the course leaflet";

static bool moves(struct ctx *cx, struct person_id whose, struct said_id id,
                  enum said_act act, const char *why)
{
    return promise_move(cx, whose, id, act, &(struct will){why, DATE_NONE});
}

static struct will today(struct ctx *cx, const char *words)
{
    return (struct will){words, day_of(cx->now)};
}

TEST(promises, she_sees_all_that_was_promised_to_her_and_by_whom)
{
    struct town t = town_make(cx);
    struct will w = today(cx, leaflet);
    struct promises list;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &w), "%s",
              cx->err.text);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, promise_make(cx, t.denise, (struct person_id){0}, &w),
               ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    w = today(cx, "Call my sister");
    cr_assert(promise_make(cx, t.denise, t.ruth, &w), "%s", cx->err.text);
    cr_assert(promise_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, 2);
    cr_assert(list.at[0].mine);
    cr_assert_str_eq(list.at[0].whom, "Ruth");
    cr_assert_str_eq(list.at[1].who, "Ruth");
    cr_assert_not(list.at[1].late);
    cx->now += 86400;
    cr_assert(promise_list(cx, t.denise, false, &list));
    cr_assert(list.at[1].late);
}

TEST(promises, each_of_staff_sees_their_own_and_what_was_promised_to_them)
{
    struct town t = town_make(cx);
    struct will w = today(cx, "Call my sister"), own = today(cx, "Walk");
    struct promises list;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(promise_make(cx, t.denise, t.ruth, &w));
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &own));
    fails_with(cx, promise_make(cx, t.denise, t.luis, &w), ERR_INVALID);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_list_between(cx, t.denise, &list));
    cr_assert_eq(list.n, 1, "what she told herself is hers alone");
    cr_assert_str_eq(list.at[0].said.words, "Call my sister");
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(promise_list_between(cx, t.denise, &list));
    cr_assert_eq(list.n, 0);
}

/* Of their own accord, not only in an answer (R20). */
TEST(promises, whom_she_lets_see_something_may_promise_her_something)
{
    struct town t = town_make(cx);
    const struct will w = today(cx, "Call the landlord");
    struct permission p = {.what = {t.denise, TOPIC_BETWEEN, 0},
                           .to = t.luis,
                           .purpose = "the flat",
                           .until = cx->now + 3600};
    struct promises list;
    struct persons whom;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(promise_whom(cx, &whom));
    cr_assert_eq(whom.n, 1);
    cr_assert_str_eq(whom.at[0].first, "Denise C.");
    cr_assert_str_empty(whom.at[0].name, "not more than a first name");
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &w), "%s",
              cx->err.text);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(promise_whom(cx, &whom));
    cr_assert_eq(whom.n, 0);
    fails_with(cx, promise_make(cx, t.denise, (struct person_id){0}, &w),
               ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(promise_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].who, "Luis");

    /* That it was promised opens nothing when her yes is over. */
    cx->now += 3600;
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(promise_whom(cx, &whom));
    cr_assert_eq(whom.n, 0);
    fails_with(cx, promise_make(cx, t.denise, (struct person_id){0}, &w),
               ERR_NOTFOUND);
    cr_assert(promise_list_mine(cx, &list));
    cr_assert_eq(list.n, 1, "it stays theirs to keep");
}

TEST(promises, either_side_ends_it_and_the_other_reads_the_word)
{
    struct town t = town_make(cx);
    struct will w = today(cx, leaflet);
    struct promises list;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &w));
    cr_assert(promise_list_mine(cx, &list));
    cr_assert_eq(list.n, 1);
    const struct said_id id = list.at[0].said.id;
    fails_with(cx, moves(cx, t.denise, id, promise_act("gone"), ""),
               ERR_INVALID);
    cr_assert(
        moves(cx, t.denise, id, promise_act("could-not"), "The van broke."));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(promise_list(cx, t.denise, true, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_eq(list.at[0].said.ending, ENDED_COULD_NOT);
    cr_assert_str_eq(list.at[0].said.why, "The van broke.");
    cr_assert(moves(cx, t.denise, id, promise_act("open"), ""));
    cr_assert(promise_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, 1);
}

TEST(promises, who_leads_the_program_sees_how_many_are_late)
{
    struct town t = town_make(cx);
    struct will w = today(cx, leaflet);
    struct person_id karen = town_add(cx, t.program, ROLE_SUPERVISOR, "Karen");
    struct promises_late late;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &w));
    fails_with(cx, promise_count_late(cx, &late), ERR_NOTFOUND);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(promise_count_late(cx, &late));
    cr_assert_eq(late.n, 0);
    cx->now += 86400;
    cr_assert(promise_count_late(cx, &late));
    cr_assert_eq(late.n, 1);
    cr_assert_eq(late.week, 1);
    cx->now += 5 * 86400; /* it was due on a Tuesday: it is Monday */
    cr_assert(promise_count_late(cx, &late));
    cr_assert_eq(late.n, 1);
    cr_assert_eq(late.week, 0);
}

/* R16, never-list 6. */
TEST(promises, to_whom_wants_space_a_promise_rests_until_their_day)
{
    struct town t = town_make(cx);
    struct will w = today(cx, leaflet);
    struct person_id karen = town_add(cx, t.program, ROLE_SUPERVISOR, "Karen");
    const struct date until = {day_of(cx->now).days + 3};
    struct said call = {.person = t.denise,
                        .kind = SAID_PROMISE,
                        .due = w.due,
                        .until = TIME_NONE,
                        .words = "Call the lab"};
    struct promises list;
    struct promises_late late;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &w));
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(said_say(cx, &call), "%s", cx->err.text);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(space_ask(cx, t.denise, until), "%s", cx->err.text);
    cx->now += 2 * 86400;
    cr_assert(promise_list(cx, t.denise, false, &list));
    cr_assert(list.at[0].late, "she may make more noise");
    cr_assert_not(date_is_set(list.at[0].space));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_list_mine(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_not(list.at[0].late);
    cr_assert_eq(list.at[0].space.days, until.days);
    cr_assert(promise_list_between(cx, t.denise, &list));
    cr_assert_not(list.at[0].late);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(promise_list_mine(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_not(list.at[0].late);
    cr_assert_not(date_is_set(list.at[0].space), "that is not for her to know");
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(promise_count_late(cx, &late));
    cr_assert_eq(late.n, 0);
    cx->now += 86400;
    cr_assert(promise_count_late(cx, &late));
    cr_assert_eq(late.n, 2, "its day has come again with hers");
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_list_mine(cx, &list));
    cr_assert(list.at[0].late);
    cr_assert_not(date_is_set(list.at[0].space));
}

/* R47: it may be about who leads. */
TEST(promises, what_is_promised_about_her_rights_is_in_nobodys_number)
{
    struct town t = town_make(cx);
    struct will w = today(cx, "Talk with the night staff");
    struct person_id karen = town_add(cx, t.program, ROLE_SUPERVISOR, "Karen");
    struct said s = {.person = t.denise,
                     .kind = SAID_GRIEVANCE,
                     .due = DATE_NONE,
                     .until = TIME_NONE,
                     .words = "He came in and did not knock."};
    struct promises open;
    struct promises_late late;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(said_begin(cx, &s) && said_approve(cx, s.id, s.hash) &&
                  said_give(cx, &s, karen, "my rights", TIME_NONE),
              "%s", cx->err.text);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(said_get(cx, t.denise, s.id, &s), "%s", cx->err.text);
    cr_assert(reply_add(cx,
                        &(struct reply){.thing = s.id,
                                        .version = s.version,
                                        .words = "He is to knock."},
                        &(struct wills){&w, 1, 1}),
              "%s", cx->err.text);
    cr_assert(promise_list_mine(cx, &open));
    cr_assert_eq(open.n, 1);
    cx->now += 86400;
    cr_assert(promise_count_late(cx, &late));
    cr_assert_eq(late.n, 0);
}

TEST(promises, to_whom_she_promised_says_how_it_went)
{
    struct town t = town_make(cx);
    struct will w = today(cx, "Call my sister"), own = today(cx, "Walk");
    struct promises list;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(promise_make(cx, t.denise, t.ruth, &w), "%s", cx->err.text);
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &own));
    cr_assert(promise_list(cx, t.denise, false, &list));
    const struct said_id own_id = list.at[0].said.id;
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_list_between(cx, t.denise, &list));
    cr_assert_eq(list.n, 1);
    const struct said_id id = list.at[0].said.id;
    fails_with(cx, moves(cx, t.denise, id, ACT_COULD_NOT, "Rain"),
               ERR_CONFLICT);
    fails_with(cx, moves(cx, t.denise, id, ACT_LET_GO, ""), ERR_CONFLICT);
    fails_with(cx, moves(cx, t.denise, own_id, ACT_DONE, ""), ERR_NOTFOUND);
    cr_assert(moves(cx, t.denise, id, ACT_DONE, ""), "%s", cx->err.text);
    fails_with(cx, moves(cx, t.denise, id, ACT_REOPEN, ""), ERR_CONFLICT);
}

TEST(promises, something_else_is_said_with_what)
{
    struct town t = town_make(cx);
    struct will w = today(cx, leaflet);
    struct promises list;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &w));
    cr_assert(promise_list_mine(cx, &list));
    const struct said_id id = list.at[0].said.id;
    fails_with(cx, moves(cx, t.denise, id, ACT_CHANGE, ""), ERR_INVALID);
    cr_assert(moves(cx, t.denise, id, ACT_CHANGE, "She gets it."));
}

TEST(promises, what_is_over_stands_with_the_latest_on_top)
{
    struct town t = town_make(cx);
    struct will soon = today(cx, "Soon"), never = {"No day", DATE_NONE};
    struct promises list;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &soon));
    cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &never));
    cr_assert(promise_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, 2);
    cr_assert_str_eq(list.at[0].said.words, "Soon");
    for (size_t i = 0; i < 2; i++) {
        cx->now += 60;
        cr_assert(moves(cx, t.denise, list.at[i].said.id, ACT_DONE, ""));
    }
    cr_assert(promise_list(cx, t.denise, true, &list));
    cr_assert_eq(list.n, 2);
    cr_assert_str_eq(list.at[0].said.words, "No day", "it ended last");
}

TEST(promises, none_that_is_open_is_cut_off)
{
    struct town t = town_make(cx);
    struct will w = today(cx, leaflet);
    struct promises list;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    for (int i = 0; i < PROMISES_SHOWN + 5; i++)
        cr_assert(promise_make(cx, t.denise, (struct person_id){0}, &w));
    cr_assert(promise_list_mine(cx, &list));
    cr_assert_eq(list.n, PROMISES_SHOWN + 5);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(promise_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, PROMISES_SHOWN + 5);
}

static struct said_id ruth_promises(struct ctx *cx, const struct town *t)
{
    struct will w = today(cx, leaflet);
    struct promises list;

    town_act(cx, t, t->ruth, ROLE_PEER);
    cr_assert(promise_make(cx, t->denise, (struct person_id){0}, &w));
    cr_assert(promise_list_mine(cx, &list));
    cr_assert_eq(list.n, 1);
    return list.at[0].said.id;
}

static struct promises told(struct ctx *cx, const struct town *t)
{
    struct promises list;

    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(promise_list_told(cx, t->denise, &list), "%s", cx->err.text);
    return list;
}

/* R20, R121: nothing leaves her page because another says so. */
TEST(promises, what_another_ended_is_told_until_she_says_that_it_is_so)
{
    struct town t = town_make(cx);
    struct promises list;
    const struct said_id id = ruth_promises(cx, &t);

    cr_assert_eq(told(cx, &t).n, 0);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(moves(cx, t.denise, id, ACT_DONE, "She has it"));
    list = told(cx, &t);
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].last, "Ruth");
    cr_assert_eq(list.at[0].said.ending, ENDED_DONE);
    cr_assert(moves(cx, t.denise, id, ACT_REOPEN, ""));
    cr_assert_eq(told(cx, &t).n, 0);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_list_mine(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_eq(list.at[0].said.last_act, ACT_REOPEN);
    cr_assert_str_eq(list.at[0].before, "She has it");
    cr_assert_str_eq(list.at[0].last, "Denise", "who says: not done yet");
    cr_assert(moves(cx, t.denise, id, ACT_DONE, ""));
    cr_assert(promise_list_told_mine(cx, &list));
    cr_assert_eq(list.n, 0, "who ended it knows");
    cr_assert_eq(told(cx, &t).n, 1);
    cr_assert(moves(cx, t.denise, id, ACT_SEEN, ""));
    cr_assert_eq(told(cx, &t).n, 0);
    cr_assert(promise_list(cx, t.denise, true, &list));
    cr_assert_eq(list.at[0].said.ending, ENDED_DONE);
}

TEST(promises, it_is_told_for_two_weeks)
{
    struct town t = town_make(cx);
    const struct said_id id = ruth_promises(cx, &t);

    cr_assert(moves(cx, t.denise, id, ACT_DONE, ""));
    cx->now += PROMISES_TOLD_DAYS * 86400;
    cr_assert_eq(told(cx, &t).n, 1);
    cx->now += 86400;
    cr_assert_eq(told(cx, &t).n, 0);
}

TEST(promises, who_made_it_and_agreed_on_something_else_promises_that)
{
    struct town t = town_make(cx);
    const struct said_id id = ruth_promises(cx, &t);
    const struct date due = {day_of(cx->now).days + 2};
    char long_words[PROMISE_WORDS_MAX + 2];
    struct promises list;

    memset(long_words, 'x', sizeof long_words - 1);
    long_words[sizeof long_words - 1] = '\0';
    cr_assert(db_savepoint(cx));
    fails_with(cx, moves(cx, t.denise, id, ACT_CHANGE, long_words),
               ERR_INVALID);
    db_revert(cx);
    cr_assert(promise_move(cx, t.denise, id, ACT_CHANGE,
                           &(struct will){"Send it by mail", due}),
              "%s", cx->err.text);
    list = told(cx, &t);
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].said.why, "Send it by mail");
    cr_assert(promise_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].said.words, "Send it by mail");
    cr_assert_str_eq(list.at[0].who, "Ruth");
    cr_assert_eq(list.at[0].said.due.days, due.days);
}

TEST(promises, what_she_says_was_agreed_is_a_promise_when_its_maker_says_so)
{
    struct town t = town_make(cx);
    const struct said_id id = ruth_promises(cx, &t);
    struct promises list;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(moves(cx, t.denise, id, ACT_CHANGE, "She sends it by mail"));
    cr_assert(promise_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, 0, "nobody promises for another");
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, promise_instead(cx, t.denise, id, DATE_NONE), ERR_CONFLICT);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(promise_list_told_mine(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].last, "Denise");
    cr_assert(promise_instead(cx, t.denise, id, DATE_NONE), "%s", cx->err.text);
    fails_with(cx, promise_instead(cx, t.denise, id, DATE_NONE), ERR_CONFLICT);
    cr_assert(promise_list_mine(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].said.words, "She sends it by mail");
}
