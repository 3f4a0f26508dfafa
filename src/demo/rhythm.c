/* When people of the made-up program meet: a rhythm that is kept and one that
 * slips, a time today, 12 misses with 11 calls made, a check-in, somebody who
 * wants space; and what makes the way to Denise's flat safe. R16 to R19, R23,
 * R62. */
#include "rhythm/rhythm.h"
#include "demo/demo_int.h"
#include "rhythm/meet.h"
#include "rhythm/reach.h"
#include "rhythm/space.h"
#include "rhythm/task.h"
#include "rhythm/way.h"

enum {
    DENISE,
    ANA,
    BEN,
    THOMAS,
    ROBERT = 6,
    FIRST_CALLED = 20, /* of those called after a miss, the first and last */
    LAST_CALLED = 30,
    HALF_PAST_SEVEN = 7 * 60 + 30,
    NINE = 9 * 60,
    ELEVEN = 11 * 60,
    ONE = 13 * 60,
    TWO = 14 * 60,
    CALL = 1U << CHANNEL_CALL,
    TEXT = 1U << CHANNEL_TEXT,
    WORD = 1U << CHANNEL_WORD,
    MAIL = REACH_MAIL
};

static void on(struct demo *d, const struct person *who, int day, int minute)
{
    demo_act(d, who, time_at(demo_day(d, day), minute));
}

static bool reach(struct demo *d, const struct person *who, unsigned safe,
                  const char *word)
{
    const struct reach r = {.safe = safe, .most = 2, .who = word};

    on(d, who, -60, NINE);
    return reach_put(d->cx, who->id, &r);
}

/* She asks her peer for each week from this day on, who says yes. */
static bool weekly(struct demo *d, const struct person *who,
                   const struct person *peer, int day, const char *what)
{
    struct rhythm r = {.person = who->id,
                       .peer = peer->id,
                       .first = demo_day(d, day),
                       .minute = TWO,
                       .every = 1,
                       .what = what};

    on(d, who, day - 3, NINE);
    if (!rhythm_ask(d->cx, &r))
        return false;
    on(d, peer, day - 2, NINE);
    return rhythm_agree(d->cx, who->id, r.id);
}

/* Her next time: it was held, or (off) she called it off the day before. */
static bool next(struct demo *d, const struct person *who,
                 const struct person *peer, int day, bool off)
{
    struct meets coming;

    on(d, off ? who : peer, off ? day - 1 : day, off ? NINE : TWO + 60);
    if (!meet_list(d->cx, who->id, MEET_COMING, &coming) || coming.n == 0)
        return false;
    return off ? meet_off(d->cx, who->id, coming.at[0].id)
               : meet_held(d->cx, who->id, coming.at[0].id);
}

static bool single(struct demo *d, const struct person *who,
                   const struct person *peer, struct meet *m)
{
    m->person = who->id;
    m->peer = peer->id;
    on(d, peer, -4, NINE);
    return meet_make(d->cx, m);
}

/* They missed each other yesterday; the peer says so first thing today. */
static bool missed(struct demo *d, const struct person *who,
                   const struct person *peer)
{
    struct meet m = {.at = time_at(demo_day(d, -1), ELEVEN),
                     .what = "Look at bus times",
                     .place = "The day room"};

    if (!single(d, who, peer, &m))
        return false;
    on(d, peer, 0, HALF_PAST_SEVEN);
    return meet_missed(d->cx, who->id, m.id);
}

/* And calls, and they talk. */
static bool called(struct demo *d, int member)
{
    const struct person *who = &d->members[member];
    const struct person *peer = demo_staff(d, cast_members[member].peer);
    struct tasks open;

    if (!reach(d, who, CALL | TEXT, "") || !missed(d, who, peer))
        return false;
    on(d, peer, 0, HALF_PAST_SEVEN + 15);
    return task_list(d->cx, who->id, &open) && open.n == 1 &&
           task_try(d->cx, &open.at[0], CHANNEL_CALL, OUTCOME_REACHED,
                    TIME_NONE);
}

static bool check_in(struct demo *d, const struct person *who,
                     const struct person *peer, const char *what)
{
    struct task t = {.person = who->id,
                     .due = demo_day(d, 0),
                     .channel = CHANNEL_TEXT,
                     .what = what};

    on(d, peer, -4, NINE);
    return task_check_in(d->cx, &t);
}

static bool way(struct demo *d, const struct person *who,
                const struct person *peer)
{
    on(d, peer, -20, NINE);
    if (!way_put(d->cx, who->id,
                 "No light on the stairs, and the neighbor's dog is loose in "
                 "the yard. Come before dark, and ring from the gate."))
        return false;
    on(d, who, -18, NINE);
    return way_answer(d->cx, who->id,
                      "The stairs have a light now. The dog only barks.");
}

bool demo_rhythm(struct demo *d)
{
    const struct person *denise = &d->members[DENISE], *ana = &d->members[ANA],
                        *ben = &d->members[BEN], *tom = &d->members[THOMAS],
                        *robert = &d->members[ROBERT];
    const struct person *ruth = demo_staff(d, "ruth");
    struct meet today = {.at = time_at(demo_day(d, 0), ONE),
                         .what = "Library",
                         .place = "The front door"};

    if (!reach(d, denise, CALL | TEXT | WORD, "My sister Rosa") ||
        !reach(d, ben, CALL | MAIL | TEXT, "") || !reach(d, tom, TEXT, "") ||
        !weekly(d, denise, ruth, -5, "A walk by the river") ||
        !next(d, denise, ruth, -5, false) ||
        !weekly(d, ana, ruth, -16, "Coffee") || !next(d, ana, ruth, -16, false))
        return false;
    if (!next(d, ana, ruth, -9, true) || !next(d, ana, ruth, -2, true) ||
        !single(d, ben, ruth, &today) || !missed(d, tom, ruth) ||
        !check_in(d, denise, ruth, "The first day of the course"))
        return false;
    if (!way(d, denise, ruth))
        return false;
    for (int i = FIRST_CALLED; i <= LAST_CALLED; i++)
        if (!called(d, i))
            return false;
    on(d, robert, -1, NINE);
    return space_ask(d->cx, robert->id, demo_day(d, 6));
}
