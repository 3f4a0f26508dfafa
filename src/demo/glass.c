/* A colleague who is served here too: Lena, who says how she may be reached.
 * Once Karen feared for her, and nobody agreed in time. Made up. R103. */
#include "sharing/glass.h"
#include "demo/demo_int.h"
#include "rhythm/reach.h"

enum { TEN = 10 * 60 };

bool demo_glass(struct demo *d)
{
    const struct person *lena = demo_staff(d, "lena");
    struct person served = *lena;
    const struct reach r = {.safe = 1U << CHANNEL_CALL | 1U << CHANNEL_WORD,
                            .most = 2,
                            .who = "My brother Jonas"};

    served.role = ROLE_PERSON;
    demo_act(d, &served, time_at(demo_day(d, -30), TEN));
    if (!reach_put(d->cx, served.id, &r))
        return false;
    demo_act(d, demo_staff(d, "karen"), time_at(demo_day(d, -20), TEN));
    return glass_ask(d->cx, lena->id,
                     "Not at work since Monday, and no answer.");
}
