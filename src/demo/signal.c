/* Made up: Ruth's card, who was shown one, and whether it was clear. R3, R4. */
#include "signal/card.h"

#include "demo/demo_int.h"
#include "signal/knew.h"

enum { DENISE, ANA, TEN = 10 * 60 };

static bool ruths_card(struct demo *d)
{
    static const char *const own[SIGNAL_PARTS] = {
        "A peer has been through it. I have. How much I tell is up to me, and "
        "how much you hear is up to you.",
        "I am no nurse and no case worker. I do not hand out pills, and I do "
        "not check on you.",
        "What you tell me stays with me, unless you say yes. If a life is in "
        "danger I get help, and I tell you first.",
        "Just say so, or do not open the door. You can have another peer, and "
        "you need no reason."};

    demo_act(d, demo_staff(d, "ruth"), time_at(demo_day(d, -200), TEN));
    return signal_change(d->cx, own);
}

static bool answers(struct demo *d, int member, const char *peer, int days,
                    enum knew knew)
{
    demo_act(d, &d->members[member], time_at(demo_day(d, days), TEN));
    return knew_answer(d->cx, demo_staff(d, peer)->id, knew);
}

bool demo_signal(struct demo *d)
{
    return ruths_card(d) && answers(d, DENISE, "ruth", -150, KNEW_YES) &&
           answers(d, DENISE, "jose", -20, KNEW_YES) &&
           answers(d, ANA, "ruth", -12, KNEW_UNSURE);
}
