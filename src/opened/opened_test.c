#include "opened/opened.h"

#include <string.h>

#include "between/between.h"
#include "db/db.h"
#include "frame/browser.h"
#include "people/town_test.h"
#include "sharing/permission.h"
#include "visits/after.h"

enum { DAY = 24 * 60 * 60 };

/* Denise has a visit behind her, with what was decided, and one before her. */
static struct town a_life(struct ctx *cx)
{
    struct town t = town_make(cx);
    struct event moved = {.day = day_of(cx->now), .words = "I moved"};
    struct visit past = {.person = t.denise,
                         .program = t.program,
                         .at = cx->now - 3 * DAY,
                         .with_name = "Dr. Rao",
                         .place = "",
                         .reason = ""},
                 next = past;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    next.at = cx->now + DAY;
    next.with_name = "Nurse Okafor";
    cr_assert(visit_add(cx, &past) && visit_add(cx, &next), "%s", cx->err.text);
    struct outcome o = {.visit = past.id,
                        .person = t.denise,
                        .who = OUTCOME_ME,
                        .what = "Try half a pill",
                        .due = DATE_NONE,
                        .came = ""};
    cr_assert(outcome_add(cx, &o), "%s", cx->err.text);
    cr_assert(event_add(cx, t.denise, &moved), "%s", cx->err.text);
    return t;
}

static void say_yes(struct ctx *cx, const struct town *t, enum topic topic,
                    struct person_id to)
{
    struct permission p = {.what = {t->denise, topic, 0},
                           .to = to,
                           .purpose = "my goals",
                           .until = cx->now + DAY};

    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
}

/* What Luis reads at her address. */
static const char *luis_reads(struct ctx *cx, const struct town *t, int *status)
{
    struct browser b = {.cx = cx};

    town_act(cx, t, t->luis, ROLE_CASE_MANAGER);
    b.actor = cx->actor;
    cr_assert(db_commit(cx));
    browse(&b, arena_fmt(cx->mem, "/opened/%lld", (long long)t->denise.v));
    cr_assert(db_begin(cx));
    *status = b.status;
    return b.body;
}

TEST(opened, each_yes_opens_its_part_and_nothing_more)
{
    static const struct {
        enum topic topic;
        const char *shown;
    } parts[] = {{TOPIC_VISITS, "Nurse Okafor"},
                 {TOPIC_BETWEEN, "I moved"},
                 {TOPIC_DECISIONS, "Try half a pill"}};
    enum { N = sizeof parts / sizeof *parts };
    struct town t = a_life(cx);
    int status;

    (void)luis_reads(cx, &t, &status);
    cr_assert_eq(status, 404);
    for (int given = 0; given < N; given++) {
        say_yes(cx, &t, parts[given].topic, t.luis);
        const char *page = luis_reads(cx, &t, &status);
        cr_assert_eq(status, 200, "%s", page);
        for (int i = 0; i < N; i++)
            cr_assert_eq(strstr(page, parts[i].shown) != NULL, i <= given,
                         "%d %s", given, parts[i].shown);
    }
}

TEST(opened, an_end_closes_it_at_once_and_one_thing_is_not_all)
{
    struct town t = a_life(cx);
    struct opened_list list;
    struct permissions hers;
    struct permission one = {.what = {t.denise, TOPIC_VISITS, 7},
                             .to = t.luis,
                             .purpose = "one visit",
                             .until = TIME_NONE};
    int status;

    say_yes(cx, &t, TOPIC_BETWEEN, t.luis);
    cr_assert(permission_give(cx, &one), "%s", cx->err.text);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(opened_list(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert(list.at[0].part[OPENED_DAYS] && !list.at[0].part[OPENED_VISITS]);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(permission_list(cx, t.denise, false, &hers));
    for (size_t i = 0; i < hers.n; i++)
        cr_assert(permission_end(cx, hers.at[i].id));
    (void)luis_reads(cx, &t, &status);
    cr_assert_eq(status, 404);
    say_yes(cx, &t, TOPIC_BETWEEN, t.luis);
    cx->now += DAY;
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(opened_list(cx, &list));
    cr_assert_eq(list.n, 0);
}
