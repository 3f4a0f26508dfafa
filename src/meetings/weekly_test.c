/* A meeting that is each week, and one made by who leads. R49, R54. */
#include "meetings/weekly.h"

#include "db/db.h"
#include "meetings/word.h"
#include "people/town_test.h"
#include "sharing/permission.h"

enum { NOON = 12 * 60, DAY = 86400 };

/* Karen, who leads, plans it: Ruth and Dr. Rao are there. */
struct table {
    struct town t;
    struct person_id karen;
    struct meeting m;
};

static struct table weekly(struct ctx *cx)
{
    struct table a = {.t = town_make(cx)};
    int64_t who[] = {a.t.ruth.v, a.t.rao.v};
    const struct staff_ids there = {who, 2, 2};

    a.karen = town_add(cx, a.t.program, ROLE_SUPERVISOR, "Karen Olsen");
    cr_assert(team_add(cx, a.t.program, "ACT team", &a.m.team));
    cr_assert(team_join(cx, a.m.team, a.t.ruth));
    a.m.at = time_at((struct date){day_of(cx->now).days + 1}, NOON);
    town_act(cx, &a.t, a.karen, ROLE_SUPERVISOR);
    cr_assert(weekly_make(cx, &a.m, &there), "%s", cx->err.text);
    return a;
}

static struct meetings of_ruth(struct ctx *cx, const struct table *a)
{
    struct meetings all;

    town_act(cx, &a->t, a->t.ruth, ROLE_PEER);
    cr_assert(meeting_list_mine(cx, &all), "%s", cx->err.text);
    return all;
}

static void says_yes(struct ctx *cx, const struct table *a,
                     const struct meeting *m)
{
    int64_t who[] = {a->t.rao.v};
    struct word w = {.peer = a->t.ruth,
                     .topics = {"My job interview", "", "", "", ""},
                     .dont = {"", "", ""},
                     .hear_day = DATE_NONE,
                     .named = {who, 1, 1},
                     .until = TIME_NONE};

    town_act(cx, &a->t, a->t.denise, ROLE_PERSON);
    cr_assert(word_give(cx, m, &w), "%s", cx->err.text);
}

static size_t yeses(struct ctx *cx, const struct table *a,
                    const struct meeting *m)
{
    struct agenda rows;
    size_t n = 0;

    town_act(cx, &a->t, a->t.ruth, ROLE_PEER);
    cr_assert(agenda_get(cx, m, &rows), "%s", cx->err.text);
    for (size_t i = 0; i < rows.n; i++)
        n += rows.at[i].yes;
    return n;
}

TEST(meetings, one_that_is_each_week_is_there_by_itself)
{
    struct table a = weekly(cx);
    struct meetings all = of_ruth(cx, &a);

    cr_assert_eq(all.n, 4, "%zu within four weeks", all.n);
    for (size_t i = 0; i < all.n; i++) {
        const struct date day = {day_of(a.m.at).days + 7 * (int)i};
        cr_assert_eq(all.at[i].at, time_at(day, NOON));
        cr_assert_eq(all.at[i].series, a.m.series);
    }
    cr_assert(weekly_go_on(cx));
    cr_assert_eq(of_ruth(cx, &a).n, 4, "once each");
    cx->now += 14 * DAY;
    cr_assert(weekly_go_on(cx));
    all = of_ruth(cx, &a);
    cr_assert_eq(all.n, 4);
    cr_assert_eq(day_of(all.at[3].at).days, day_of(a.m.at).days + 35);
}

TEST(meetings, her_yes_is_for_one_of_a_week_and_never_for_all)
{
    struct table a = weekly(cx);
    const struct meetings all = of_ruth(cx, &a);
    struct permissions now;

    says_yes(cx, &a, &all.at[1]);
    cr_assert(permission_list(cx, a.t.denise, false, &now));
    cr_assert_eq(now.n, 1);
    cr_assert_eq(now.at[0].what.thing, all.at[1].id);
    cr_assert_eq(now.at[0].until, end_of_day(day_of(all.at[1].at)));
    for (size_t i = 0; i < all.n; i++)
        cr_assert_eq(yeses(cx, &a, &all.at[i]), i == 1);
}

