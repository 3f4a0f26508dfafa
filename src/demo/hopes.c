/* What people hope for in the made-up program. Denise wants to be a nurse: it
 * is asleep, with five steps on the way; she has another that is alive, one
 * that Ruth keeps, and something José's team hopes. Others have theirs. R32 to
 * R40. */
#include "demo/demo_int.h"
#include "hopes/move.h"
#include "hopes/path.h"
#include "hopes/theirs.h"
#include "hopes/typed.h"

enum { DENISE, SOME = 26, ELEVEN = 11 * 60, KEPT_DAYS = 40 };

static void herself(struct demo *d, int member, int days)
{
    demo_act(d, &d->members[member], time_at(demo_day(d, days), ELEVEN));
}

static bool wishes(struct demo *d, int member, int days, struct wish as,
                   int64_t *id)
{
    herself(d, member, days);
    return goal_add(d->cx, as, id);
}

/* Something that moved, so many days ago; whoever it is of says so. */
struct moved {
    int days;
    enum move_kind kind;
    const char *words, *before;
    enum move_size size;
    int years;
};

static bool adds(struct demo *d, int member, int64_t goal,
                 const struct moved *of)
{
    struct move m = {.kind = of->kind,
                     .goal = goal,
                     .words = of->words,
                     .before = of->before ? of->before : "",
                     .size = of->size,
                     .years = of->years,
                     .sort = MILE_SMOKING,
                     .counts = of->kind == MOVE_MILE,
                     .day = demo_day(d, of->days)};

    herself(d, member, of->days);
    return move_add(d->cx, d->members[member].id, &m);
}

static bool adds_all(struct demo *d, int member, int64_t goal,
                     const struct moved *all, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!adds(d, member, goal, &all[i]))
            return false;
    return true;
}

static bool shelf(struct demo *d)
{
    static const struct {
        const char *peer, *words;
        enum life_area area;
    } ways[] = {
        {"ruth", "Home health aide: a course of 75 hours", AREA_HEALTH},
        {"jose", "Phlebotomy course: one evening a week", AREA_HEALTH},
        {"malik", "A stall at the Saturday market", AREA_WORK},
        {"bea", "Two hours a week at the library, no pay", AREA_WORK},
        {"yvonne", "One class to listen in, with no test", AREA_SCHOOL},
        {"sam", "Write a card first, and call later", AREA_FAMILY},
    };

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        demo_act(d, demo_staff(d, ways[i].peer),
                 time_at(demo_day(d, -200), ELEVEN));
        if (!way_shelve(d->cx, ways[i].words, ways[i].area))
            return false;
    }
    return true;
}

/* "Be a nurse": asleep, and Ruth thought of one more way. */
static bool nurse(struct demo *d)
{
    static const struct moved steps[] = {
        {-330, MOVE_STEP, "told someone I wanted it", NULL, SIZE_BIG, 0},
        {-310, MOVE_STEP, "asked a nurse what her days are like", NULL,
         SIZE_SMALL, 0},
        {-280, MOVE_STEP, "walked up to the school door", NULL, SIZE_HUGE, 20},
        {-240, MOVE_STEP, "read one page about the heart", NULL, SIZE_SMALL, 0},
        {-150, MOVE_STEP, "helped my neighbor with her bandage", NULL, SIZE_BIG,
         0},
    };
    const struct person *her = &d->members[DENISE],
                        *ruth = demo_staff(d, "ruth");
    int64_t id = 0;

    if (!wishes(d, DENISE, -340, (struct wish){"Be a nurse", PICTURE_BODY},
                &id) ||
        !goal_heart(d->cx, id, "caring for people's bodies", AREA_HEALTH) ||
        !adds_all(d, DENISE, id, steps, sizeof steps / sizeof *steps))
        return false;
    herself(d, DENISE, -120);
    if (!goal_move(d->cx, id, GOAL_ASLEEP) || !goal_open(d->cx, id, ruth->id))
        return false;
    demo_act(d, ruth, time_at(demo_day(d, -1), ELEVEN));
    return way_add(d->cx, her->id, id, "Volunteer doula, with a mentor");
}

