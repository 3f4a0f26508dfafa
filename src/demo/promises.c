/* What is promised in the made-up program: Ruth to Denise and to Ana, Denise to
 * Ruth and to herself, one kept and one that could not be; with what Luis said
 * of the heat (asks.c), three were due yesterday and are open. R20, R121. */
#include "demo/demo_int.h"
#include "promises/promise.h"

enum { DENISE, ANA, NADIA = 10, NINE = 9 * 60 };

/* One of staff to a person. */
static bool promise(struct demo *d, const struct person *who,
                    const struct person *to, const char *words, struct date due)
{
    const struct will w = {words, due};

    demo_act(d, who, time_at(demo_day(d, -5), NINE));
    return promise_make(d->cx, to->id, (struct person_id){0}, &w);
}

/* A person to one of staff, or {0}: to herself. */
static bool promise_hers(struct demo *d, const struct person *who,
                         struct person_id to, const char *words,
                         struct date due)
{
    const struct will w = {words, due};

    demo_act(d, who, time_at(demo_day(d, -5), NINE));
    return promise_make(d->cx, who->id, to, &w);
}

/* The newest promise of the one who acts ends so, two days ago. */
static bool ended(struct demo *d, const struct person *who,
                  const struct person *whose, enum said_act act,
                  const char *why)
{
    struct promises mine;
    struct said_id newest = {0};

    demo_act(d, who, time_at(demo_day(d, -2), NINE));
    if (!promise_list_mine(d->cx, &mine))
        return false;
    for (size_t i = 0; i < mine.n; i++)
        if (mine.at[i].said.id.v > newest.v)
            newest = mine.at[i].said.id;
    return promise_move(d->cx, whose->id, newest, act,
                        &(struct will){why, DATE_NONE});
}

bool demo_promises(struct demo *d)
{
    const struct person *denise = &d->members[DENISE], *ana = &d->members[ANA];
    const struct person *ruth = demo_staff(d, "ruth");

    return promise(d, ruth, denise, "Walk to the library with you",
                   demo_day(d, -2)) &&
           ended(d, ruth, denise, ACT_DONE, "") &&
           promise(d, ruth, denise, "Ask who has a spare winter coat",
                   demo_day(d, -1)) &&
           ended(d, ruth, denise, ACT_COULD_NOT,
                 "The closet was empty. I ask again on Monday.") &&
           promise(d, ruth, denise, "Bring the leaflet of the course",
                   demo_day(d, 0)) &&
           promise(d, ruth, ana, "Find out about the bus pass",
                   demo_day(d, -1)) &&
           promise(d, demo_staff(d, "malik"), &d->members[NADIA],
                   "Ask when the laundry room is open", demo_day(d, -1)) &&
           promise_hers(d, denise, ruth->id, "Call my sister", DATE_NONE) &&
           promise_hers(d, denise, (struct person_id){0}, "Sing once this week",
                        demo_day(d, 3));
}
