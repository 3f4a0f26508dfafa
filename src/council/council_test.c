#include "council/council.h"

#include <string.h>

#include "auth/auth.h"
#include "council/pages.h"
#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "people/town_test.h"
#include "web/web.h"

static void sign_in_for(struct ctx *cx, const struct town *t,
                        struct person_id p, const char *name)
{
    struct account a = {
        .person = p, .program = t->program, .role = ROLE_PERSON};

    cr_assert(account_add_hashed(cx, &a, name, "x"), "%s", cx->err.text);
}

static struct person_id lead(struct ctx *cx, const struct town *t)
{
    struct person_id p =
        town_add(cx, t->program, ROLE_SUPERVISOR, "Karen Olsen");

    town_act(cx, t, p, ROLE_SUPERVISOR);
    return p;
}

static struct date in_days(struct ctx *cx, int n)
{
    return (struct date){day_of(cx->now).days + n};
}

/* Denise sits on the council. */
static struct person_id council_with_denise(struct ctx *cx, struct town *t)
{
    sign_in_for(cx, t, t->denise, "denise");
    struct person_id karen = lead(cx, t);
    cr_assert(council_member_add(cx, "denise", in_days(cx, 365), true), "%s",
              cx->err.text);
    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(council_say_yes(cx), "%s", cx->err.text);
    town_act(cx, t, karen, ROLE_SUPERVISOR);
    return karen;
}

static struct council_proposal only(struct ctx *cx)
{
    struct council_proposals all;

    cr_assert(council_proposals(cx, &all));
    cr_assert_eq(all.n, 1);
    return all.at[0];
}

TEST(council, an_answer_that_is_owed_is_late_to_everybody) /* R56 */
{
    struct town t = town_make(cx);
    struct person_id karen = council_with_denise(cx, &t);

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(council_propose(cx, "Read statements within 2 days"));
    int64_t id = only(cx).id;
    cr_assert(council_vote(cx, id, VOTE_YES));
    fails_with(cx, council_vote(cx, id, VOTES), ERR_INVALID);
    fails_with(cx, council_close(cx, id, DATE_NONE), ERR_INVALID);
    cr_assert(council_close(cx, id, in_days(cx, 12)), "%s", cx->err.text);
    fails_with(cx, council_vote(cx, id, VOTE_NO), ERR_CONFLICT);
    cr_assert_eq(only(cx).yes, 1);
    cr_assert_eq(only(cx).votes, 0); /* how each voted is gone */
    cx->actor = &actor_nobody;
    cr_assert(!only(cx).late);
    cx->now += 14 * 86400L;
    cr_assert(only(cx).late);
    fails_with(cx, council_answer(cx, id, "Yes"), ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    fails_with(cx, council_change(cx, id, "Nothing"), ERR_NOTFOUND);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    fails_with(cx, council_answer(cx, id, ""), ERR_INVALID);
    cr_assert(council_answer(cx, id, "Yes, from January"));
    fails_with(cx, council_answer(cx, id, "No"), ERR_CONFLICT);
    cr_assert_str_eq(only(cx).answer, "Yes, from January");
    cr_assert(!only(cx).late);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(council_change(cx, id, "They are read the same day"));
    cr_assert_str_eq(only(cx).change, "They are read the same day");
}

TEST(council, what_is_not_carried_asks_nothing_of_the_board) /* R56 */
{
    struct town t = town_make(cx);
    struct person_id karen = council_with_denise(cx, &t);

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(council_propose(cx, "Close at noon"));
    int64_t id = only(cx).id;
    cr_assert(council_vote(cx, id, VOTE_ASIDE));
    cr_assert(council_close(cx, id, in_days(cx, 5)));
    cr_assert_eq(only(cx).state, COUNCIL_NOT_CARRIED);
    cr_assert(!date_is_set(only(cx).due));
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    fails_with(cx, council_answer(cx, id, "Yes"), ERR_NOTFOUND);
}

TEST(council, only_members_in_their_term_do_its_work) /* R56 */
{
    struct town t = town_make(cx);
    struct council_part part;
    struct council_meeting m = {
        .day = DATE_NONE, .agenda = "Heat", .minutes = ""};

    council_with_denise(cx, &t);
    fails_with(cx, council_member_add(cx, "nobody", in_days(cx, 9), false),
               ERR_INVALID);
    fails_with(cx, council_propose(cx, "More heat"), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, council_propose(cx, "More heat"), ERR_NOTFOUND);
    fails_with(cx, council_member_add(cx, "denise", in_days(cx, 9), false),
               ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    fails_with(cx, council_propose(cx, ""), ERR_INVALID);
    fails_with(cx, council_meet(cx, &m), ERR_INVALID);
    m.day = in_days(cx, 3);
    cr_assert(council_meet(cx, &m), "%s", cx->err.text);
    cx->now += 400 * 86400L;
    cr_assert(council_part(cx, &part));
    cr_assert(!part.sits);
    fails_with(cx, council_propose(cx, "More heat"), ERR_NOTFOUND);
}

TEST(council, members_are_named_as_they_chose) /* R56 */
{
    struct town t = town_make(cx);
    struct council_members all;

    council_with_denise(cx, &t);
    cx->actor = &actor_nobody;
    cr_assert(council_members(cx, &all));
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].shown, "");
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(council_name(cx, "Dee"));
    cx->actor = &actor_nobody;
    cr_assert(council_members(cx, &all));
    cr_assert_str_eq(all.at[0].shown, "Dee");
}

