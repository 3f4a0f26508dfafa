/* What two agreed in the made-up program, and hope that is held: Ruth and
 * Denise said yes and then changed a line; José has begun; Ana found a note and
 * hid one. R14, R15. */
#include "demo/demo_int.h"
#include "mutual/agree.h"
#include "mutual/hope.h"

enum { DENISE, ANA, BEN, TEN = 10 * 60 };

struct two {
    const struct person *peer, *her;
};

static bool page(struct demo *d, const struct two *two,
                 const struct person *who, int days, struct agreement *a)
{
    demo_act(d, who, time_at(demo_day(d, days), TEN));
    return agree_get(d->cx, MAY_CHANGE, two->her->id, two->peer->id, a);
}

static bool writes(struct demo *d, const struct two *two,
                   const struct person *who, int days,
                   const struct agree_words *words)
{
    struct agreement a;

    return page(d, two, who, days, &a) && agree_write(d->cx, &a, words);
}

static bool says_yes(struct demo *d, const struct two *two,
                     const struct person *who, int days)
{
    struct agreement a;

    return page(d, two, who, days, &a) && agree_yes(d->cx, &a, a.version);
}

static bool ruth_and_denise(struct demo *d)
{
    const struct two two = {demo_staff(d, "ruth"), &d->members[DENISE]};
    const struct agree_words peers = {{"Call you when I am late.",
                                       "Say when I do not know.", "",
                                       "To learn how you see things.", ""}};
    const struct agree_words hers = {{"Say when it is too much.", "", "",
                                      "Somebody who does not rush me.", ""}};
    const struct agree_words later = {{"Say when it is too much.",
                                       "Show you one mask from my wall.", "",
                                       "Somebody who does not rush me.", ""}};

    return writes(d, &two, two.peer, -40, &peers) &&
           writes(d, &two, two.her, -39, &hers) &&
           says_yes(d, &two, two.her, -39) &&
           says_yes(d, &two, two.peer, -38) &&
           writes(d, &two, two.her, -2, &later) &&
           says_yes(d, &two, two.her, -2);
}

static bool jose_and_denise(struct demo *d)
{
    const struct two two = {demo_staff(d, "jose"), &d->members[DENISE]};
    const struct agree_words peers = {{"Come along when you ask me.", "", "",
                                       "To be told when I talk too much.", ""}};

    return writes(d, &two, two.peer, -5, &peers);
}

static bool leaves(struct demo *d, int member, int days, const char *words)
{
    demo_act(d, demo_staff(d, "ruth"), time_at(demo_day(d, days), TEN));
    return hope_leave(d->cx, d->members[member].id, words);
}

static bool hopes(struct demo *d)
{
    struct hopes all;

    if (!leaves(
            d, DENISE, -1,
            "You told somebody what you want to be. I keep that with me.") ||
        !leaves(d, ANA, -20, "You came back after a hard week. I saw it.") ||
        !leaves(d, ANA, -3, "One day you cook for both of us. I am sure."))
        return false;
    demo_act(d, &d->members[ANA], time_at(demo_day(d, -10), TEN));
    if (!hope_list(d->cx, &all) || all.n != 2 ||
        !hope_move(d->cx, all.at[1].id, HOPE_HIDE))
        return false;
    demo_act(d, &d->members[BEN], time_at(demo_day(d, -10), TEN));
    return hope_set(d->cx, false);
}

bool demo_mutual(struct demo *d)
{
    return ruth_and_denise(d) && jose_and_denise(d) && hopes(d);
}
