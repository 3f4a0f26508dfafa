#include "visits/visit.h"

#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "people/town_test.h"
#include "sharing/permission.h"
#include "visits/after.h"
#include "visits/board.h"
#include "visits/company.h"
#include "visits/words.h"
#include "web/draft.h"

enum { HOUR_S = 3600, DAY_S = 86400 };

static struct visit a_visit(const struct town *t, int64_t at)
{
    return (struct visit){.person = t->denise,
                          .program = t->program,
                          .at = at,
                          .with_name = "Dr. Rao",
                          .place = "Eastside Clinic",
                          .reason = "I am too sleepy"};
}

static struct visit_id add(struct ctx *cx, const struct town *t, int64_t at)
{
    struct visit v = a_visit(t, at);

    cr_assert(visit_add(cx, &v), "%s", cx->err.text);
    return v.id;
}

TEST(visits_visit, what_was_written_comes_back)
{
    struct town t = town_make(cx);
    struct visit v;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    struct visit_id id = add(cx, &t, cx->now + DAY_S);
    cr_assert(visit_get(cx, t.denise, id, &v));
    cr_assert_str_eq(v.with_name, "Dr. Rao");
    cr_assert_str_eq(v.place, "Eastside Clinic");
    cr_assert_str_eq(v.reason, "I am too sleepy");
    cr_assert_eq(visit_days_left(&v, cx->now), 1);
}

TEST(visits_visit, a_form_with_a_mistake_is_told_which)
{
    struct town t = town_make(cx);
    struct visit v = a_visit(&t, cx->now);
    char *is_long = arena_alloc(cx->mem, VISIT_LINE_MAX + 2);

    town_act(cx, &t, t.denise, ROLE_PERSON);
    v.with_name = "";
    fails_with(cx, visit_add(cx, &v), ERR_INVALID);
    v = a_visit(&t, TIME_NONE);
    fails_with(cx, visit_add(cx, &v), ERR_INVALID);
    v = a_visit(&t, cx->now + 3000 * (int64_t)DAY_S);
    fails_with(cx, visit_add(cx, &v), ERR_INVALID);
    v = a_visit(&t, cx->now);
    v.place = memset(is_long, 'a', VISIT_LINE_MAX + 1);
    fails_with(cx, visit_add(cx, &v), ERR_INVALID);
}

/* Nobody should learn of one mistake after another. */
TEST(visits_visit, a_form_is_told_all_that_is_missing_at_once)
{
    struct town t = town_make(cx);
    struct visits list;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(db_commit(cx));
    cr_assert(settings_load(cx, NULL));
    struct browser b = {.cx = cx, .actor = cx->actor};
    browse_form(&b, "/me/visits/add", "place=Here");
    cr_assert_eq(b.status, 422);
    cr_assert(strstr(b.body, "Please say who it is with.") &&
              strstr(b.body, "Please choose a day.") &&
              strstr(b.body, "Please say at what time."));
    browse_form(&b, "/me/visits/add", "name=Dr.+Lee&date=2020-01-02");
    cr_assert(strstr(b.body, "Please look at the year."), "%s", b.body);
    cr_assert_null(strstr(b.body, "Please say at what time."));
    browse_form(&b, "/me/visits/add",
                "name=Dr.+Lee&date=2027-03-14&time=02%3A30");
    cr_assert(strstr(b.body, "Clocks jump over this time"), "%s", b.body);
    struct date past = {day_of(cx->now).days - 3};
    browse_form(
        &b, "/me/visits/add",
        arena_fmt(cx->mem, "name=Dr.+Lee&date=%s", date_iso(cx->mem, past)));
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert(visit_list_past(cx, t.denise, cx->now, 5, &list));
    cr_assert_eq(day_of(list.at[0].at).days, past.days);
    browse(&b, arena_fmt(cx->mem, "/me/visits/%lld/change",
                         (long long)list.at[0].id.v));
    cr_assert(strstr(b.body, "name=\"time\" value=\"\""), "%s", b.body);
}

/* R83: the questions go to the visit she chooses, and never by themselves to
 * the next one, which is of another doctor. */
