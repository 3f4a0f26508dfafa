#include "week/week.h"

#include "contacts/contact.h"
#include "frame/settings.h"
#include "people/town_test.h"
#include "week/given.h"
#include "week/mark.h"

static const enum role lead = ROLE_SUPERVISOR;

static void add(struct ctx *cx, enum week_kind kind, int64_t minutes)
{
    const struct week_entry e = {
        .kind = kind, .minutes = minutes, .day = day_of(cx->now)};

    cr_assert(week_add(cx, &e), "%s", cx->err.text);
}

static void was_with(struct ctx *cx, struct person_id her, int64_t being,
                     int64_t working)
{
    struct contact c = {.person = her,
                        .kind = CONTACT_TALKED,
                        .day = day_of(cx->now),
                        .where_words = "",
                        .being = being,
                        .working = working};

    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
}

static struct date monday_of(struct ctx *cx)
{
    return date_monday(day_of(cx->now));
}

/* R84, 5.2 at 17:25: 71 % peer work, 9 % errands, 6 % asked-to-do clinical. */
TEST(week, the_time_with_people_is_never_typed_twice)
{
    struct town t = town_make(cx);
    struct week w;

    cr_assert(settings_load(cx, NULL));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    was_with(cx, t.denise, 35, 30);
    add(cx, WEEK_GROUP, 6);
    add(cx, WEEK_ERRANDS, 9);
    add(cx, WEEK_CLINICAL, 6);
    add(cx, WEEK_TRAVEL, 8);
    add(cx, WEEK_WRITING, 6);
    cr_assert(week_get(cx, t.ruth, monday_of(cx), &w), "%s", cx->err.text);
    cr_assert_eq(w.minutes[WEEK_PEOPLE], 65);
    cr_assert_eq(w.all, 100);
    cr_assert_eq(w.share[WEEK_PEOPLE], 71, "a group is peer work");
    cr_assert_eq(w.share[WEEK_GROUP], 0);
    cr_assert_eq(w.share[WEEK_ERRANDS], 9);
    cr_assert_eq(w.share[WEEK_CLINICAL], 6);
    fails_with(cx,
               week_add(cx, &(struct week_entry){.kind = WEEK_PEOPLE,
                                                 .minutes = 5,
                                                 .day = day_of(cx->now)}),
               ERR_INVALID);
}

TEST(week, shares_are_a_hundred_in_all)
{
    for (int run = 0; run < 500; run++) {
        struct week w = {0};
        int sum = 0;
        for (int i = 0; i < WEEK_KINDS; i++)
            w.minutes[i] = test_random(3) ? test_random(400) : 0;
        week_reckon(&w);
        for (int i = 0; i < WEEK_KINDS; i++) {
            cr_assert_geq(w.share[i], 0);
            sum += w.share[i];
        }
        cr_assert_eq(sum, w.all ? 100 : 0);
    }
}

TEST(week, the_peer_alone_changes_and_takes_away_their_own)
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Rivera");
    struct week_entries list;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    add(cx, WEEK_DESK, 20);
    cr_assert(week_entries(cx, monday_of(cx), &list));
    cr_assert_eq(list.n, 1);
    const int64_t id = list.at[0].id;
    fails_with(cx, week_change(cx, id, 0), ERR_INVALID);
    fails_with(cx, week_change(cx, id, WEEK_MINUTES_MAX + 1), ERR_INVALID);
    town_act(cx, &t, jose, ROLE_PEER);
    fails_with(cx, week_change(cx, id, 5), ERR_NOTFOUND);
    fails_with(cx, week_remove(cx, id), ERR_NOTFOUND);
    cr_assert(week_entries(cx, monday_of(cx), &list));
    cr_assert_eq(list.n, 0);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(week_change(cx, id, 25));
    cr_assert(week_entries(cx, monday_of(cx), &list));
    cr_assert_eq(list.at[0].minutes, 25);
    cr_assert(week_remove(cx, id));
    cr_assert(week_entries(cx, monday_of(cx), &list));
    cr_assert_eq(list.n, 0);
}

