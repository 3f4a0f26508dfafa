/* What peers of the made-up program put on their shelf of questions, which they
 * used, and which helped. R13. */
#include "shelf/shelf.h"
#include "demo/demo_int.h"

enum { FOUR = 16 * 60 };

static bool shares(struct demo *d, const char *sign_in, enum shelf_tag tag,
                   bool by_name, const char *words)
{
    const struct shelf_new n = {.words = words,
                                .tag = tag,
                                .signed_by_name = by_name,
                                .anybody = ANYBODY_NO};

    demo_act(d, demo_staff(d, sign_in), time_at(demo_day(d, -25), FOUR));
    return shelf_add(d->cx, &n);
}

static bool used(struct demo *d, const char *sign_in, int64_t question,
                 bool helped)
{
    demo_act(d, demo_staff(d, sign_in), time_at(demo_day(d, -9), FOUR));
    return shelf_used(d->cx, question) &&
           (!helped || shelf_helped(d->cx, question, true));
}

/* The first of ours, and all of theirs, by some. */
static bool uses(struct demo *d)
{
    static const char *const who[] = {"ruth", "malik", "bea", "yvonne"};
    struct shelf_questions all;

    demo_act(d, demo_staff(d, "ruth"), time_at(demo_day(d, -9), FOUR));
    if (!shelf_list(d->cx, SHELF_TAGS, &all))
        return false;
    for (size_t i = 0; i < all.n && i < 6; i++)
        for (size_t n = 0; n < 1 + (5 - i) / 2; n++)
            if (!used(d, who[n], all.at[i].id, i % 3 != 1))
                return false;
    return true;
}

bool demo_shelf(struct demo *d)
{
    return shares(d, "ruth", SHELF_HOME, true,
                  "What is the oldest thing you own?") &&
           shares(d, "malik", SHELF_WORK, true,
                  "What could you do all day and not get tired?") &&
           shares(d, "bea", SHELF_HARD, false,
                  "What do others get wrong about days like this?") &&
           uses(d);
}
