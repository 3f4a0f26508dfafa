/* What several people keep beside their visits inside: visits elsewhere, who is
 * who, what they want treatment to do, what happened. Made up. R68, R71, R72.
 */
#include "between/between.h"
#include "demo/demo_int.h"
#include "people/circle.h"
#include "visits/words.h"

enum { NOON = 12 * 60, NIGHT = 20 * 60 };

/* With somebody who is not of this agency. */
static const struct {
    int member, day, minute;
    const char *with, *place;
} elsewhere[] = {
    {7, -40, 10 * 60, "Dr. Hale", "Eye clinic, Main Street"},
    {8, -33, 9 * 60, "Dr. Osei", "St. Mark hospital"},
    {11, -21, 14 * 60, "Dr. Hale", "Eye clinic, Main Street"},
    {13, -12, 11 * 60, "Nurse Petit", "Foot clinic"},
    {16, -9, 15 * 60, "Dr. Osei", "St. Mark hospital"},
    {20, 4, 10 * 60, "Dr. Wu", "Knee clinic"},
    {21, 6, 13 * 60, "Ms. Adler", "Hearing center"},
    {25, 9, 9 * 60, "Dr. Wu", "Knee clinic"},
};

static const struct {
    int member;
    const char *name, *who;
} circle[] = {
    {1, "Marta", "mi hermana"},     {2, "Joe", "my neighbor, has my key"},
    {3, "Lucy", "my daughter"},     {5, "Coach Dan", "from the gym"},
    {6, "Mr. Bell", "my landlord"}, {8, "Tess", "my best friend"},
    {10, "Amina", "my aunt"},       {12, "Padre Tomás", "de la iglesia"},
};

static const struct {
    int member;
    const char *words;
} words[] = {
    {1, "Cuidar a mis nietos sin dormirme."},
    {2, "Fix bikes again, two mornings a week."},
    {3, "Take the bus to see Lucy by myself."},
    {8, "Feel my own feelings, and still sleep."},
    {11, "Keep my flat and my cat."},
    {20, "Cook for ten people at New Year."},
};

static const struct {
    int member, day;
    const char *words;
} events[] = {
    {2, -15, "Got a bike from the church"},
    {3, -8, "Lucy came to visit"},
    {5, -20, "Started at the gym"},
    {6, -11, "Heat went out in the building"},
    {10, -6, "First day of the art class"},
    {12, -18, "Bautizo de mi sobrina"},
};

static bool visits_elsewhere(struct demo *d)
{
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
        const struct person *p = &d->members[elsewhere[i].member];
        const int day = elsewhere[i].day;
        struct visit v = {.person = p->id,
                          .program = d->program,
                          .at = time_at(demo_day(d, day), elsewhere[i].minute),
                          .kind = VISIT_BODY,
                          .with_name = elsewhere[i].with,
                          .place = elsewhere[i].place,
                          .reason = ""};
        demo_act(d, p, time_at(demo_day(d, day < 0 ? day - 2 : -1), NIGHT));
        if (!visit_add(d->cx, &v))
            return false;
        demo_act(d, p, time_at(demo_day(d, day < 0 ? day : -1), NIGHT));
        if (day < 0 && !visit_set_state(d->cx, p->id, v.id, VISIT_HELD))
            return false;
    }
    return true;
}

bool demo_lives(struct demo *d)
{
    if (!visits_elsewhere(d))
        return false;
    for (size_t i = 0; i < sizeof circle / sizeof *circle; i++) {
        const struct person *p = &d->members[circle[i].member];
        demo_act(d, p, time_at(demo_day(d, -30), NIGHT));
        if (!circle_add(d->cx, p->id,
                        &(struct circle_line){.name = circle[i].name,
                                              .who = circle[i].who,
                                              .knows = "",
                                              .until = DATE_NONE}))
            return false;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct person *p = &d->members[words[i].member];
        demo_act(d, p, time_at(demo_day(d, -1), NOON));
        if (!words_put(d->cx, p->id, words[i].words))
            return false;
    }
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        const struct person *p = &d->members[events[i].member];
        struct event e = {.day = demo_day(d, events[i].day),
                          .words = events[i].words};
        demo_act(d, p, time_at(demo_day(d, events[i].day), NIGHT));
        if (!event_add(d->cx, p->id, &e))
            return false;
    }
    return true;
}
