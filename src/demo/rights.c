/* Rights in the made-up program: what it says for its state, whom to call, and
 * one formal complaint about Luis, by Gloria, to Karen. R47. */
#include "demo/demo_int.h"
#include "frame/notes.h"
#include "rights/grievance.h"
#include "rights/text.h"
#include "rights/told.h"
#include "said/reply.h"

enum { GLORIA = 8, HOWARD = 13, TEN = 10 * 60 };

static bool text(struct demo *d)
{
    static const struct rights_text said = {
        .state = "New Mexico",
        .words = "You can ask for the blue form at the desk, or use this page. "
                 "Nobody asks why.\nYou can go to the state office at any "
                 "time, also before you talk with us.",
        .spanish = "Puede pedir la hoja azul en la entrada, o usar esta "
                   "página. Nadie pregunta por qué.\nPuede ir a la oficina "
                   "del estado cuando quiera, también antes de hablar con "
                   "nosotros.",
        .days = 10};
    static const struct outside help[] = {
        {0, OUTSIDE_ADVOCATE, "Advocates of the State (made up)", "555-0177",
         "Free. Monday to Friday, 8 to 5."},
        {0, OUTSIDE_OFFICE, "State complaint office (made up)", "555-0188",
         "Takes a formal complaint by phone or mail."}};

    demo_act(d, demo_staff(d, "karen"), time_at(demo_day(d, -150), TEN));
    return rights_text_change(d->cx, &said) && outside_add(d->cx, &help[0]) &&
           outside_add(d->cx, &help[1]);
}

/* Told to Karen, read, and answered with what she will do. */
static bool door(struct demo *d)
{
    const struct person *karen = demo_staff(d, "karen");
    struct grievance g = {
        .account = {.happened = "Luis came into my flat without a knock. I was "
                                "not dressed. He laughed.",
                    .want = "A knock, each time. And someone else for the "
                            "visits at home.",
                    .formal = true}};
    struct will will = {"Tell you who comes instead", demo_day(d, 3)};
    const struct wills wills = {&will, 1, 1};
    struct told_one read;
    struct reply r = {.version = 1,
                      .words = "Somebody walked into your home and made light "
                               "of it. That is not all right."};

    *LIST_PUSH(d->cx->mem, &g.about) = *demo_staff(d, "luis");
    demo_act(d, &d->members[GLORIA], time_at(demo_day(d, -4), TEN));
    if (!grievance_make(d->cx, &g, karen->id))
        return false;
    demo_act(d, karen, time_at(demo_day(d, -2), TEN));
    r.thing = g.said.id;
    return told_get(d->cx, g.said.id, &read) && notes_write(d->cx) &&
           reply_add(d->cx, &r, &wills);
}

/* New, to Karen too. */
static bool mail(struct demo *d)
{
    struct grievance g = {
        .account = {.happened = "My mail was opened at the desk.",
                    .want = "My mail stays shut.",
                    .program = true}};

    demo_act(d, &d->members[HOWARD], time_at(demo_day(d, -1), TEN));
    return grievance_make(d->cx, &g, demo_staff(d, "karen")->id);
}

bool demo_rights(struct demo *d)
{
    return text(d) && door(d) && mail(d);
}
