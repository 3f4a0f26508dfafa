/* What people said about their days, between visits. */
#include "between/between.h"
#include "demo/demo_int.h"

enum { NIGHT = 21 * 60, LINES = 3, A_YEAR = 365 };

static const struct {
    enum line_kind kind;
    const char *name;
} lines[] = {
    {LINE_YES_NO, "Walked to the store"},
    {LINE_SCALE, "Getting through the day"},
    {LINE_YES_NO, "Cooked"},
    {LINE_YES_NO, "Talked to somebody"},
    {LINE_NUMBER, "Sugar"},
    {LINE_SCALE, "Pain"},
};

static const struct {
    int day;
    const char *words;
} events[] = {
    {-160, "Moved to my own flat"},
    {-61, "My grandson's birthday"},
    {-19, "Heat broke in the building"},
};

static int draw_value(struct demo *d, enum line_kind kind)
{
    switch (kind) {
    case LINE_SLEEP:
        return demo_chance(d, 12) ? 1 + demo_chance(d, 4) : SLEEP_TOO_MUCH;
    case LINE_SCALE: return 1 + demo_chance(d, 4);
    case LINE_YES_NO: return 1 + demo_chance(d, 2);
    case LINE_NUMBER: return (110 + demo_chance(d, 100)) * 10;
    case LINE_KINDS: break;
    }
    return VALUE_NONE;
}

static bool one_day(struct demo *d, const struct person *member,
                    const struct lines *kept, int day)
{
    struct taps taps = {0};
    int64_t batch = 0;

    demo_act(d, member, time_at(demo_day(d, day), NIGHT));
    for (size_t i = 0; i < kept->n; i++)
        if (demo_chance(d, 5))
            *LIST_PUSH(d->cx->mem, &taps) =
                (struct tap){kept->at[i].id, draw_value(d, kept->at[i].kind)};
    return between_save(d->cx, member->id, demo_day(d, day), &taps, &batch);
}

bool demo_days(struct demo *d, const struct person *member, int days,
               int said_of_ten)
{
    size_t first = days < A_YEAR ? (size_t)demo_chance(d, 4) : 0;
    struct line sleep = {.kind = LINE_SLEEP, .name = ""};
    struct lines kept = {0};

    demo_act(d, member, time_at(demo_day(d, -days), NIGHT - 60));
    if (!line_add(d->cx, member->id, &sleep))
        return false;
    for (size_t i = 0; i < LINES; i++) {
        struct line l = {.kind = lines[first + i].kind,
                         .name = lines[first + i].name};
        if (!line_add(d->cx, member->id, &l))
            return false;
    }
    if (!line_list(d->cx, member->id, &kept))
        return false;
    for (int day = -days; day < 0; day++)
        if (demo_chance(d, 10) < said_of_ten && !one_day(d, member, &kept, day))
            return false;
    demo_act(d, member, time_at(demo_day(d, -1), NIGHT));
    for (size_t i = 0; days >= A_YEAR && i < sizeof events / sizeof *events;
         i++) {
        struct event e = {.day = demo_day(d, events[i].day),
                          .words = events[i].words};
        if (!event_add(d->cx, member->id, &e))
            return false;
    }
    return true;
}