/* "Go out more": alive; Ruth noticed something that waits for a yes. */
static bool outside(struct demo *d)
{
    static const struct moved all[] = {
        {-40, MOVE_STEP, "stood in the door for five minutes", NULL, SIZE_BIG,
         0},
        {-21, MOVE_SHIFT, "In the morning it is quiet out there.",
         "The street is not for me.", SIZE_BIG, 0},
        {-9, MOVE_STEP, "walked to the store", NULL, SIZE_HUGE, 3},
    };
    struct move saw = {.kind = MOVE_STEP,
                       .words = "You said hello first to the man at the store.",
                       .before = "",
                       .day = demo_day(d, -2)};
    const struct person *ruth = demo_staff(d, "ruth");

    if (!wishes(d, DENISE, -60, (struct wish){"Go out more", PICTURE_OUTSIDE},
                &saw.goal) ||
        !adds_all(d, DENISE, saw.goal, all, sizeof all / sizeof *all))
        return false;
    herself(d, DENISE, -5);
    if (!goal_open(d->cx, saw.goal, ruth->id))
        return false;
    demo_act(d, ruth, time_at(demo_day(d, -2), ELEVEN));
    return goal_payer(d->cx, d->members[DENISE].id, saw.goal,
                      "Community integration") &&
           move_add(d->cx, d->members[DENISE].id, &saw);
}

/* One that Ruth keeps; and a hope that is a team's. */
static bool kept(struct demo *d)
{
    int64_t id = 0;

    if (!wishes(d, DENISE, -30,
                (struct wish){"See my daughter again", PICTURE_FAMILY}, &id) ||
        !goal_keep(d->cx, id, demo_staff(d, "ruth")->id,
                   demo_day(d, KEPT_DAYS)))
        return false;
    demo_act(d, demo_staff(d, "jose"), time_at(demo_day(d, -6), ELEVEN));
    return theirs_add(d->cx, d->members[DENISE].id,
                      "That your sugar is steady");
}

/* One she began, and Ruth typed as she said it: it waits for her yes. */
static bool typed(struct demo *d)
{
    const struct person *her = &d->members[DENISE],
                        *ruth = demo_staff(d, "ruth");
    int64_t id = 0;

    herself(d, DENISE, -1);
    if (!typed_begin(d->cx, (struct wish){"", PICTURE_NONE}, ruth->id, &id))
        return false;
    demo_act(d, ruth, time_at(demo_day(d, -1), ELEVEN + 20));
    return typed_write(d->cx, her->id, id,
                       (struct wish){"Sing in a choir again", PICTURE_MUSIC});
}

static bool one_of(struct demo *d, int member)
{
    static const char *const wish[][2] = {
        {"Cook for my brother", "Cocinar para mi hermano"},
        {"Work with my hands", "Trabajar con las manos"},
        {"Sleep in my own bed", "Dormir en mi propia cama"},
        {"Sing again", "Volver a cantar"},
        {"Smoke less", "Fumar menos"},
        {"Have a friend to call", "Tener a quien llamar"}};
    static const char *const step[][2] = {
        {"bought two onions", "compré dos cebollas"},
        {"sent a job application", "mandé una solicitud de trabajo"},
        {"put sheets on it", "le puse sábanas"},
        {"sang in the kitchen", "canté en la cocina"},
        {"took the stairs with no break", "subí las escaleras sin parar"},
        {"said my name first", "dije mi nombre primero"}};
    static const enum picture pictures[] = {PICTURE_NONE, PICTURE_WORK,
                                            PICTURE_HOME, PICTURE_MUSIC,
                                            PICTURE_NONE, PICTURE_FRIENDS};
    const int i = member % 6;
    const bool es = cast_members[member].lang == LANG_ES;
    const struct moved a = {-5 - member,
                            MOVE_STEP,
                            step[i][es],
                            NULL,
                            (enum move_size)(1 + member % 3),
                            0};
    const struct moved b = {-3 - member,
                            MOVE_SHIFT,
                            es ? "Un poco sí cambia." : "A little does change.",
                            es ? "Nada cambia." : "Nothing changes.",
                            SIZE_BIG,
                            0};
    const struct moved c = {-2 - member, MOVE_MILE, "", NULL, SIZE_UNSAID, 0};
    const bool sees = member % 5 == 0 || member % 3 == 0; /* in a new way */
    int64_t id = 0;

    return wishes(d, member, -90 + member,
                  (struct wish){wish[i][es], pictures[i]}, &id) &&
           (member % 5 == 0 || adds(d, member, id, &a)) &&
           (!sees || adds(d, member, id, &b)) &&
           (member % 4 != 0 || adds(d, member, id, &c)) &&
           (member % 5 != 1 || goal_move(d->cx, id, GOAL_DONE));
}

bool demo_hopes(struct demo *d)
{
    if (!shelf(d) || !nurse(d) || !outside(d) || !kept(d) || !typed(d))
        return false;
    for (int i = 1; i < SOME; i++)
        if (!one_of(d, i))
            return false;
    return true;
}
