/* The peer council of the made-up program: one answer late, one that changed
 * something, one vote open; who sits where, and empty seats. R56, R57. */
#include "council/council.h"
#include "demo/demo_int.h"

enum { TWO = 14 * 60 };

/* So many days from today to the last twelfth of a month before it. */
static int twelfth(const struct demo *d)
{
    int year = 0, month = 0, day = 0;

    date_split(d->today, &year, &month, &day);
    const int days = date_ymd(year, month, 12).days - d->today.days;
    if (days < 0)
        return days;
    return date_ymd(month == 1 ? year - 1 : year, month == 1 ? 12 : month - 1,
                    12)
               .days -
           d->today.days;
}

static void act(struct demo *d, const struct person *who, int days)
{
    demo_act(d, who, time_at(demo_day(d, days), TWO));
}

static bool members(struct demo *d)
{
    act(d, demo_staff(d, "karen"), -200);
    if (!council_member_add(d->cx, "denise", demo_day(d, 165), true) ||
        !council_member_add(d->cx, "malik", demo_day(d, 165), true) ||
        !council_member_add(d->cx, "bea", demo_day(d, 165), true))
        return false;
    act(d, &d->members[0], -199); /* Denise */
    if (!council_say_yes(d->cx))
        return false;
    act(d, demo_staff(d, "malik"), -199);
    if (!council_say_yes(d->cx) || !council_name(d->cx, "Malik J."))
        return false;
    act(d, demo_staff(d, "bea"), -199);
    return council_say_yes(d->cx) && council_name(d->cx, "Bea, who sews");
}

/* The newest proposal. */
static bool newest(struct demo *d, int64_t *id)
{
    struct council_proposals all;

    *id = 0;
    if (!council_proposals(d->cx, &all))
        return false;
    if (all.n > 0)
        *id = all.at[0].id;
    return true;
}

/* Put to the vote that day, and asked of the board two days later. */
static bool asked(struct demo *d, const char *words, int days, int due,
                  int64_t *id)
{
    act(d, demo_staff(d, "malik"), days);
    if (!council_propose(d->cx, words) || !newest(d, id) ||
        !council_vote(d->cx, *id, VOTE_YES))
        return false;
    act(d, demo_staff(d, "bea"), days + 1);
    if (!council_vote(d->cx, *id, VOTE_YES))
        return false;
    act(d, demo_staff(d, "malik"), days + 2);
    return council_close(d->cx, *id, demo_day(d, due));
}

static bool said(struct demo *d)
{
    int64_t id = 0;

    if (!asked(d, "Heat in the day room from October", -90, -60, &id))
        return false;
    act(d, demo_staff(d, "dolores"), -70);
    if (!council_answer(d->cx, id, "Yes. The heat is on from October 1."))
        return false;
    act(d, demo_staff(d, "bea"), -40);
    if (!council_change(d->cx, id, "It is warm. More come in the morning.") ||
        !asked(d, "Read statements within 2 days", -45, twelfth(d), &id) ||
        !asked(d, "A council member on every hiring panel", -20, 18, &id))
        return false;
    act(d, demo_staff(d, "malik"), -3);
    return council_propose(d->cx, "Open the kitchen on Sundays") &&
           newest(d, &id) && council_vote(d->cx, id, VOTE_YES);
}

static bool tables(struct demo *d)
{
    static const struct council_seat seats[] = {
        {0, "Hiring panel", "Malik J.", true, true},
        {0, "Ethics", "", true, true},
        {0, "Quality", "Bea, who sews", true, true},
        {0, "Board of directors", "", true, false}};
    const struct council_meeting was = {
        .day = demo_day(d, -20),
        .agenda = "Hiring\nHeat: how it went",
        .minutes = "We ask for a seat on every hiring panel."};
    const struct council_meeting next = {
        .day = demo_day(d, 8),
        .agenda = "The kitchen on Sundays\nThe late answer",
        .minutes = ""};

    act(d, demo_staff(d, "malik"), -20);
    for (size_t i = 0; i < sizeof seats / sizeof *seats; i++)
        if (!council_seat_add(d->cx, &seats[i]))
            return false;
    return council_meet(d->cx, &was) && council_meet(d->cx, &next);
}

bool demo_council(struct demo *d)
{
    return members(d) && said(d) && tables(d);
}