TEST(visits_visit, questions_for_a_prescriber_begin_with_mind_and_medicine)
{
    struct town t = town_make(cx);
    struct visit body = a_visit(&t, cx->now + DAY_S);

    town_act(cx, &t, t.denise, ROLE_PERSON);
    body.with_name = "Dr. Meyer";
    body.kind = VISIT_BODY;
    cr_assert(visit_add(cx, &body), "%s", cx->err.text);
    cr_assert(db_commit(cx));
    cr_assert(settings_load(cx, NULL));
    struct browser b = {.cx = cx, .actor = cx->actor};
    browse(&b, "/me/next/questions");
    cr_assert(strstr(b.body, "No visit about mind and medicine"), "%s", b.body);
    cr_assert(strstr(b.body, "/me/visits/add"));
    cr_assert(db_begin(cx));
    add(cx, &t, cx->now + 2 * DAY_S);
    cr_assert(db_commit(cx));
    browse(&b, "/me/next/questions");
    const char *rao = strstr(b.body, "Dr. Rao");
    const char *meyer = strstr(b.body, "Dr. Meyer");
    cr_assert(rao && meyer && rao < meyer, "%s", b.body);
}

TEST(visits_visit, another_persons_visit_does_not_exist)
{
    struct town t = town_make(cx);
    struct visits list;
    struct visit v;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    struct visit_id id = add(cx, &t, cx->now + DAY_S);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, visit_get(cx, t.denise, id, &v), ERR_NOTFOUND);
    fails_with(cx, visit_get(cx, t.ana, id, &v), ERR_NOTFOUND);
    fails_with(cx, visit_set_state(cx, t.ana, id, VISIT_CANCELLED),
               ERR_NOTFOUND);
    cr_assert(visit_list_coming(cx, t.ana, 10, &list));
    cr_assert_eq(list.n, 0);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, visit_get(cx, t.denise, id, &v), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(visit_get(cx, t.denise, id, &v), "her own peer knows of it");
}

TEST(visits_visit, every_visit_is_either_coming_or_past)
{
    struct town t = town_make(cx);
    struct visits coming, past;
    size_t made = 0;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    for (int i = 0; i < 40; i++, made++) {
        int64_t at = cx->now + (test_random(400) - 200) * (int64_t)HOUR_S;
        struct visit_id id = add(cx, &t, at);
        if (test_random(4) == 0)
            cr_assert(visit_set_state(cx, t.denise, id, VISIT_CANCELLED));
        if (at < cx->now && test_random(2))
            cr_assert(visit_set_state(cx, t.denise, id, VISIT_HELD));
    }
    cr_assert(visit_list_coming(cx, t.denise, 100, &coming));
    cr_assert(visit_list_past(cx, t.denise, INT64_MAX, 100, &past));
    cr_assert_eq(coming.n + past.n, made);
    for (size_t i = 0; i < coming.n; i++) {
        cr_assert(!visit_is_over(&coming.at[i], cx->now));
        cr_assert_eq(coming.at[i].state, VISIT_COMING);
        cr_assert(i == 0 || coming.at[i - 1].at <= coming.at[i].at);
    }
    for (size_t i = 1; i < past.n; i++)
        cr_assert(past.at[i - 1].at >= past.at[i].at);
}

/* Page by page, both ways from now, each is there once: what is called off too,
 * so that it can be put on again. */
TEST(visits_visit, every_visit_is_once_in_her_own_list)
{
    struct town t = town_make(cx);
    struct visit_at behind = {0, 0};
    struct visits past;
    size_t made = 60, seen = 0, off = 0;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    for (size_t i = 0; i < made; i++) {
        struct visit_id id =
            add(cx, &t, cx->now + (test_random(40) - 20) * (int64_t)HOUR_S);
        if (test_random(3) == 0)
            cr_assert(visit_set_state(cx, t.denise, id, VISIT_CANCELLED));
    }
    for (;;) {
        struct visits ahead;
        cr_assert(visit_list_ahead(cx, t.denise, behind, 7, &ahead));
        for (size_t i = 0; i < ahead.n; i++, seen++) {
            const struct visit *v = &ahead.at[i];
            cr_assert(v->at > behind.at ||
                      (v->at == behind.at && v->id.v > behind.id));
            behind = (struct visit_at){v->at, v->id.v};
            off += v->state == VISIT_CANCELLED;
        }
        if (ahead.n < 7)
            break;
    }
    cr_assert(visit_list_past(cx, t.denise, cx->now + 1, 100, &past));
    cr_assert_eq(seen + past.n, made);
    cr_assert_gt(off, 0);
}

