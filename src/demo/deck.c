/* What peers of the made-up program are open to talk of (R6). What they would
 * say is in nobody's vault: each makes their own. */
#include "deck/open.h"
#include "demo/demo_int.h"

enum { NINE = 9 * 60, MOST = 6 };

static const struct {
    const char *sign_in;
    int64_t yes[MOST], ask[MOST]; /* ids of shipped domains; 0 ends them */
} decks[] = {
    {"ruth", {1, 2, 3, 5, 13}, {6, 12, 18}},
    {"jose", {1, 4, 13, 15}, {14, 16}},
    {"malik", {3, 4, 7, 13}, {9, 10}},
};

static void put(struct ctx *cx, struct openings *to, const int64_t *ids,
                enum openness how)
{
    for (int i = 0; i < MOST && ids[i]; i++)
        *LIST_PUSH(cx->mem, to) =
            (struct opened){.domain = {.id = ids[i]}, .how = how};
}

bool demo_deck(struct demo *d)
{
    for (size_t i = 0; i < sizeof decks / sizeof *decks; i++) {
        struct openings to = {0};
        put(d->cx, &to, decks[i].yes, OPEN_YES);
        put(d->cx, &to, decks[i].ask, OPEN_ASK);
        demo_act(d, demo_staff(d, decks[i].sign_in),
                 time_at(demo_day(d, -30), NINE));
        if (!deck_open_set(d->cx, &to))
            return false;
    }
    demo_act(d, demo_staff(d, "karen"), time_at(demo_day(d, -31), NINE));
    return domain_add(d->cx, "Coming from an island", 2, false);
}