TEST(council, an_empty_seat_is_seen) /* R57 */
{
    struct town t = town_make(cx);
    struct council_seats all;
    struct council_seat s = {.place = "Ethics", .holder = "", .lived = true};

    lead(cx, &t);
    cr_assert(council_seat_add(cx, &s), "%s", cx->err.text);
    s.place = "";
    fails_with(cx, council_seat_add(cx, &s), ERR_INVALID);
    cx->actor = &actor_nobody;
    cr_assert(council_seats(cx, &all));
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].holder, "");
    fails_with(cx, council_seat_remove(cx, all.at[0].id), ERR_NOTFOUND);
}

TEST(council, nobody_decides_alone) /* R56 */
{
    struct town t = town_make(cx);
    struct person_id karen = council_with_denise(cx, &t);
    struct council_members all;

    sign_in_for(cx, &t, t.ana, "ana");
    cr_assert(council_member_add(cx, "ana", in_days(cx, 365), false));
    town_act(cx, &t, t.ana, ROLE_PERSON);
    cr_assert(council_say_yes(cx), "%s", cx->err.text);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(council_propose(cx, "Tea in the evening"));
    const int64_t id = only(cx).id;
    cr_assert(council_vote(cx, id, VOTE_YES));
    fails_with(cx, council_close(cx, id, in_days(cx, 5)), ERR_INVALID);
    cr_assert_eq(only(cx).votes, 1, "the vote is open still");
    town_act(cx, &t, t.ana, ROLE_PERSON);
    cr_assert(council_vote(cx, id, VOTE_NO));
    fails_with(cx, council_member_end(cx, 1), ERR_NOTFOUND);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(council_members(cx, &all));
    cr_assert_eq(all.n, 2);
    cr_assert(council_member_end(cx, all.at[1].id));
    cr_assert_eq(only(cx).votes, 2, "a vote that was cast stays counted");
    cr_assert_eq(only(cx).left, 1);
    cr_assert(council_members(cx, &all));
    cr_assert_eq(all.n, 1);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(council_close(cx, id, in_days(cx, 5)), "%s", cx->err.text);
    cr_assert_eq(only(cx).no, 1);
}

static enum seat_state my_seat(struct ctx *cx)
{
    struct council_mine mine;

    cr_assert(council_mine(cx, &mine), "%s", cx->err.text);
    return mine.state;
}

static size_t how_many(struct ctx *cx)
{
    struct council_members all;

    cr_assert(council_members(cx, &all), "%s", cx->err.text);
    return all.n;
}