TEST(visits_visit, a_file_that_is_read_twice_changes_nothing)
{
    struct town t = town_make(cx);
    struct visit v = a_visit(&t, cx->now + DAY_S), hers;
    enum visit_put what;

    v.source = VISIT_FHIR;
    v.source_id = "Appointment/1";
    cr_assert(visit_put(cx, &v, &what), "%s", cx->err.text);
    cr_assert_eq(what, VISIT_NEW);
    struct visit_id id = v.id;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(visit_get(cx, t.denise, id, &hers));
    hers.place = "By phone";
    cr_assert(visit_change(cx, &hers));
    cr_assert(visit_put(cx, &v, &what));
    cr_assert_eq(what, VISIT_SAME);
    cr_assert(visit_get(cx, t.denise, id, &hers));
    cr_assert_str_eq(hers.place, "By phone", "what she changed stays");

    v.at += HOUR_S;
    cr_assert(visit_put(cx, &v, &what));
    cr_assert_eq(what, VISIT_CHANGED);
    cr_assert_eq(v.id.v, id.v);
    cr_assert(visit_get(cx, t.denise, id, &hers));
    cr_assert_eq(hers.at, v.at);

    v.person = t.ana;
    fails_with(cx, visit_put(cx, &v, &what), ERR_CONFLICT);
}

TEST(visits_after, what_we_decided_is_hers_and_can_come_true)
{
    struct town t = town_make(cx);
    struct outcomes list;
    struct visit v;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    struct visit_id id = add(cx, &t, cx->now - HOUR_S);
    struct outcome o = {.visit = id,
                        .person = t.denise,
                        .who = OUTCOME_THEM,
                        .what = "Dr. Rao calls me on Friday",
                        .due = DATE_NONE};
    cr_assert(outcome_add(cx, &o), "%s", cx->err.text);
    cr_assert(visit_get(cx, t.denise, id, &v));
    cr_assert_eq(v.state, VISIT_HELD);
    o.state = OUTCOME_DONE;
    o.came = "She did, and it helped";
    cr_assert(outcome_move(cx, &o));
    cr_assert(outcome_list(cx, t.denise, id, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].came, "She did, and it helped");
    cr_assert_eq(list.at[0].state, OUTCOME_DONE);
    o.what = "";
    fails_with(cx, outcome_add(cx, &o), ERR_INVALID);

    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, outcome_list(cx, t.denise, id, &list), ERR_NOTFOUND);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    o.person = t.ana;
    fails_with(cx, outcome_move(cx, &o), ERR_NOTFOUND);
}

/* What the page of one visit shows in the form of what was decided. */
TEST(visits_after, words_on_what_came_of_it_are_shown_again_half_written)
{
    struct town t = town_make(cx);
    struct browser b = {.cx = cx, .draft = draft_find};

    town_act(cx, &t, t.denise, ROLE_PERSON);
    b.actor = cx->actor;
    struct outcome o = {.visit = add(cx, &t, cx->now - HOUR_S),
                        .person = t.denise,
                        .what = "Walk",
                        .due = DATE_NONE};
    cr_assert(outcome_add(cx, &o), "%s", cx->err.text);
    cr_assert(db_commit(cx));
    const char *page =
        arena_fmt(cx->mem, "/me/visits/%lld/after", (long long)o.visit.v);
    browse(&b, page);
    cr_assert(strstr(b.body, "<details><summary>"), "%s", b.body);
    browse_form(&b, "/draft",
                arena_fmt(cx->mem, "form=%s/%lld&fields=came%%3Dhalf+a+word",
                          page, (long long)o.id));
    cr_assert_eq(b.status, 204, "%s", b.body);
    browse(&b, page);
    cr_assert(strstr(b.body, "value=\"half a word\""), "%s", b.body);
    cr_assert(strstr(b.body, "<details open>"));
}

/* Her yes to one who reads all her cards is no yes to another who comes. */
TEST(visits_company, its_switch_is_about_the_peer_who_comes)
{
    struct town t = town_make(cx);
    struct permission all = {.what = {t.denise, TOPIC_COMPANY, 0},
                             .to = t.ruth,
                             .purpose = "my visits",
                             .until = TIME_NONE};
    struct browser b = {.cx = cx, .draft = draft_find};
    struct company c;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    struct visit_id id = add(cx, &t, cx->now + DAY_S);
    cr_assert(company_get(cx, t.denise, id, &c));
    c.wanted = COMPANY_YES;
    c.name = "Rosa";
    cr_assert(company_put(cx, &c) && permission_give(cx, &all), "%s",
              cx->err.text);
    b.actor = cx->actor;
    const char *path =
        arena_fmt(cx->mem, "/me/visits/%lld/company", (long long)id.v);
    cr_assert(db_commit(cx));
    browse(&b, path);
    cr_assert(!strstr(b.body, "name=\"show\" value=\"1\" checked"));
    c.name = "";
    c.peer = t.ruth;
    cr_assert(db_begin(cx) && company_put(cx, &c) && db_commit(cx), "%s",
              cx->err.text);
    browse(&b, path);
    cr_assert(strstr(b.body, "name=\"show\" value=\"1\" checked"), "%s",
              b.body);
}

