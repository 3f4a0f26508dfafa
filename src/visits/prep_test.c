#include "visits/prep.h"

#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/module.h"
#include "people/town_test.h"
#include "questions/set_store.h"
#include "rhythm/space.h"
#include "sharing/permission.h"
#include "visits/help.h"
#include "visits/keep.h"
#include "visits/prep_seat.h"
#include "visits/waiting.h"

enum { DAY_S = 86400 };

/* A visit of Denise's that is being prepared. */
struct desk {
    struct town t;
    struct set set;
    struct visit visit;
    struct prep prep;
};

static struct visit visit_on(struct ctx *cx, const struct town *t, int64_t at)
{
    struct visit v = {.person = t->denise,
                      .program = t->program,
                      .at = at,
                      .with_name = "Dr. Rao",
                      .place = "",
                      .reason = ""};

    cr_assert(visit_add(cx, &v), "%s", cx->err.text);
    return v;
}

static struct desk desk(struct ctx *cx)
{
    struct desk d = {.t = town_make(cx)};

    cr_assert(set_install_shipped(cx), "%s", cx->err.text);
    cr_assert(set_current(cx, SET_MIND, &d.set));
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    d.visit = visit_on(cx, &d.t, cx->now + DAY_S);
    cr_assert(prep_begin(cx, d.t.denise, d.visit.id, d.set.id, &d.prep));
    return d;
}

static bool say(struct ctx *cx, struct prep *p, const char *link_id,
                const char *value)
{
    const struct answer_new a = {
        .link_id = link_id, .values = &value, .n = value ? 1 : 0};

    return answer_put(cx, p, &a);
}

/* What counts (or is shown) for a question: NULL when there is no answer, ""
 * when it was skipped. */
static const char *said(struct ctx *cx, const struct prep *p,
                        const char *link_id, enum answer_which which)
{
    struct answers list;

    cr_assert(answer_list(cx, p, which, &list), "%s", cx->err.text);
    for (size_t i = 0; i < list.n; i++)
        if (strcmp(list.at[i].link_id, link_id) == 0)
            return list.at[i].value ? list.at[i].value : "";
    return NULL;
}

static void let_type(struct ctx *cx, struct desk *d)
{
    town_act(cx, &d->t, d->t.denise, ROLE_PERSON);
    cr_assert(help_let_type(cx, &d->prep, d->t.ruth), "%s", cx->err.text);
    town_act(cx, &d->t, d->t.ruth, ROLE_PEER);
}

TEST(visits_prep, a_visit_is_prepared_once)
{
    struct desk d = desk(cx);
    struct prep again;

    cr_assert(say(cx, &d.prep, "want", "To be heard"));
    cr_assert(prep_begin(cx, d.t.denise, d.visit.id, d.set.id, &again));
    cr_assert_eq(again.id.v, d.prep.id.v);
    cr_assert_str_eq(again.position, "want");
    cr_assert_str_eq(said(cx, &again, "want", ANSWERS_COUNT), "To be heard");
}

TEST(visits_prep, skipped_is_not_an_answer_and_not_nothing)
{
    struct desk d = desk(cx);

    cr_assert_null(said(cx, &d.prep, "sleep", ANSWERS_COUNT));
    cr_assert(say(cx, &d.prep, "sleep", NULL));
    cr_assert_str_eq(said(cx, &d.prep, "sleep", ANSWERS_COUNT), "");
    cr_assert(say(cx, &d.prep, "sleep", "okay"));
    cr_assert_str_eq(said(cx, &d.prep, "sleep", ANSWERS_COUNT), "okay");
}