TEST(week, an_entry_is_a_kind_minutes_and_a_day_that_was)
{
    struct town t = town_make(cx);
    struct week_entry e = {
        .kind = WEEK_DESK, .minutes = 5, .day = day_of(cx->now)};

    fails_with(cx, week_add(cx, &e), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    e.day.days++;
    fails_with(cx, week_add(cx, &e), ERR_INVALID);
    e.day.days -= WEEK_DAYS_MAX + 2;
    fails_with(cx, week_add(cx, &e), ERR_INVALID);
    e.day = DATE_NONE;
    fails_with(cx, week_add(cx, &e), ERR_INVALID);
    e.day = day_of(cx->now);
    e.minutes = 0;
    fails_with(cx, week_add(cx, &e), ERR_INVALID);
    e.minutes = 5;
    e.kind = WEEK_KINDS;
    fails_with(cx, week_add(cx, &e), ERR_INVALID);
}

/* R84, R24 "shown to the peer first": the rule of the README. */
TEST(week, who_leads_sees_it_when_the_peer_shows_it_or_a_week_after_it_ended)
{
    struct town t = town_make(cx);
    struct person_id karen = town_add(cx, t.program, lead, "Karen Olsen");
    const struct date monday = monday_of(cx);
    struct date newest;
    struct week w;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    add(cx, WEEK_ERRANDS, 30);
    town_act(cx, &t, karen, lead);
    fails_with(cx, week_get(cx, t.ruth, monday, &w), ERR_NOTFOUND);
    fails_with(cx, week_show(cx, monday), ERR_NOTFOUND);
    cr_assert(week_newest_shown(cx, t.ruth, &newest));
    cr_assert_eq(newest.days, monday.days - 2 * WEEK_DAYS);
    const int64_t now = cx->now;
    cx->now = time_at((struct date){monday.days + 2 * WEEK_DAYS - 1}, 1439);
    fails_with(cx, week_get(cx, t.ruth, monday, &w), ERR_NOTFOUND);
    cx->now += 60;
    cr_assert(week_get(cx, t.ruth, monday, &w), "%s", cx->err.text);
    cr_assert_eq(w.share[WEEK_ERRANDS], 100);
    cx->now = now;
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, week_show(cx, (struct date){monday.days + WEEK_DAYS}),
               ERR_INVALID);
    cr_assert(week_show(cx, monday));
    cr_assert(week_show(cx, monday));
    town_act(cx, &t, karen, lead);
    cr_assert(week_get(cx, t.ruth, monday, &w), "%s", cx->err.text);
    cr_assert(week_newest_shown(cx, t.ruth, &newest));
    cr_assert_eq(newest.days, monday.days);
}

TEST(week, nobody_else_sees_it)
{
    struct town t = town_make(cx);
    struct town other = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Rivera");
    struct person_id away = town_add(cx, other.program, lead, "Lee North");
    const struct date monday = monday_of(cx);
    struct week_marks marks;
    struct week w;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(week_show(cx, monday));
    town_act(cx, &t, jose, ROLE_PEER);
    fails_with(cx, week_get(cx, t.ruth, monday, &w), ERR_NOTFOUND);
    fails_with(cx, mark_get(cx, t.ruth, &marks), ERR_NOTFOUND);
    town_act(cx, &other, away, lead);
    fails_with(cx, week_get(cx, t.ruth, monday, &w), ERR_NOTFOUND);
    fails_with(cx, mark_ask(cx, t.ruth, 70), ERR_NOTFOUND);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, week_get(cx, t.ruth, monday, &w), ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    fails_with(cx, week_get(cx, t.ruth, monday, &w), ERR_NOTFOUND);
}