TEST(visits_company, what_she_wants_of_whoever_comes)
{
    struct town t = town_make(cx);
    enum company_wanted wanted;
    struct company c;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    struct visit_id id = add(cx, &t, cx->now + DAY_S);
    cr_assert(company_get(cx, t.denise, id, &c));
    cr_assert_eq(c.wanted, COMPANY_NOT_SAID);
    cr_assert_str_eq(c.say[2], "");
    c.wanted = COMPANY_YES;
    c.peer = t.ruth;
    c.does = COMPANY_SIT | COMPANY_STEP_OUT;
    c.sign = "my scarf";
    c.say[0] = "My feet burn";
    c.dont[2] = "The hospital";
    cr_assert(company_put(cx, &c), "%s", cx->err.text);
    cr_assert(company_put(cx, &c), "again");
    cr_assert(company_get(cx, t.denise, id, &c));
    cr_assert_eq(c.does, COMPANY_SIT | COMPANY_STEP_OUT);
    cr_assert_str_eq(c.say[0], "My feet burn");
    cr_assert_str_eq(c.dont[0], "");
    cr_assert_str_eq(c.dont[2], "The hospital");
    c.say[1] = "one\ntwo";
    fails_with(cx, company_put(cx, &c), ERR_INVALID);

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(company_wanted(cx, t.denise, id, &wanted));
    cr_assert_eq(wanted, COMPANY_YES);
    fails_with(cx, company_get(cx, t.denise, id, &c), ERR_NOTFOUND);
}

/* Who walks with her no more does not come; what was stays as
 * it was. */
TEST(visits_company, a_peer_comes_while_they_walk_together)
{
    struct town t = town_make(cx);
    struct visit coming, past;
    struct company c;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    const struct visit_id ids[] = {add(cx, &t, cx->now + DAY_S),
                                   add(cx, &t, cx->now - DAY_S)};
    for (int i = 0; i < 2; i++) {
        cr_assert(company_get(cx, t.denise, ids[i], &c));
        c.wanted = COMPANY_YES;
        c.peer = t.ruth;
        cr_assert(company_put(cx, &c), "%s", cx->err.text);
    }
    cr_assert(visit_get(cx, t.denise, ids[0], &coming));
    cr_assert(visit_get(cx, t.denise, ids[1], &past));
    cr_assert(company_now(cx, &coming, &c));
    cr_assert_eq(c.peer.v, t.ruth.v);
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    cr_assert(company_now(cx, &coming, &c));
    cr_assert_eq(c.peer.v, 0);
    cr_assert_eq(c.wanted, COMPANY_YES, "she wants company still");
    cr_assert(company_now(cx, &past, &c));
    cr_assert_eq(c.peer.v, t.ruth.v);
}

TEST(visits_words, the_newest_words_are_hers_now)
{
    struct town t = town_make(cx);
    const char *words = NULL;
    int64_t at = 0;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(words_get(cx, t.denise, &words, &at));
    cr_assert_str_eq(words, "");
    cr_assert(words_put(cx, t.denise, "To sing on Sundays"));
    cr_assert(words_get(cx, t.denise, &words, &at));
    cr_assert_str_eq(words, "To sing on Sundays");
    cr_assert(words_put(cx, t.denise, ""));
    cr_assert(words_get(cx, t.denise, &words, &at));
    cr_assert_str_eq(words, "", "taken back");
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, words_get(cx, t.denise, &words, &at), ERR_NOTFOUND);
}

TEST(visits_board, nobody_stands_on_it_by_name_who_did_not_say_so)
{
    struct town t = town_make(cx);
    struct person_id malik = town_add(cx, t.program, ROLE_PEER, "Malik Stone");
    struct board b;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    (void)add(cx, &t, cx->now + HOUR_S);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(board_list(cx, &b));
    cr_assert_eq(b.n, 1);
    cr_assert_str_eq(b.at[0].shown, "Denise C.", "to her own peer");
    town_act(cx, &t, malik, ROLE_PEER);
    cr_assert(board_list(cx, &b));
    cr_assert_eq(b.n, 0, "and to no other");

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(board_put(cx, t.denise, BOARD_CARD));
    town_act(cx, &t, malik, ROLE_PEER);
    cr_assert(board_list(cx, &b));
    cr_assert_eq(b.n, 1);
    cr_assert_null(b.at[0].shown);
    cr_assert_gt(b.at[0].card, 0);

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(board_put(cx, t.denise, BOARD_OFF));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(board_list(cx, &b));
    cr_assert_eq(b.n, 0, "off is off for her own peer too");
}
