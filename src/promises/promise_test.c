#include "promises/promise.h"

#include "people/town_test.h"
#include "rhythm/space.h"
#include "said/read.h"

static const char leaflet[] = "Bring the course leaflet";

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
    fails_with(cx, promise_move(cx, t.denise, id, promise_act("gone"), ""),
               ERR_INVALID);
    cr_assert(promise_move(cx, t.denise, id, promise_act("could-not"),
                           "The van broke."));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(promise_list(cx, t.denise, true, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_eq(list.at[0].said.ending, ENDED_COULD_NOT);
    cr_assert_str_eq(list.at[0].said.why, "The van broke.");
    cr_assert(promise_move(cx, t.denise, id, promise_act("open"), ""));
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
    fails_with(cx, promise_move(cx, t.denise, id, ACT_COULD_NOT, "Rain"),
               ERR_CONFLICT);
    fails_with(cx, promise_move(cx, t.denise, id, ACT_LET_GO, ""),
               ERR_CONFLICT);
    fails_with(cx, promise_move(cx, t.denise, own_id, ACT_DONE, ""),
               ERR_NOTFOUND);
    cr_assert(promise_move(cx, t.denise, id, ACT_DONE, ""), "%s", cx->err.text);
    fails_with(cx, promise_move(cx, t.denise, id, ACT_REOPEN, ""),
               ERR_CONFLICT);
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
    fails_with(cx, promise_move(cx, t.denise, id, ACT_CHANGE, ""), ERR_INVALID);
    cr_assert(promise_move(cx, t.denise, id, ACT_CHANGE, "She gets it."));
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
        cr_assert(promise_move(cx, t.denise, list.at[i].said.id, ACT_DONE, ""));
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