/* R84 "threshold set together" */
TEST(week, a_line_counts_when_both_said_yes)
{
    struct town t = town_make(cx);
    struct person_id karen = town_add(cx, t.program, lead, "Karen Olsen");
    struct week_marks m;

    town_act(cx, &t, karen, lead);
    fails_with(cx, mark_ask(cx, t.ruth, 0), ERR_INVALID);
    fails_with(cx, mark_ask(cx, t.ruth, 101), ERR_INVALID);
    cr_assert(mark_ask(cx, t.ruth, 60));
    cr_assert(mark_ask(cx, t.ruth, 65));
    cr_assert(mark_get(cx, t.ruth, &m));
    cr_assert_eq(m.agreed.id, 0);
    cr_assert_eq(m.asked.share, 65);
    cr_assert_eq(m.asked.by, SIDE_LEAD);
    fails_with(cx, mark_yes(cx, t.ruth, m.asked.id), ERR_CONFLICT);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(mark_yes(cx, t.ruth, m.asked.id), "%s", cx->err.text);
    fails_with(cx, mark_yes(cx, t.ruth, m.asked.id), ERR_NOTFOUND);
    cr_assert(mark_ask(cx, t.ruth, 70));
    cr_assert(mark_get(cx, t.ruth, &m));
    cr_assert_eq(m.agreed.share, 65, "until the other says yes");
    cr_assert_eq(m.asked.by, SIDE_PEER);
    town_act(cx, &t, karen, lead);
    cr_assert(mark_no(cx, t.ruth, m.asked.id));
    cr_assert(mark_get(cx, t.ruth, &m));
    cr_assert_eq(m.agreed.share, 65);
    cr_assert_eq(m.asked.id, 0);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(mark_ask(cx, t.ruth, 75));
    cr_assert(mark_get(cx, t.ruth, &m));
    town_act(cx, &t, karen, lead);
    cr_assert(mark_yes(cx, t.ruth, m.asked.id));
    cr_assert(mark_get(cx, t.ruth, &m));
    cr_assert_eq(m.agreed.share, 75);
    cr_assert_eq(m.asked.id, 0);
}

/* Five people and five peers; before, nothing is said. R21, R22. */
TEST(week, time_given_is_a_sum_and_none_of_few)
{
    struct town t = town_make(cx);
    struct person_id karen = town_add(cx, t.program, lead, "Karen Olsen");
    struct week_given g;

    cr_assert(settings_load(cx, NULL));
    for (int i = 0; i < 5; i++) {
        struct person_id peer =
            town_add(cx, t.program, ROLE_PEER, arena_fmt(cx->mem, "Pat %d", i));
        struct person_id her = town_add(cx, t.program, ROLE_PERSON,
                                        arena_fmt(cx->mem, "Mary %d", i));
        cr_assert(peer_join(cx, peer, her));
        town_act(cx, &t, peer, ROLE_PEER);
        was_with(cx, her, 40, 20);
        add(cx, WEEK_TRAVEL, 10);
        add(cx, WEEK_WRITING, 5);
        add(cx, WEEK_DESK, 100);
        fails_with(cx, week_given(cx, day_of(cx->now), &g), ERR_NOTFOUND);
        town_act(cx, &t, karen, lead);
        cr_assert(week_given(cx, day_of(cx->now), &g), "%s", cx->err.text);
        if (i < 4) {
            cr_assert_eq(g.people.how, COUNT_FEW);
            cr_assert_eq(g.being, 0);
            cr_assert_eq(g.peers.how, COUNT_FEW);
            cr_assert_eq(g.travel, 0);
        }
    }
    cr_assert_eq(g.being, 200);
    cr_assert_eq(g.working, 100);
    cr_assert_eq(g.travel, 50);
    cr_assert_eq(g.writing, 25);
    cr_assert_eq(g.from.days, date_ymd(2026, 10, 1).days);
    cr_assert_eq(g.to.days, day_of(cx->now).days);
    cr_assert(week_given(cx, date_ymd(2026, 9, 8), &g));
    cr_assert_eq(g.to.days, date_ymd(2026, 9, 30).days);
    cr_assert_eq(g.being, 0);
    cr_assert_eq(week_payer(), PAYER_UNSAID);
    cr_assert_not(week_payer_good("all"));
}