TEST(visits_prep, what_a_peer_typed_counts_only_when_she_approves_it)
{
    struct desk d = desk(cx);
    struct answers list;

    cr_assert(say(cx, &d.prep, "want", "My words"));
    let_type(cx, &d);
    cr_assert(say(cx, &d.prep, "want", "Other words"), "%s", cx->err.text);
    cr_assert(say(cx, &d.prep, "sleep", "badly"));
    cr_assert_str_eq(said(cx, &d.prep, "want", ANSWERS_COUNT), "My words");
    cr_assert_null(said(cx, &d.prep, "sleep", ANSWERS_COUNT));
    cr_assert_str_eq(said(cx, &d.prep, "want", ANSWERS_SHOWN), "Other words");
    fails_with(cx, answer_approve(cx, &d.prep, INT64_MAX), ERR_NOTFOUND);

    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    cr_assert(answer_list(cx, &d.prep, ANSWERS_SHOWN, &list));
    int64_t seen = 0;
    for (size_t i = 0; i < list.n; i++)
        seen = list.at[i].id > seen ? list.at[i].id : seen;
    town_act(cx, &d.t, d.t.ruth, ROLE_PEER);
    cr_assert(say(cx, &d.prep, "sleep", "well"), "typed after she looked");
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    fails_with(cx, answer_approve(cx, &d.prep, seen), ERR_INVALID);
    cr_assert_null(said(cx, &d.prep, "sleep", ANSWERS_COUNT));
    cr_assert(answer_refuse(cx, &d.prep, "sleep"));
    cr_assert(answer_approve(cx, &d.prep, seen));
    cr_assert_str_eq(said(cx, &d.prep, "want", ANSWERS_COUNT), "Other words");
    cr_assert_null(said(cx, &d.prep, "sleep", ANSWERS_SHOWN));
}