TEST(meetings, one_date_is_called_off_and_stays_off)
{
    struct table a = weekly(cx);
    struct meetings all = of_ruth(cx, &a);

    fails_with(cx, meeting_call_off(cx, all.at[1].id), ERR_NOTFOUND);
    town_act(cx, &a.t, a.karen, ROLE_SUPERVISOR);
    cr_assert(meeting_call_off(cx, all.at[1].id), "%s", cx->err.text);
    cr_assert(weekly_go_on(cx));
    cx->now += 7 * DAY;
    cr_assert(weekly_go_on(cx));
    all = of_ruth(cx, &a);
    cr_assert_eq(all.n, 3, "%zu", all.n);
    cr_assert_eq(day_of(all.at[0].at).days, day_of(a.m.at).days + 14);
}

TEST(meetings, after_the_last_one_there_is_none)
{
    struct table a = weekly(cx);
    struct meetings all = of_ruth(cx, &a), hers;

    says_yes(cx, &a, &all.at[2]);
    town_act(cx, &a.t, a.t.ruth, ROLE_PEER);
    fails_with(cx, weekly_stop(cx, a.m.id), ERR_NOTFOUND);
    town_act(cx, &a.t, a.karen, ROLE_SUPERVISOR);
    cr_assert(weekly_stop(cx, a.m.id), "%s", cx->err.text);
    cx->now += DAY;
    cr_assert(weekly_go_on(cx));
    all = of_ruth(cx, &a);
    cr_assert_eq(all.n, 1);
    cr_assert_eq(all.at[0].series, 0);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(meeting_list_around(cx, a.t.denise, 0, &hers));
    cr_assert_eq(hers.n, 2, "the last, and the one she said something to");
    cr_assert_neq(hers.at[1].off, TIME_NONE);
}

TEST(meetings, who_is_there_each_week_can_change_from_one_on)
{
    struct table a = weekly(cx);
    const struct meetings all = of_ruth(cx, &a);
    int64_t luis[] = {a.t.luis.v};
    struct persons there;

    says_yes(cx, &a, &all.at[2]);
    cr_assert_eq(yeses(cx, &a, &all.at[2]), 1);
    cr_assert(
        weekly_set_there(cx, all.at[1].id, &(struct staff_ids){luis, 1, 1}),
        "%s", cx->err.text);
    cr_assert(meeting_there(cx, all.at[0].id, &there));
    cr_assert(persons_have(&there, a.t.rao));
    cr_assert(meeting_there(cx, all.at[3].id, &there));
    cr_assert(persons_have(&there, a.t.luis));
    cr_assert_not(persons_have(&there, a.t.rao));
    cr_assert_eq(yeses(cx, &a, &all.at[2]), 0, "she did not name Luis");
}

TEST(meetings, who_leads_finds_when_and_who_and_no_yes)
{
    struct table a = weekly(cx);
    struct person_id dolores =
        town_add(cx, a.t.program, ROLE_SUPERVISOR, "Dolores Vega");
    int64_t rao[] = {a.t.rao.v};
    const struct staff_ids no_peer = {rao, 1, 1};
    struct meeting other = {.team = a.m.team, .at = a.m.at + DAY};
    struct agenda rows;
    struct meeting m;

    says_yes(cx, &a, &a.m);
    town_act(cx, &a.t, a.karen, ROLE_SUPERVISOR);
    cr_assert(meeting_get(cx, a.m.id, &m), "%s", cx->err.text);
    cr_assert(agenda_get(cx, &m, &rows));
    cr_assert_eq(rows.n, 0);
    fails_with(cx, meeting_make(cx, &other, &no_peer), ERR_INVALID);
    /* Not made by her, and she is not there. */
    town_act(cx, &a.t, dolores, ROLE_SUPERVISOR);
    fails_with(cx, meeting_get(cx, a.m.id, &m), ERR_NOTFOUND);
    town_act(cx, &a.t, a.t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, meeting_make(cx, &other, &no_peer), ERR_NOTFOUND);
}

TEST(meetings, none_goes_on_whose_maker_works_here_no_more)
{
    struct table a = weekly(cx);
    struct query *q = db_sql(cx, "DELETE FROM people_staff WHERE person = $1");

    db_put_int(q, a.karen.v);
    cr_assert(db_end(q));
    cx->now += 14 * DAY;
    cr_assert(weekly_go_on(cx));
    cr_assert_eq(of_ruth(cx, &a).n, 2);
}