/* R56: nobody sits there who did not say yes; the end of a term is told. */
TEST(council, a_seat_counts_after_a_yes_and_its_end_is_told)
{
    struct town t = town_make(cx);
    struct person_id karen = lead(cx, &t);
    struct council_members asked;

    sign_in_for(cx, &t, t.ana, "ana");
    cr_assert(council_member_add(cx, "ana", in_days(cx, 30), false));
    cr_assert_eq(how_many(cx), 0);
    cr_assert(council_asked(cx, &asked));
    cr_assert_eq(asked.n, 1);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, council_asked(cx, &asked), ERR_NOTFOUND);
    cr_assert_eq(my_seat(cx), SEAT_ASKED);
    fails_with(cx, council_propose(cx, "Tea"), ERR_NOTFOUND);
    fails_with(cx, council_name(cx, "Ana"), ERR_NOTFOUND);
    cr_assert(council_say_yes(cx));
    fails_with(cx, council_say_yes(cx), ERR_NOTFOUND);
    cr_assert_eq(my_seat(cx), SEAT_HELD);
    cr_assert_eq(how_many(cx), 1);

    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(council_member_add(cx, "ana", in_days(cx, 60), false));
    cr_assert_eq(how_many(cx), 1, "a longer term needs no new yes");
    cr_assert(council_member_end(cx, asked.at[0].id));
    fails_with(cx, council_member_end(cx, asked.at[0].id), ERR_NOTFOUND);
    cr_assert_eq(how_many(cx), 0);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    cr_assert_eq(my_seat(cx), SEAT_ENDED);
    cr_assert(council_end_read(cx));
    cr_assert_eq(my_seat(cx), SEAT_NONE);
    fails_with(cx, council_say_yes(cx), ERR_NOTFOUND);

    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(council_member_add(cx, "ana", in_days(cx, 60), false));
    cr_assert_eq(how_many(cx), 0, "a new term is asked for again");
    town_act(cx, &t, t.ana, ROLE_PERSON);
    cr_assert(council_say_no(cx));
    cr_assert_eq(my_seat(cx), SEAT_NONE);
}

static bool draws(struct ctx *cx, bool (*panel)(struct req *, struct tpl *),
                  const char *words)
{
    struct tpl page = tpl_new(cx->mem, LANG_EN);
    struct req rq = {.cx = cx, .page = &page};

    cr_assert(panel(&rq, &page), "%s", cx->err.text);
    return page.out.at && strstr(page.out.at, words);
}

/* R56: a member is told of an open vote until theirs is cast. */
TEST(council, an_open_vote_is_told_until_it_is_cast)
{
    static const char open[] = "a vote is open";
    struct town t = town_make(cx);

    council_with_denise(cx, &t);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert_not(draws(cx, my_council_panel, open));
    cr_assert(council_propose(cx, "Tea in the evening"));
    cr_assert(draws(cx, my_council_panel, open));
    cr_assert(draws(cx, council_waits_panel, open));
    town_act(cx, &t, t.ana, ROLE_PERSON);
    cr_assert_not(draws(cx, my_council_panel, open), "no member");
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(council_vote(cx, only(cx).id, VOTE_ASIDE));
    cr_assert_not(draws(cx, my_council_panel, open));
    cr_assert_not(draws(cx, council_waits_panel, open));
}

/* R47, R56: found from every page, also before signing in. */
TEST(council, it_and_the_rights_are_found_from_every_foot)
{
    struct town t = town_make(cx);

    cr_assert(db_commit(cx));
    cr_assert(settings_load(cx, NULL));
    struct browser b = {.cx = cx, .shell = web_shell};
    browse(&b, "/council");
    cr_assert(strstr(b.body, "href=\"/rights\""), "%s", b.body);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    b.actor = cx->actor;
    browse(&b, "/account");
    cr_assert(strstr(b.body, "href=\"/council\""), "%s", b.body);
    cr_assert(strstr(b.body, "href=\"/rights\""));
}

TEST(council, who_answers_for_the_board_does_not_sit_on_it) /* R56 */
{
    struct town t = town_make(cx);
    struct account a = {.program = t.program, .role = ROLE_SUPERVISOR};

    a.person = lead(cx, &t);
    cr_assert(account_add_hashed(cx, &a, "karen", "x"), "%s", cx->err.text);
    fails_with(cx, council_member_add(cx, "karen", in_days(cx, 9), false),
               ERR_INVALID);
    fails_with(cx, council_member_add(cx, "", in_days(cx, 9), false),
               ERR_INVALID);
}

TEST(council, minutes_wait_for_the_day) /* R56 */
{
    struct town t = town_make(cx);
    struct council_meeting m = {
        .day = in_days(cx, 3), .agenda = "Heat", .minutes = ""};
    struct council_meetings all;

    council_with_denise(cx, &t);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(council_meet(cx, &m), "%s", cx->err.text);
    cr_assert(council_meetings(cx, &all));
    cr_assert_not(all.at[0].was);
    m = all.at[0];
    m.minutes = "We meet again";
    fails_with(cx, council_meet(cx, &m), ERR_NOTFOUND);
    cx->now += 3 * 86400L;
    cr_assert(council_meet(cx, &m), "%s", cx->err.text);
}
