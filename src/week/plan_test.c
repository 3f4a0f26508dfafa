#include "week/plan.h"

#include "people/town_test.h"
#include "rhythm/meet.h"
#include "rhythm/rhythm.h"

static const enum role lead = ROLE_SUPERVISOR;

/* She asks Ruth for it, who says yes. */
static int64_t agree(struct ctx *cx, struct town *t, struct person_id her,
                     int every)
{
    struct rhythm r = {.person = her,
                       .peer = t->ruth,
                       .first = {day_of(cx->now).days + 1},
                       .minute = 600,
                       .every = every,
                       .what = "A walk"};

    town_act(cx, t, her, ROLE_PERSON);
    cr_assert(rhythm_ask(cx, &r), "%s", cx->err.text);
    town_act(cx, t, t->ruth, ROLE_PEER);
    cr_assert(rhythm_agree(cx, her, r.id), "%s", cx->err.text);
    return r.id;
}

static struct week_load load_of(struct ctx *cx, struct person_id peer)
{
    struct week_load l = {0};

    cr_assert(load_get(cx, peer, date_monday(day_of(cx->now)), &l), "%s",
              cx->err.text);
    return l;
}

/* R24: "Your promised rhythm needs 27 hours; your week has 24." */
TEST(week, a_promised_rhythm_is_held_against_the_hours_of_the_week)
{
    struct town t = town_make(cx);
    struct week_plan p = {.hours = 24, .lasts = 120, .way = 60, .groups = 22};

    cr_assert(peer_join(cx, t.ruth, t.ana));
    const int64_t weekly = agree(cx, &t, t.denise, 1);
    agree(cx, &t, t.ana, 2);
    cr_assert(plan_put(cx, &p), "%s", cx->err.text);
    struct week_load l = load_of(cx, t.ruth);
    cr_assert_eq(l.with, 180, "one and a half times a week");
    cr_assert_eq(l.way, 90);
    cr_assert_eq(l.groups, 22 * 60);
    cr_assert_eq(l.needs, 27, "26 and a half, rounded up");
    cr_assert_eq(l.has, 24);
    cr_assert(l.over);
    cr_assert(rhythm_end(cx, t.denise, weekly));
    l = load_of(cx, t.ruth);
    cr_assert_eq(l.needs, 24);
    cr_assert_not(l.over, "exactly full is not too full");
    cr_assert(peer_leave(cx, t.ruth, t.ana));
    l = load_of(cx, t.ruth);
    cr_assert_eq(l.needs, 22, "who left is in nobody's week");
}

TEST(week, a_new_time_that_no_longer_fits_is_said_and_never_refused)
{
    struct town t = town_make(cx);
    struct week_plan p = {.hours = 3, .lasts = 60, .way = 30};
    struct week_load l;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(plan_put(cx, &p));
    cr_assert(load_ahead(cx, &l));
    cr_assert_not(l.over);
    for (int i = 0; i < 3; i++) {
        struct meet m = {.person = t.denise,
                         .peer = t.ruth,
                         .at = cx->now + (8 + i) * 86400,
                         .what = "",
                         .place = ""};
        cr_assert(meet_make(cx, &m), "%s", cx->err.text);
    }
    l = load_of(cx, t.ruth);
    cr_assert_eq(l.singles, 0);
    cr_assert(load_ahead(cx, &l));
    cr_assert(l.over);
    cr_assert_eq(l.singles, 3);
    cr_assert_eq(l.needs, 5);
    cr_assert_eq(l.monday.days, date_monday(day_of(cx->now)).days + WEEK_DAYS);
}

TEST(week, who_leads_sees_hours_when_the_peer_kept_them)
{
    struct town t = town_make(cx);
    struct person_id karen = town_add(cx, t.program, lead, "Karen Olsen");
    struct week_plan p;
    struct week_load l;

    town_act(cx, &t, karen, lead);
    fails_with(cx, load_get(cx, t.ruth, DATE_NONE, &l), ERR_NOTFOUND);
    fails_with(cx, plan_hours(cx, t.ruth, 0), ERR_INVALID);
    fails_with(cx, plan_hours(cx, t.denise, 24), ERR_NOTFOUND);
    cr_assert(plan_hours(cx, t.ruth, 24), "%s", cx->err.text);
    fails_with(cx, plan_put(cx, &(struct week_plan){24, 60, 30, 0, 0, "", {0}}),
               ERR_NOTFOUND);
    cr_assert(plan_get(cx, t.ruth, &p));
    cr_assert_eq(p.hours, 24);
    cr_assert_str_eq(p.by, "Karen");
    cr_assert_not(p.kept);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(plan_get(cx, t.ruth, &p));
    p.groups = 2;
    cr_assert(plan_put(cx, &p), "%s", cx->err.text);
    cr_assert(plan_get(cx, t.ruth, &p));
    cr_assert_str_eq(p.by, "Karen", "the same hours are still hers");
    p.lasts = 0;
    fails_with(cx, plan_put(cx, &p), ERR_INVALID);
    p.lasts = 60;
    p.way = -1;
    fails_with(cx, plan_put(cx, &p), ERR_INVALID);
    p.way = 0;
    p.groups = PLAN_HOURS_MAX + 1;
    fails_with(cx, plan_put(cx, &p), ERR_INVALID);
    town_act(cx, &t, karen, lead);
    l = load_of(cx, t.ruth);
    cr_assert_eq(l.needs, 2);
}
