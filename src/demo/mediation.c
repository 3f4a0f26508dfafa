/* Two sides: Denise and Luis about the cold, agreed, and half of it done;
 * Ana's, which Luis has not opened yet. Made up. R42, R45, R46. */
#include "demo/demo_int.h"
#include "frame/notes.h"
#include "mediation/helped.h"
#include "mediation/team.h"

enum {
    DENISE,
    ANA,
    HALF_PAST_TEN = 10 * 60 + 30,
    NOON = 12 * 60,
    BEGAN = -6 /* days from today */
};

static const char it_is_cold[] =
    "It is cold in my home. When I say so, I hear: we called. I do not want a "
    "call. I want somebody to come and feel how cold it is.";

static const char we_called[] =
    "I called the landlord two times. I thought that was what you asked for. "
    "By your lease he has five days to fix it. You may be eligible for a "
    "heater until then. I should have told you so.";

static bool say_yes(struct demo *d, struct opening *o)
{
    struct said s;
    struct side v;

    return opening_save(d->cx, o) && sides_offered(d->cx, o->id, &s, &v) &&
           sides_approve(d->cx, o->id, s.hash);
}

/* The other side, or the peer, says something in it. */
static bool join(struct demo *d, struct said_id id, const char *mean,
                 const char *misheard)
{
    struct side v = side_blank();
    struct joined j;

    v.mean = mean;
    v.misheard = misheard;
    return joined_write(d->cx, id, &v) && joined_open(d->cx, id, &j) &&
           notes_write(d->cx) && joined_approve(d->cx, id, j.draft.hash);
}

static bool agree(struct demo *d, struct said_id id)
{
    struct will will[] = {
        {"Come and see, and bring the heater", demo_day(d, BEGAN + 4)},
        {"Be there when the heat is fixed", demo_day(d, 3)}};
    struct reply r = {.thing = id,
                      .version = 1,
                      .words = "I come and see it myself. The heater comes "
                               "first, then the landlord."};

    return joined_agree(d->cx, &r, &(struct wills){will, 2, 2});
}

static bool others_say(struct demo *d, struct said_id id)
{
    demo_act(d, demo_staff(d, "luis"), time_at(demo_day(d, BEGAN + 1), NOON));
    if (!join(d, id, we_called,
              "I heard: call him again. I did not hear: come and see."))
        return false;
    demo_act(d, demo_staff(d, "ruth"),
             time_at(demo_day(d, BEGAN + 1), NOON + 90));
    if (!join(d, id, "", "\"We are on it\" was heard as \"wait\"."))
        return false;
    demo_act(d, demo_staff(d, "luis"), time_at(demo_day(d, BEGAN + 2), NOON));
    return agree(d, id);
}

/* She says yes to it, and that the first half was done and helped. */
static bool it_helped(struct demo *d, struct said_id id)
{
    const struct person *denise = &d->members[DENISE];
    struct replies back;

    demo_act(d, denise, time_at(demo_day(d, BEGAN + 2), NOON + 60));
    if (!sides_show_comment(d->cx, id, true) ||
        !reply_list(d->cx, denise->id, id, &back) || back.n != 1 ||
        back.at[0].promises.n != 2 ||
        !reply_answer(d->cx, denise->id, back.at[0].id, REPLY_RIGHT, ""))
        return false;
    const struct said_id first = back.at[0].promises.at[0].id;
    demo_act(d, denise, time_at(demo_day(d, -1), HALF_PAST_TEN));
    return said_move(d->cx, denise->id, first, ACT_DONE, "") &&
           helped_say(
               d->cx, id,
               &(struct helped_said){first, true, true,
                                     "I slept. He felt it, so he knows now."});
}

static bool the_cold(struct demo *d)
{
    const struct person *denise = &d->members[DENISE];
    struct opening o = opening_blank(denise->id);

    o.side.mean = it_is_cold;
    o.side.misheard = "You heard that I am angry with you. I am cold.";
    o.side.wish = "Somebody comes this week.";
    o.side.other = demo_staff(d, "luis")->id;
    o.side.peer = demo_staff(d, "ruth")->id;
    demo_act(d, denise, time_at(demo_day(d, BEGAN), HALF_PAST_TEN));
    return say_yes(d, &o) && others_say(d, o.id) && it_helped(d, o.id);
}

static bool ana_opens(struct demo *d)
{
    const struct person *ana = &d->members[ANA];
    struct opening o = opening_blank(ana->id);

    o.side.mean = "When you all talk at once I say yes, so that it ends. It "
                  "is not a yes.";
    o.side.other = demo_staff(d, "luis")->id;
    o.side.peer = demo_staff(d, "ruth")->id;
    demo_act(d, ana, time_at(demo_day(d, -1), HALF_PAST_TEN));
    return say_yes(d, &o);
}

bool demo_mediation(struct demo *d)
{
    return the_cold(d) && ana_opens(d);
}
