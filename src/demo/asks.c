/* What people ask of the agency in the made-up program. Denise asked about the
 * heat; Luis said he would call, and has not; it reached Karen. R48, R20. */
#include "asks/held.h"
#include "asks/typed.h"
#include "demo/demo_int.h"
#include "frame/notes.h"

enum { DENISE, NINE = 9 * 60 };

static const struct {
    int member, day;
    enum ask_step up_to; /* the highest step that has it */
    const char *words;
} asked[] = {
    {3, -21, STEP_TEAM_LEAD, "A bus pass that is not taken away in winter."},
    {6, -9, STEP_CASE_MANAGER, "The letter for the housing office."},
    {8, -16, STEP_CASE_MANAGER, "A woman to drive me to the clinic."},
    {12, -4, STEP_CASE_MANAGER, "Que me llamen en español."},
    {20, -2, STEP_DIRECTOR, "Open the kitchen on Sundays again."},
};

static bool ask(struct demo *d, const struct person *who, int day,
                enum ask_step up_to, struct said *s)
{
    struct ladder_wish w;

    for (int i = 0; i < ASK_STEPS; i++) {
        w.when[i] = i <= (int)up_to ? WHEN_NOW : WHEN_LATER;
        w.day[i] = DATE_NONE;
    }
    demo_act(d, who, time_at(demo_day(d, day), NINE));
    return ask_make(d->cx, s, &w);
}

static bool answer(struct demo *d, const struct person *who, int day,
                   struct reply *r, struct will *will)
{
    struct wills wills = {will, will ? 1 : 0, 1};
    struct held_ask read;

    demo_act(d, who, time_at(demo_day(d, day), NINE));
    return held_get(d->cx, r->thing, &read) && notes_write(d->cx) &&
           reply_add(d->cx, r, &wills);
}

static bool holders(struct demo *d)
{
    return holder_set(d->cx, d->program, STEP_CASE_MANAGER,
                      demo_staff(d, "luis")->id) &&
           holder_set(d->cx, d->program, STEP_TEAM_LEAD,
                      demo_staff(d, "karen")->id) &&
           holder_set(d->cx, d->program, STEP_DIRECTOR,
                      demo_staff(d, "dolores")->id) &&
           holder_set(d->cx, d->program, STEP_BOARD,
                      demo_staff(d, "lindqvist")->id);
}

/* Asked, promised, not kept, and one step up. */
static bool heat(struct demo *d)
{
    const struct person *denise = &d->members[DENISE];
    const struct person *luis = demo_staff(d, "luis");
    struct said s = {.words = "Call the landlord about the heat.",
                     .due = demo_day(d, -7)};
    struct will call = {"Call the landlord about the heat", demo_day(d, -1)};
    struct reply r = {.version = 1,
                      .words = "Your flat is cold at night, and the landlord "
                               "does not answer you."};

    if (!ask(d, denise, -12, STEP_CASE_MANAGER, &s))
        return false;
    r.thing = s.id;
    if (!answer(d, luis, -10, &r, &call))
        return false;
    demo_act(d, luis, time_at(demo_day(d, -9), NINE));
    if (!held_did(d->cx, s.id, "Looked up the number of the landlord."))
        return false;
    demo_act(d, denise, time_at(demo_day(d, -9), NINE + 60));
    return reply_answer(d->cx, denise->id, r.id, REPLY_RIGHT, "");
}

static bool done(struct demo *d)
{
    struct said s = {.words = "A key for my mailbox.", .due = DATE_NONE};

    if (!ask(d, &d->members[DENISE], -30, STEP_CASE_MANAGER, &s))
        return false;
    demo_act(d, &d->members[DENISE], time_at(demo_day(d, -24), NINE));
    return ask_end(d->cx, s.id, ACT_DONE, "Luis brought it.");
}

/* Ruth typed it at her table; she has not said yes yet. */
static bool typed(struct demo *d)
{
    const struct person *denise = &d->members[DENISE];
    const struct person *ruth = demo_staff(d, "ruth");
    struct said_id id = {0};
    struct ask_draft draft;

    demo_act(d, denise, time_at(demo_day(d, -1), NINE));
    if (!ask_draft_begin(d->cx, "", ruth->id, &id))
        return false;
    demo_act(d, ruth, time_at(demo_day(d, -1), NINE + 5));
    return ask_draft_get(d->cx, denise->id, id, &draft) && notes_write(d->cx) &&
           ask_draft_write(d->cx, &draft,
                           "A chair on the landing, to rest on the stairs.",
                           draft.said.hash);
}

bool demo_asks(struct demo *d)
{
    if (!holders(d) || !done(d) || !heat(d) || !typed(d))
        return false;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        struct said s = {.words = asked[i].words, .due = DATE_NONE};
        if (!ask(d, &d->members[asked[i].member], asked[i].day, asked[i].up_to,
                 &s))
            return false;
    }
    return true;
}
