/* Not mine to do, in the made-up program: this quarter medication 11, front
 * desk 7, transport 19, and some before; who read the card. R30, R79 to R81. */
#include "demo/demo_int.h"
#include "role/asked.h"
#include "role/card.h"

enum { NOON = 12 * 60 };

static const char *const asked_of[] = {"ruth", "jose", "malik", "yvonne"};

/* So many of a sort, over the days of a quarter that are past. */
static bool asked(struct demo *d, enum asked what, int n, int before)
{
    const struct date from = quarter_of(d->today, before);
    const int32_t to =
        before ? quarter_of(d->today, before - 1).days : d->today.days;

    for (int i = 0; i < n; i++) {
        const int32_t day = from.days + (to - from.days) * (i + 1) / (n + 1);
        demo_act(d, demo_staff(d, asked_of[i % 4]),
                 time_at((struct date){day}, NOON));
        if (!asked_log(d->cx, what,
                       what == ASKED_MEDICATION ? ASKER_CLINICIAN
                                                : ASKER_UNSAID))
            return false;
    }
    return true;
}

static bool has_read(struct demo *d, const char *sign_in, int days)
{
    demo_act(d, demo_staff(d, sign_in), time_at(demo_day(d, days), NOON));
    return card_read(d->cx);
}

bool demo_role(struct demo *d)
{
    if (!asked(d, ASKED_MEDICATION, 14, 1) || !asked(d, ASKED_DESK, 9, 1) ||
        !asked(d, ASKED_TRANSPORT, 12, 1) ||
        !asked(d, ASKED_MEDICATION, 11, 0) || !asked(d, ASKED_DESK, 7, 0) ||
        !asked(d, ASKED_TRANSPORT, 19, 0))
        return false;
    demo_act(d, demo_staff(d, "bea"), time_at(demo_day(d, -20), NOON));
    return talk_choose(d->cx, TALK_NONE) && has_read(d, "jose", -40) &&
           has_read(d, "bea", -20) && has_read(d, "okafor", -12) &&
           has_read(d, "luis", -3);
}
