/* What a member opened to the case manager as a whole, to get to visits and to
 * look for a flat together (R68, R122). Made up. */
#include "demo/demo_int.h"
#include "sharing/permission.h"

enum { THOMAS = 3, TEN = 10 * 60 };

bool demo_opened(struct demo *d)
{
    static const enum topic topics[] = {TOPIC_VISITS, TOPIC_BETWEEN,
                                        TOPIC_DECISIONS};
    const struct person *thomas = &d->members[THOMAS];

    demo_act(d, thomas, time_at(demo_day(d, -9), TEN));
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
        struct permission p = {.what = {thomas->id, topics[i], 0},
                               .to = demo_staff(d, "luis")->id,
                               .purpose = "my rides, and my flat",
                               .until = TIME_NONE};
        if (!permission_give(d->cx, &p))
            return false;
    }
    return true;
}
