/* What the weeks of made-up peers were for: Ruth's reads 71 % peer work, 9 %
 * errands, 6 % asked-to-do clinical; Sam promised more than a week has. R24,
 * R84. */
#include "demo/demo_int.h"
#include "rhythm/rhythm.h"
#include "week/mark.h"
#include "week/plan.h"

enum { NINE = 9 * 60, SIX = 18 * 60, LEON = 25, SAMS = 4, KINDS = 5 };

/* Of each part in a hundred, beside the 71 of peer work. */
static const struct {
    enum week_kind kind;
    int part;
} ruths[KINDS] = {{WEEK_ERRANDS, 9},
                  {WEEK_CLINICAL, 6},
                  {WEEK_TRAVEL, 8},
                  {WEEK_WRITING, 4},
                  {WEEK_LEARNING, 2}};

static void on(struct demo *d, const char *sign_in, int day, int minute)
{
    demo_act(d, demo_staff(d, sign_in), time_at(demo_day(d, day), minute));
}

static bool took(struct demo *d, enum week_kind kind, int64_t minutes)
{
    const struct week_entry e = {
        .kind = kind, .minutes = minutes, .day = day_of(d->cx->now)};

    return week_add(d->cx, &e);
}

/* What goes with the peer work of that week, whatever it is, in shares. */
static bool in_shares(struct demo *d)
{
    struct week w;

    if (!week_get(d->cx, d->cx->actor->person, date_monday(day_of(d->cx->now)),
                  &w))
        return false;
    const int64_t peer = w.minutes[WEEK_PEOPLE] + w.minutes[WEEK_GROUP];
    for (int i = 0; i < KINDS; i++)
        if (!took(d, ruths[i].kind, (peer * ruths[i].part + 35) / 71))
            return false;
    return true;
}

static bool ruth(struct demo *d)
{
    const struct week_plan plan = {
        .hours = 24, .lasts = 65, .way = 35, .groups = 6};
    struct week_marks marks;
    const struct person_id id = demo_staff(d, "ruth")->id;

    on(d, "karen", -30, NINE);
    if (!mark_ask(d->cx, id, 70) || !plan_hours(d->cx, id, 24))
        return false;
    on(d, "ruth", -29, NINE);
    if (!mark_get(d->cx, id, &marks) || !mark_yes(d->cx, id, marks.asked.id) ||
        !plan_put(d->cx, &plan))
        return false;
    on(d, "ruth", -7, SIX);
    if (!took(d, WEEK_GROUP, 120) || !took(d, WEEK_ERRANDS, 45) ||
        !took(d, WEEK_TRAVEL, 40) || !took(d, WEEK_CLINICAL, 20) ||
        !week_show(d->cx, date_monday(demo_day(d, -7))))
        return false;
    on(d, "ruth", 0, SIX);
    return took(d, WEEK_GROUP, 90) && in_shares(d);
}

/* A few minutes of each other peer, this week and two weeks before. */
static bool others(struct demo *d)
{
    static const char *const who[] = {"jose", "malik", "bea", "yvonne",
                                      "sam",  "lena",  "amir"};

    for (int i = 0; i < (int)(sizeof who / sizeof *who); i++) {
        on(d, who[i], -14, SIX);
        if (!took(d, WEEK_GROUP, 150 + 10 * i) ||
            !took(d, WEEK_TRAVEL, 40 + 5 * i) ||
            !took(d, WEEK_ERRANDS, 20 + 10 * (i % 3)) ||
            !took(d, i % 2 ? WEEK_DESK : WEEK_CLINICAL, 15 + 5 * i))
            return false;
        on(d, who[i], 0, SIX);
        if (!took(d, WEEK_TRAVEL, 25 + 5 * (i % 4)) ||
            !took(d, WEEK_WRITING, 10 + 5 * (i % 3)))
            return false;
    }
    return true;
}

/* Two days a week, and a time each week with four. */
static bool sam(struct demo *d)
{
    const struct week_plan plan = {
        .hours = 12, .lasts = 75, .way = 45, .groups = 5};
    struct rhythm r = {.peer = demo_staff(d, "sam")->id,
                       .first = demo_day(d, 2),
                       .every = 1,
                       .what = "Coffee"};

    for (int i = 0; i < SAMS; i++) {
        r.person = d->members[LEON + i].id;
        r.minute = NINE + 60 * i;
        demo_act(d, &d->members[LEON + i], time_at(demo_day(d, -3), NINE));
        if (!rhythm_ask(d->cx, &r))
            return false;
        on(d, "sam", -2, NINE);
        if (!rhythm_agree(d->cx, r.person, r.id))
            return false;
    }
    return plan_put(d->cx, &plan);
}

bool demo_week(struct demo *d)
{
    return ruth(d) && others(d) && sam(d);
}
