/* What Denise and Ana say in their own words: one read and answered, with a
 * comment beside it that waits for her yes, one not opened yet, one draft. Made
 * up. R43, R44, R52. */
#include "demo/demo_int.h"
#include "frame/notes.h"
#include "voice/read.h"

enum { DENISE, ANA, HALF_PAST_TEN = 10 * 60 + 30, NOON = 12 * 60 };

/* The made-up program is not under 42 CFR Part 2. */
static bool not_part2(struct demo *d)
{
    struct actor *a = ARENA_NEW(d->cx->mem, struct actor);

    *a = (struct actor){.program = d->program, .role = ROLE_ADMIN};
    d->cx->actor = a;
    return part2_set(d->cx, PART2_NO);
}

static struct draft draft_of(const struct person *who, enum said_kind kind,
                             const char *message)
{
    struct draft n = {.person = who->id,
                      .kind = kind,
                      .message = message,
                      .want = "",
                      .not_want = "",
                      .until = DATE_NONE};

    for (size_t i = 0; i < VOICE_DETAILS; i++)
        n.details[i].words = "";
    return n;
}

static bool say_yes(struct demo *d, struct draft *n)
{
    struct said s;
    struct words w;

    return draft_save(d->cx, n) && voice_shown(d->cx, n->id, &s, &w) &&
           voice_approve(d->cx, n->id, s.hash);
}

static bool understood(struct demo *d, const struct person *luis,
                       struct said_id id)
{
    struct will will = {"Ask the landlord about the lock", demo_day(d, 6)};
    struct opened o;

    demo_act(d, luis, time_at(demo_day(d, -8), NOON));
    if (!voice_open(d->cx, id, MAY_SEE, &o) || !notes_write(d->cx))
        return false;
    struct reply r = {.thing = id,
                      .version = o.said.version,
                      .words = "The door does not lock, and you do not sleep. "
                               "You want it fixed, and nobody sent in."};
    return voice_reply(d->cx, &r, &(struct wills){&will, 1, 1});
}

/* Ruth, who sits beside her while she types, has something of her own to say.
 */
static bool beside(struct demo *d, const struct person *denise,
                   struct said_id id)
{
    const struct person *ruth = demo_staff(d, "ruth");

    if (!draft_let_type(d->cx, id, ruth->id))
        return false;
    demo_act(d, ruth, time_at(demo_day(d, -9), HALF_PAST_TEN + 5));
    if (!comment_write(d->cx, id,
                       "I was there on Monday. The door opens when you lean "
                       "on it.") ||
        !notes_write(d->cx))
        return false;
    demo_act(d, denise, time_at(demo_day(d, -9), HALF_PAST_TEN + 10));
    return true;
}

static bool the_lock(struct demo *d)
{
    const struct person *denise = &d->members[DENISE];
    const struct person *luis = demo_staff(d, "luis");
    struct draft n = draft_of(denise, SAID_TELL,
                              "My door does not lock. I have not slept since "
                              "Sunday.");
    struct replies back;

    n.want = "Somebody asks the landlord, this week.";
    n.not_want = "Do not send anybody in while I am out.";
    n.details[0] = (struct detail){"A man tried the door on Sunday.", true};
    n.details[1] = (struct detail){"I know who it was.", false};
    n.to = (struct readers_to){{luis->id}, 1};
    demo_act(d, denise, time_at(demo_day(d, -9), HALF_PAST_TEN));
    if (!draft_save(d->cx, &n) || !beside(d, denise, n.id) || !say_yes(d, &n) ||
        !understood(d, luis, n.id))
        return false;
    demo_act(d, denise, time_at(demo_day(d, -8), NOON + 60));
    return reply_list(d->cx, denise->id, n.id, &back) && back.n == 1 &&
           reply_answer(d->cx, denise->id, back.at[0].id, REPLY_RIGHT, "");
}

static bool a_draft(struct demo *d)
{
    const struct person *denise = &d->members[DENISE];
    struct draft n = draft_of(denise, SAID_STATEMENT,
                              "When I sing I am not sick. I want you to know "
                              "me as somebody who sings.");

    demo_act(d, denise, time_at(demo_day(d, -3), HALF_PAST_TEN));
    return draft_save(d->cx, &n);
}

static bool ana_asks(struct demo *d)
{
    const struct person *ana = &d->members[ANA];
    struct draft n = draft_of(ana, SAID_STATEMENT,
                              "I hear better when you speak slowly and one at "
                              "a time. Please do not talk about me as if I am "
                              "not there.");

    n.aloud = true;
    n.to = (struct readers_to){{demo_staff(d, "rao")->id,
                                demo_staff(d, "luis")->id,
                                demo_staff(d, "ruth")->id},
                               3};
    demo_act(d, ana, time_at(demo_day(d, -1), HALF_PAST_TEN));
    return say_yes(d, &n);
}

bool demo_voice(struct demo *d)
{
    return not_part2(d) && the_lock(d) && a_draft(d) && ana_asks(d);
}
