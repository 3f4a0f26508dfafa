/* A person with 30 hopes and 3,000 steps of one of them: no page grows with
 * what is behind it. */
#include <stdlib.h>
#include <string.h>

#include "access/town.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/browser.h"
#include "hopes/move.h"
#include "hopes/path.h"
#include "hopes/typed.h"

enum {
    HOPES = 30,
    STEPS = 3000,
    BYTES = 24 * 1024,     /* of one page */
    MOST_BYTES = 48 * 1024 /* with the longest words: with all that comes once,
                            * the first page is under 100 KB still */
};

static bool moves(struct ctx *cx, int64_t goal)
{
    struct move m = {.kind = MOVE_SHIFT,
                     .goal = goal,
                     .words = "I sat on my brother's bench",
                     .before = "It was his",
                     .size = SIZE_HUGE,
                     .years = 9,
                     .day = day_of(cx->now)};

    return move_add(cx, town.denise, &m);
}

bool town_hope(struct ctx *cx)
{
    int64_t id = 0;

    return goal_add(cx, (struct wish){.words = "That my brother comes home"},
                    &id) &&
           goal_heart(cx, id, "the two of us", AREA_FAMILY) && moves(cx, id) &&
           way_add(cx, town.denise, id, "Write to him");
}

bool town_hope_typed(struct ctx *cx)
{
    return typed_begin(cx, (struct wish){"Sail once", PICTURE_OUTSIDE},
                       town.actor[HELPING_PEER].person, &(int64_t){0});
}

bool town_step(struct ctx *cx)
{
    const char *at = strrchr(town_path(cx, "/me/hopes/{goal}"), '/');

    return moves(cx, strtoll(at + 1, NULL, 10));
}

/* So many letters of words, of a person who has much to say. */
static const char *words_of(struct ctx *cx, int letters)
{
    struct buf b = buf_new(cx->mem, (size_t)letters + 1);

    while (b.n < (size_t)letters)
        buf_putc(&b, b.n % 6 == 5 ? ' ' : 'a');
    return b.at;
}

static int64_t live_long(struct ctx *cx, const char *words)
{
    int64_t id = 0;

    cr_assert(db_begin(cx));
    cx->actor = &town.actor[HERSELF];
    for (int h = 0; h < HOPES; h++)
        cr_assert(goal_add(cx, (struct wish){.words = words}, &id), "%s",
                  cx->err.text);
    for (int i = 0; i < STEPS; i++) {
        struct move m = {.kind = i % 5 ? MOVE_STEP : MOVE_SHIFT,
                         .goal = id,
                         .words = words,
                         .before = words,
                         .day = {day_of(cx->now).days - i}};
        cr_assert(move_add(cx, town.denise, &m), "%s", cx->err.text);
    }
    cr_assert(goal_open(cx, id, town.actor[OWN_PEER].person));
    cr_assert(db_commit(cx));
    return id;
}

static void stays_small(struct ctx *cx, size_t who, const char *path,
                        size_t most)
{
    struct browser b = {.cx = cx, .actor = &town.actor[who]};

    browse(&b, path);
    cr_assert_eq(b.status, 200, "%s: %d", path, b.status);
    cr_assert_lt(b.body_n, most, "%s: %zu bytes", path, b.body_n);
}

static void all_stay_small(struct ctx *cx, const char *words, size_t most)
{
    static const char *const hers[] = {
        "", "/far", "/far?after=0", "/path", "/change", "/miles", "/shift"};

    town_begin(cx);
    const int64_t id = live_long(cx, words);
    stays_small(cx, HERSELF, "/me/hopes", most);
    stays_small(cx, HERSELF, "/me/hopes/rest", most);
    for (size_t i = 0; i < sizeof hers / sizeof *hers; i++)
        stays_small(
            cx, HERSELF,
            arena_fmt(cx->mem, "/me/hopes/%lld%s", (long long)id, hers[i]),
            most);
    stays_small(cx, OWN_PEER, town_path(cx, "/people/{person}/hopes"), most);
    stays_small(cx, OWN_PEER,
                arena_fmt(cx->mem, "%s/%lld",
                          town_path(cx, "/people/{person}/hopes"),
                          (long long)id),
                most);
    stays_small(cx, SUPERVISOR, "/today", most);
    town_end(cx);
}

TEST(many, thirty_hopes_and_three_thousand_steps)
{
    all_stay_small(cx, "A step", BYTES);
}

TEST(many, the_same_in_the_longest_words_there_may_be)
{
    all_stay_small(cx, words_of(cx, MOVE_WORDS_MAX), MOST_BYTES);
}
