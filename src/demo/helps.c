/* What helps some of the made-up program, and what peers signed: Denise copied
 * one of Ruth's, and opened one line to her. R58. */
#include "demo/demo_int.h"
#include "helps/habit.h"
#include "helps/open.h"
#include "helps/signed.h"

enum { DENISE, ANA, BEN, NIGHT = 21 * 60 + 30 };

static bool signs(struct demo *d, const char *sign_in, struct strategy s)
{
    demo_act(d, demo_staff(d, sign_in), time_at(demo_day(d, -60), NIGHT));
    return signed_add(d->cx, &s);
}

static bool adds(struct demo *d, int member, struct strategy s, int64_t *id)
{
    demo_act(d, &d->members[member], time_at(demo_day(d, -50), NIGHT));
    if (!strategy_add(d->cx, &s, (struct person_id){0}))
        return false;
    *id = s.id;
    return true;
}

static bool uses(struct demo *d, int member, int64_t id, int days)
{
    demo_act(d, &d->members[member], time_at(demo_day(d, days), NIGHT));
    return strategy_used(d->cx, id);
}

/* The newest that was signed. */
static bool copies(struct demo *d, int member)
{
    struct signeds all;

    demo_act(d, &d->members[member], time_at(demo_day(d, -30), NIGHT));
    return signed_list(d->cx, &all) && all.n > 0 &&
           signed_copy(d->cx, all.at[0].s.id);
}

static bool denise(struct demo *d)
{
    static const struct strategy low = {.words = "Radio low",
                                        .moment = "When I cannot sleep",
                                        .helps = "The voices"};
    static const struct strategy paint = {.words = "Paint a mask",
                                          .moment = "When the day is too long",
                                          .helps = ""};
    int64_t radio = 0, masks = 0;

    return adds(d, DENISE, low, &radio) && adds(d, DENISE, paint, &masks) &&
           copies(d, DENISE) && uses(d, DENISE, masks, -9) &&
           uses(d, DENISE, radio, -2) &&
           strategy_open(d->cx, radio, demo_staff(d, "ruth")->id);
}

/* Denise wants to be outside; Ruth walks it with her. R66. */
static bool habits(struct demo *d)
{
    struct habit h = {.words = "Walk to the river",
                      .step = "Put my shoes on by ten",
                      .measure = "Birds I saw"};
    const struct person *ruth = demo_staff(d, "ruth"),
                        *me = &d->members[DENISE];

    demo_act(d, me, time_at(demo_day(d, -12), NIGHT));
    if (!habit_begin(d->cx, &h) || !habit_walk_with(d->cx, h.id, ruth->id))
        return false;
    for (int days = -8; days < 0; days += 3) {
        demo_act(d, me, time_at(demo_day(d, days), NIGHT));
        if (!habit_check(d->cx, me->id, h.id, days == -5 ? "Two ducks" : ""))
            return false;
    }
    demo_act(d, ruth, time_at(demo_day(d, -5), NIGHT));
    return habit_check(d->cx, me->id, h.id, "");
}

bool demo_helps(struct demo *d)
{
    static const struct strategy walk = {.words = "Walk round the block, twice",
                                         .moment = "When I am about to shout",
                                         .helps = "Anger"};
    static const struct strategy write = {
        .words = "Write it down, and close the book",
        .moment = "When a thought comes back and back",
        .helps = "Worry at night"};
    static const struct strategy cook = {.words = "Cook something that smells",
                                         .moment = "On gray days",
                                         .helps = "Feeling far away"};
    static const struct strategy sit = {
        .words = "Sit by the river", .moment = "", .helps = ""};
    int64_t id = 0;

    return signs(d, "malik", walk) && signs(d, "ruth", write) && denise(d) &&
           adds(d, ANA, cook, &id) && uses(d, ANA, id, -1) &&
           adds(d, BEN, sit, &id) && habits(d);
}
