/* What Denise of the made-up program wants when it gets very hard, opened to
 * who walks with her; and one hard day a while ago, when Ruth was there. R55,
 * R62. */
#include "crisis/choice.h"
#include "crisis/look.h"
#include "crisis/open.h"
#include "crisis/there.h"
#include "demo/demo_int.h"
#include "frame/notes.h"
#include "rhythm/task.h"

enum { DENISE, TEN = 10 * 60, FOUR = 16 * 60 };

static void on(struct demo *d, const struct person *who, int day, int minute)
{
    demo_act(d, who, time_at(demo_day(d, day), minute));
}

static bool writes(struct demo *d, const struct person *denise)
{
    static const char *const first[CHOICE_PARTS] = {
        "Sit with me. Few words.", "", "My sister Rosa", "", "", "", ""};
    static const char *const words[CHOICE_PARTS] = {
        [CHOICE_HELPS] = "Sit with me by the window. Few words. Tea with mint.",
        [CHOICE_WORSE] = "Many questions. Being told to calm down.",
        [CHOICE_CALL] = "My sister Rosa, at any hour",
        [CHOICE_NOT_CALL] = "My brother",
        [CHOICE_PLACE] = "At home, with my masks on the wall",
        [CHOICE_NO] = "A ride in a car I do not know. A closed door.",
        [CHOICE_PAPER] = "In the blue box by my bed. Rosa has a copy."};

    on(d, denise, -90, TEN);
    if (!choice_put(d->cx, first))
        return false;
    on(d, denise, -60, TEN);
    return choice_put(d->cx, words) && open_put(d->cx, OPEN_WALKS);
}

/* The day after they talked face to face. */
static bool gets_in_touch(struct demo *d, const struct person *ruth,
                          const struct person *denise)
{
    struct tasks all;

    on(d, ruth, -29, TEN);
    if (!task_list(d->cx, denise->id, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].due.days == demo_day(d, -29).days &&
            !task_talked(d->cx, denise->id, all.at[i].id))
            return false;
    return true;
}

static bool was_there(struct demo *d, const struct person *ruth,
                      const struct person *denise)
{
    struct there t = {.person = denise->id,
                      .day = demo_day(d, -30),
                      .how = THERE_IN_PERSON,
                      .minutes = 110,
                      .place = "Her kitchen, by the window",
                      .others = "Her sister Rosa",
                      .others_yes = true};

    struct look l;

    on(d, ruth, -30, FOUR);
    return look_open(d->cx, denise->id) && look_get(d->cx, denise->id, &l) &&
           there_log(d->cx, &t) && notes_write(d->cx) &&
           gets_in_touch(d, ruth, denise);
}

/* She was told, and wrote what she had wanted. */
static bool says_what(struct demo *d, const struct person *denise)
{
    struct theres all;

    on(d, denise, -26, TEN);
    look_note_told(d->cx);
    return notes_write(d->cx) && there_list(d->cx, &all) && all.n == 1 &&
           there_wanted(d->cx, all.at[0].id,
                        "That somebody stays until the tea is cold");
}

bool demo_crisis(struct demo *d)
{
    const struct person *denise = &d->members[DENISE];
    const struct person *ruth = demo_staff(d, "ruth");

    struct notes mine = {0}, *all = d->cx->notes;

    d->cx->notes = &mine;
    const bool done =
        writes(d, denise) && was_there(d, ruth, denise) && says_what(d, denise);
    d->cx->notes = all;
    return done;
}
