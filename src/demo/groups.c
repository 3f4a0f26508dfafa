/* The groups of the made-up program: what they are, five weeks of how many
 * came, one day off, one that another peer takes. R26, R27, R60; days 5.1 and
 * 5.2. Art and the news are on the day itself. */
#include "groups/group_day.h"

#include "demo/demo_int.h"

enum { WEEKS_BACK = 12, COUNTED = 5, DAYS = 7, EVENING = 19 * 60 };

static const struct of_group {
    const char *lead, *backup;
    int after; /* days from today to its next day */
    int minute, minutes;
    enum theme theme;
    const char *name, *plain, *likes, *place, *way, *agreed;
    int heads[COUNTED]; /* the latest first */
    const char *note;
} of[] = {
    {"bea",
     "yvonne",
     0,
     13 * 60 + 30,
     90,
     THEME_ART,
     "Art group",
     "Paint, clay, thread and paper. All of it is here. You need no plan.",
     "You can just sit with us.\nYou take home what you make, or not.\n"
     "Nobody says if it is good.",
     "Resource center, the big table",
     "Bus 7 and 22 stop at the door.",
     "We ask before we look.\nWe clean up together.",
     {8, 6, 9, 7, 5},
     "More clay. Open the window first."},
    {"ruth",
     "jose",
     0,
     15 * 60,
     60,
     THEME_NEWS,
     "Current events",
     "We read the paper and talk about what is going on.",
     "You can just listen.\nNo need to know about politics.",
     "Resource center, room 2",
     "Up the ramp, then left.",
     "We speak one at a time.\nWe can think in two ways and stay friends.",
     {11, 9, 7, 8, 6},
     "Two papers, not one. End with something good."},
    {"sam",
     "ruth",
     2,
     15 * 60 + 30,
     90,
     THEME_PHOTOS,
     "Photo walk",
     "A slow walk with a camera or a phone. We look at the pictures after.",
     "No need to talk.\nYou can leave any time.\nWe stop and sit two times.",
     "Start at the Wellness Center",
     "114 Maple Street. Bus 7 stops at the door.",
     "No photos of faces unless the person says yes.",
     {5, 4, 6, 3, 5},
     "Meet inside when it rains."},
    {"yvonne",
     "amir",
     2,
     10 * 60,
     90,
     THEME_FOOD,
     "Food group",
     "We cook one thing that costs little, and eat it.",
     "You can come just to eat.\nTell us what you do not eat.",
     "Resource center, the kitchen",
     "",
     "We wash our hands.\nAll help to clean up.",
     {7, 8, 6, 9, 7},
     ""},
    {"amir",
     "lena",
     3,
     13 * 60,
     60,
     THEME_COMPUTERS,
     "Computer help",
     "Bring your phone, or use one of ours. We go at your pace.",
     "No question is too small.",
     "Library, second floor",
     "There is a lift.",
     "Nobody looks at your screen unless you ask.",
     {4, 3, 4, 2, 3},
     "Print the steps big."},
    {"malik",
     "amir",
     6,
     11 * 60,
     60,
     THEME_HARM,
     "Safer together",
     "For people who use drugs or drink, or did. We help each other stay safe.",
     "Nobody asks you to stop.\nYou can come after you used.\n"
     "There is coffee, and a kit to take.",
     "Resource center, the back room",
     "Use the side door if you like.",
     "What is said here stays here.\nNo names in any list.",
     {6, 7, 5, 6, 4},
     "Start late. Some come by bus at 11."},
    {"malik",
     "bea",
     1,
     16 * 60,
     60,
     THEME_SPEAKING_UP,
     "Speak up",
     "We get ready to say what we want: to a clinic, an office, the city.",
     "You can practice, or just watch.",
     "Resource center, room 2",
     "",
     "We listen to the end.",
     {5, 5, 4, 6, 0},
     ""}};

enum { GROUPS = sizeof of / sizeof *of };

static bool shows_name(struct demo *d, const char *sign_in, int64_t group)
{
    demo_act(d, demo_staff(d, sign_in), time_at(demo_day(d, -80), EVENING));
    return group_show_me(d->cx, group, true);
}

static bool made(struct demo *d, const struct of_group *o, int64_t *id)
{
    struct group g = {.name = o->name,
                      .plain = o->plain,
                      .likes = o->likes,
                      .place = o->place,
                      .way = o->way,
                      .agreed = o->agreed,
                      .theme = o->theme,
                      .about = ABOUT_ELSE,
                      .from = demo_day(d, o->after - WEEKS_BACK * DAYS),
                      .weekly = true,
                      .minute = o->minute,
                      .minutes = o->minutes,
                      .lead = {.id = demo_staff(d, o->lead)->id},
                      .backup = {.id = demo_staff(d, o->backup)->id}};

    demo_act(d, demo_staff(d, o->lead), time_at(demo_day(d, -85), EVENING));
    if (!group_save(d->cx, &g))
        return false;
    *id = g.id;
    return shows_name(d, o->lead, g.id) &&
           (o->theme == THEME_HARM || shows_name(d, o->backup, g.id));
}

/* So many weeks after its next day (negative: before). */
static bool on_week(struct demo *d, const struct of_group *o, struct group *g,
                    int weeks, struct group_day *s)
{
    return group_day_get(d->cx, g, demo_day(d, o->after + weeks * DAYS), s);
}

static bool counted(struct demo *d, const struct of_group *o, struct group *g)
{
    struct group_day s;

    for (int i = 0; i < COUNTED; i++) {
        const int day = o->after - (i + 1) * DAYS;
        demo_act(d, demo_staff(d, o->lead), time_at(demo_day(d, day), EVENING));
        if (!on_week(d, o, g, -1 - i, &s) ||
            !group_day_after(d->cx, &s, o->heads[i], i ? "" : o->note))
            return false;
    }
    return true;
}

static bool topic(struct demo *d, const struct of_group *o, struct group *g,
                  int weeks, const char *words)
{
    struct group_day s;

    return on_week(d, o, g, weeks, &s) &&
           group_day_topic(d->cx, &s, ABOUT_ELSE, words);
}

/* What is said of days to come, the evening before. */
static bool to_come(struct demo *d, const struct of_group *o, struct group *g)
{
    struct group_day s;

    demo_act(d, demo_staff(d, o->lead), time_at(demo_day(d, -1), EVENING));
    switch (o->theme) {
    case THEME_NEWS: return topic(d, o, g, 0, "The new bus lines");
    case THEME_SPEAKING_UP: return topic(d, o, g, 0, "How to ask for a copy");
    case THEME_COMPUTERS:
        return on_week(d, o, g, 0, &s) &&
               group_day_off(d->cx, &s, "A note on the library door",
                             "Bring your phone to the food group");
    case THEME_PHOTOS:
        return on_week(d, o, g, 1, &s) && group_day_take(d->cx, &s, true);
    default: return true;
    }
}

bool demo_groups(struct demo *d)
{
    for (size_t i = 0; i < GROUPS; i++) {
        int64_t id = 0;
        struct group g;
        if (!made(d, &of[i], &id) || !group_ours(d->cx, id, &g) ||
            !counted(d, &of[i], &g) || !to_come(d, &of[i], &g))
            return false;
    }
    return true;
}
