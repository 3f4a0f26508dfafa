/* What two of the made-up program think over: Denise asked Ruth to sit beside
 * her with the questions, and Ruth typed one; Ana has just begun. R59, R81. */
#include "demo/demo_int.h"
#include "weighing/beside.h"

enum { DENISE, ANA, EVENING = 20 * 60, NEXT = 60 * 60 };

static bool begins(struct demo *d, int member, int days,
                   const char *const words[SHEET_PARTS], int64_t *id)
{
    demo_act(d, &d->members[member], time_at(demo_day(d, days), EVENING));
    return sheet_begin(d->cx, words, id);
}

static bool ruth_types(struct demo *d, int64_t id)
{
    const char *const words[SHEET_PARTS] = {
        [SHEET_ASK + 1] = "Whom can I call if a week gets hard?"};
    const struct person *ruth = demo_staff(d, "ruth");
    struct sheet s;

    if (!beside_let(d->cx, id, ruth->id))
        return false;
    demo_act(d, ruth, d->cx->now + NEXT);
    return sheet_get(d->cx, d->members[DENISE].id, id, &s) &&
           sheet_write(d->cx, &s, words);
}

bool demo_weighing(struct demo *d)
{
    const char *const denise[SHEET_PARTS] = {
        [SHEET_ABOUT] = "How to be awake by noon",
        [SHEET_OPTION] = "Go on as it is",
        [SHEET_FOR] = "I know it. The voices are quiet.",
        [SHEET_AGAINST] = "I sleep through the best part of the day.",
        [SHEET_OPTION + 3] = "Ask if there is another way",
        [SHEET_FOR + 3] = "Choir. Cooking for the kids.",
        [SHEET_AGAINST + 3] = "Something new can be hard at first.",
        [SHEET_MATTERS] = "To sing on Sundays, and to trust my own head.",
        [SHEET_WORRIES] = "That nobody listens if it gets worse.",
        [SHEET_ASK] = "What else could help me be awake by noon?"};
    const char *const ana[SHEET_PARTS] = {
        [SHEET_ABOUT] = "Whether to say that I feel too much at once",
        [SHEET_ASK] = "Is that from what I take, or from me?"};
    int64_t id = 0;

    return begins(d, ANA, -4, ana, &id) && begins(d, DENISE, -3, denise, &id) &&
           ruth_types(d, id);
}