TEST(visits_prep, she_is_told_what_waits_for_her_yes_until_she_says_it)
{
    struct desk d = desk(cx);
    const struct visit_id every = {0}, other = {d.visit.id.v + 1};
    struct waitings all;

    let_type(cx, &d);
    cr_assert(say(cx, &d.prep, "want", "Her words"));
    cr_assert(say(cx, &d.prep, "sleep", "badly"));
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    cr_assert(waiting_list(cx, d.t.denise, every, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 1);
    cr_assert_eq(all.at[0].lines, 2);
    cr_assert_eq(all.at[0].visit.v, d.visit.id.v);
    cr_assert_str_eq(all.at[0].name, "Ruth");
    cr_assert(waiting_list(cx, d.t.denise, other, &all));
    cr_assert_eq(all.n, 0);
    cr_assert(say(cx, &d.prep, "sleep", "well"), "her own takes its place");
    cr_assert(waiting_list(cx, d.t.denise, d.visit.id, &all));
    cr_assert_eq(all.at[0].lines, 1);
    cr_assert(answer_approve(cx, &d.prep, INT64_MAX));
    cr_assert(waiting_list(cx, d.t.denise, every, &all));
    cr_assert_eq(all.n, 0);
}

/* To go past what a peer typed is no yes to it; to skip takes nothing away. */
TEST(visits_prep, only_her_yes_or_her_own_words_end_the_waiting)
{
    struct desk d = desk(cx);
    struct browser b = {.cx = cx};
    const char *want = arena_fmt(cx->mem, "/me/visits/%lld/prepare/want",
                                 (long long)d.visit.id.v);

    let_type(cx, &d);
    cr_assert(say(cx, &d.prep, "want", "Her words"));
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    b.actor = cx->actor;
    cr_assert(db_commit(cx));
    browse(&b, want);
    cr_assert(strstr(b.body, "Ruth typed this."), "%s", b.body);
    browse_form(&b, want, "a=Her+words&go=next");
    browse_form(&b, want, "a=&go=skip");
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert(db_begin(cx));
    cr_assert_null(said(cx, &d.prep, "want", ANSWERS_COUNT));
    cr_assert_str_eq(said(cx, &d.prep, "want", ANSWERS_SHOWN), "Her words");
    cr_assert(prep_for(cx, d.t.denise, d.visit.id, &d.prep));
    cr_assert_eq(d.prep.done, 0, "what waits is not done");
    cr_assert(db_commit(cx));
    browse_form(&b, want, "a=My+words&go=next");
    browse_form(&b, want, "a=&go=skip");
    cr_assert(db_begin(cx));
    cr_assert_str_eq(said(cx, &d.prep, "want", ANSWERS_COUNT), "My words");
    cr_assert(db_commit(cx));
    browse_form(&b, want, "a=My+words&go=out");
    cr_assert_str_eq(b.location, want);
    cr_assert(db_begin(cx));
    cr_assert_str_eq(said(cx, &d.prep, "want", ANSWERS_SHOWN), "");
}

/* Whatever became of its question since: what waits is there to say yes to, and
 * no other. */
TEST(visits_prep, all_that_waits_stands_where_she_says_yes)
{
    struct desk d = desk(cx);
    struct browser b = {.cx = cx};
    const char *visit =
        arena_fmt(cx->mem, "/me/visits/%lld", (long long)d.visit.id.v);
    struct waitings left;

    cr_assert(say(cx, &d.prep, "voices", "some"));
    cr_assert(say(cx, &d.prep, "voices.more", "At night"));
    let_type(cx, &d);
    cr_assert(say(cx, &d.prep, "trouble", "little"));
    cr_assert(say(cx, &d.prep, "trouble-kind", "mouth"));
    cr_assert(say(cx, &d.prep, "voices.more", ""));
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    cr_assert(say(cx, &d.prep, "trouble", "none"), "it hides the other");
    b.actor = cx->actor;
    cr_assert(db_commit(cx));
    browse(&b, arena_fmt(cx->mem, "%s/review", visit));
    cr_assert(strstr(b.body, "Not asked any more"), "%s", b.body);
    const char *seen = strstr(b.body, "name=\"seen\" value=\"");
    cr_assert(seen, "%s", b.body);
    browse_form(&b, arena_fmt(cx->mem, "%s/approve", visit),
                arena_fmt(cx->mem, "seen=%lld", strtoll(seen + 19, NULL, 10)));
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert(db_begin(cx));
    cr_assert(waiting_list(cx, d.t.denise, d.visit.id, &left));
    cr_assert_eq(left.n, 0);
    cr_assert(prep_for(cx, d.t.denise, d.visit.id, &d.prep));
    cr_assert_eq(d.prep.done, 2, "voices and trouble");
}

/* It says so only while it is so. */
TEST(visits_prep, who_may_type_is_named_until_the_day_or_the_walking_ends)
{
    static const char words[] = "can read and type these answers";
    struct desk d = desk(cx);
    struct browser b = {.cx = cx};
    const char *review =
        arena_fmt(cx->mem, "/me/visits/%lld/review", (long long)d.visit.id.v);

    let_type(cx, &d);
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    b.actor = cx->actor;
    cr_assert(db_commit(cx));
    browse(&b, review);
    cr_assert(strstr(b.body, words), "%s", b.body);
    cx->now += DAY_S;
    browse(&b, review);
    cr_assert_null(strstr(b.body, words), "the day is over");
    cx->now -= DAY_S;
    cr_assert(db_begin(cx));
    cr_assert(peer_leave(cx, d.t.ruth, d.t.denise));
    cr_assert(db_commit(cx));
    browse(&b, review);
    cr_assert_null(strstr(b.body, words), "Ruth does not walk with her");
    cr_assert(db_begin(cx));
    struct permissions given;
    cr_assert(permission_list(cx, d.t.denise, false, &given));
    for (size_t i = 0; i < given.n; i++)
        cr_assert_neq(given.at[i].what.topic, TOPIC_ANSWERS);
}

TEST(visits_prep, a_peer_types_only_while_she_lets_this_one)
{
    struct desk d = desk(cx);
    struct answers list;

    town_act(cx, &d.t, d.t.ruth, ROLE_PEER);
    fails_with(cx, say(cx, &d.prep, "want", "x"), ERR_NOTFOUND);
    let_type(cx, &d);
    cr_assert(answer_list(cx, &d.prep, ANSWERS_SHOWN, &list));
    cx->now += DAY_S;
    fails_with(cx, say(cx, &d.prep, "want", "x"), ERR_NOTFOUND);
    fails_with(cx, answer_list(cx, &d.prep, ANSWERS_SHOWN, &list),
               ERR_NOTFOUND);
    cx->now -= DAY_S;
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    cr_assert(help_end(cx, &d.prep));
    town_act(cx, &d.t, d.t.ruth, ROLE_PEER);
    fails_with(cx, say(cx, &d.prep, "want", "x"), ERR_NOTFOUND);
    fails_with(cx, answer_list(cx, &d.prep, ANSWERS_SHOWN, &list),
               ERR_NOTFOUND);
}

TEST(visits_prep, last_time_is_the_last_visit_prepared_with_such_a_set)
{
    struct desk d = desk(cx);
    struct before then;
    struct prep old;

    struct visit v = visit_on(cx, &d.t, cx->now - 28 * (int64_t)DAY_S);
    cr_assert(prep_begin(cx, d.t.denise, v.id, d.set.id, &old));
    cr_assert(say(cx, &old, "sleep", "badly"));
    cr_assert(answer_list_before(cx, &d.prep, d.set.url, &then));
    cr_assert_eq(then.visit.id.v, v.id.v);
    cr_assert_eq(then.answers.n, 1);
    cr_assert_str_eq(then.answers.at[0].value, "badly");
    cr_assert(answer_list_before(cx, &d.prep, "urn:other", &then));
    cr_assert_eq(then.visit.id.v, 0);
    cr_assert(answer_list_before(cx, &old, d.set.url, &then));
    cr_assert_eq(then.visit.id.v, 0, "nothing is before the first");
}

/* What a model that knows nothing of rows expects, for each question. */
struct model {
    const char *hers[SET_ITEMS_MAX], *typed[SET_ITEMS_MAX]; /* NULL: nothing;
                                                               "": skipped */
};

static void model_step(struct model *m, size_t item, const char *value,
                       bool hers)
{
    if (hers) {
        m->hers[item] = value;
        m->typed[item] = NULL;
    } else {
        m->typed[item] = value;
    }
}

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static void hold_against(struct ctx *cx, const struct desk *d,
                         const struct model *m)
{
    for (size_t i = 0; i < d->set.n; i++) {
        const char *id = d->set.at[i].link_id;
        const char *shown = m->typed[i] ? m->typed[i] : m->hers[i];
        cr_assert(same(said(cx, &d->prep, id, ANSWERS_COUNT), m->hers[i]),
                  "%s counts", id);
        cr_assert(same(said(cx, &d->prep, id, ANSWERS_SHOWN), shown),
                  "%s is shown", id);
    }
}

static void approve_all(struct ctx *cx, struct desk *d, struct model *m)
{
    cr_assert(answer_approve(cx, &d->prep, INT64_MAX), "%s", cx->err.text);
    for (size_t i = 0; i < d->set.n; i++)
        if (m->typed[i])
            model_step(m, i, m->typed[i], true);
}

/* One random thing that she or her peer may do. */
static void random_step(struct ctx *cx, struct desk *d, struct model *m)
{
    size_t item = (size_t)test_random((int)d->set.n);
    const char *id = d->set.at[item].link_id;
    const char *value =
        test_random(3) ? arena_fmt(cx->mem, "w%d", test_random(50)) : NULL;
    bool hers = cx->actor->role == ROLE_PERSON;

    switch (test_random(8)) {
    case 0: let_type(cx, d); break;
    case 1:
        town_act(cx, &d->t, d->t.denise, ROLE_PERSON);
        cr_assert(help_end(cx, &d->prep));
        break;
    case 2:
        if (hers)
            approve_all(cx, d, m);
        break;
    case 3:
        if (hers) {
            cr_assert(answer_refuse(cx, &d->prep, id));
            m->typed[item] = NULL;
        }
        break;
    case 4: /* another device: all that is known is what is stored */
        cr_assert(prep_for(cx, d->t.denise, d->visit.id, &d->prep));
        break;
    default:
        cr_assert(say(cx, &d->prep, id, value), "%s", cx->err.text);
        model_step(m, item, value ? value : "", hers);
    }
}

TEST(visits_prep, no_history_of_answers_loses_one)
{
    struct desk d = desk(cx);

    for (int round = 0; round < 20; round++) {
        struct model m = {0};
        town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
        d.visit = visit_on(cx, &d.t, cx->now + (round + 2) * (int64_t)DAY_S);
        cr_assert(prep_begin(cx, d.t.denise, d.visit.id, d.set.id, &d.prep));
        for (int step = 0; step < 60; step++)
            random_step(cx, &d, &m);
        town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
        hold_against(cx, &d, &m);
    }
}

TEST(visits_prep, going_on_finds_every_question_once)
{
    struct desk d = desk(cx);
    struct sitting s = {.prep = d.prep, .set = d.set};
    size_t steps = 0;

    cr_assert(sit_again(cx, &s));
    for (const struct set_item *it; (it = sitting_resume(&s)); steps++) {
        cr_assert(!sitting_has(&s, it->link_id));
        cr_assert_lt(steps, s.set.n);
        cr_assert(say(cx, &s.prep, it->link_id, NULL));
        cr_assert(sit_again(cx, &s));
    }
    struct set_place p = sitting_progress(&s);
    cr_assert_eq(p.number, p.of);
    cr_assert_eq(p.of, steps);
}

/* R16, never-list 6. */
TEST(visits_prep, nobody_offers_help_to_who_asked_for_space)
{
    struct desk d = desk(cx);
    struct date until = {day_of(cx->now).days + 3};

    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    cr_assert(space_ask(cx, d.t.denise, until), "%s", cx->err.text);
    town_act(cx, &d.t, d.t.ruth, ROLE_PEER);
    fails_with(cx, offer_make(cx, d.t.denise, d.visit.id), ERR_INVALID);
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    cr_assert(space_end(cx, d.t.denise));
    town_act(cx, &d.t, d.t.ruth, ROLE_PEER);
    cr_assert(offer_make(cx, d.t.denise, d.visit.id), "%s", cx->err.text);
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    struct offers open;
    cr_assert(offer_list_open(cx, d.t.denise, &open));
    cr_assert_eq(open.n, 1);
    cr_assert(space_ask(cx, d.t.denise, until), "%s", cx->err.text);
    cr_assert(offer_list_open(cx, d.t.denise, &open));
    cr_assert_eq(open.n, 0, "it waits till her space is over");
}

/* On paper nobody skips for her: when to answer is said as it is asked. */
TEST(visits_prep, the_blank_form_says_when_not_to_answer)
{
    struct desk d = desk(cx);
    struct browser b = {.cx = cx, .actor = cx->actor};
    const char *if_any = "Only if I wrote something for";

    cr_assert(db_commit(cx));
    browse(&b, arena_fmt(cx->mem, "/me/visits/%lld/blank",
                         (long long)d.visit.id.v));
    const char *one = strstr(b.body, if_any);
    cr_assert(one && strstr(b.body, "Not if I said for"), "%s", b.body);
    cr_assert_lt(strstr(b.body, "Not if I said for") - one, 200);
}

TEST(visits_help, a_peer_sees_how_far_and_never_a_word)
{
    struct desk d = desk(cx);
    struct help_lines lines;
    struct offers offers;

    cr_assert(say(cx, &d.prep, "want", "My words"));
    cr_assert(prep_count(cx, &d.prep, 1, 9));
    town_act(cx, &d.t, d.t.ruth, ROLE_PEER);
    cr_assert(help_list(cx, &lines), "%s", cx->err.text);
    cr_assert_eq(lines.n, 1);
    cr_assert_eq(lines.at[0].prep.done, 1);
    cr_assert(!lines.at[0].may_type);
    cr_assert(offer_make(cx, d.t.denise, d.visit.id));
    cr_assert(offer_make(cx, d.t.denise, d.visit.id), "twice is once");

    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    cr_assert(offer_list_open(cx, d.t.denise, &offers));
    cr_assert_eq(offers.n, 1);
    fails_with(cx, offer_reply(cx, d.t.ana, offers.at[0].id, true),
               ERR_NOTFOUND);
    cr_assert(offer_reply(cx, d.t.denise, offers.at[0].id, false));
    cr_assert(offer_list_open(cx, d.t.denise, &offers));
    cr_assert_eq(offers.n, 0, "her no is not asked again");

    town_act(cx, &d.t, d.t.ruth, ROLE_PEER);
    cr_assert(help_list(cx, &lines));
    cr_assert_eq(lines.at[0].offer, OFFER_NOT_NOW);
    cr_assert(peer_leave(cx, d.t.ruth, d.t.denise));
    cr_assert(help_list(cx, &lines));
    cr_assert_eq(lines.n, 0);
}

TEST(visits_help, a_peer_who_types_keeps_no_draft)
{
    extern const struct module visits_module;
    size_t seen = 0;

    for (const struct route *r = visits_module.routes; r->path; r++)
        if (r->method == POST && strncmp(r->path, "/with/", 6) == 0) {
            cr_assert(r->no_draft, "%s", r->path);
            seen++;
        }
    cr_assert_gt(seen, 0);
}

TEST(visits_keep, her_copy_is_whole_and_erasing_leaves_nothing)
{
    struct desk d = desk(cx);
    struct visits list;

    cr_assert(say(cx, &d.prep, "want", "canary words"));
    struct actor command = actor_operator;
    command.program = d.t.program;
    cx->actor = &command;
    struct buf b = buf_new(cx->mem, 1 << 20);
    struct json_out w = {.to = &b};
    json_put_object(&w, NULL);
    cr_assert(visits_export(cx, d.t.denise, &w), "%s", cx->err.text);
    json_put_end(&w);
    cr_assert(strstr(b.at, "canary words"));
    cr_assert_eq(cx->actor, &command);
    cr_assert(visits_erase(cx, d.t.denise), "%s", cx->err.text);
    town_act(cx, &d.t, d.t.denise, ROLE_PERSON);
    cr_assert(visit_list_coming(cx, d.t.denise, 10, &list));
    cr_assert_eq(list.n, 0);
}
