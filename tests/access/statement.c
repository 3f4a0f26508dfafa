#include "access/town.h"
#include "voice/voice.h"

static struct draft draft_of(const char *message)
{
    struct draft d = {.person = town.denise,
                      .kind = SAID_STATEMENT,
                      .message = message,
                      .want = "",
                      .not_want = "",
                      .until = DATE_NONE};

    for (size_t i = 0; i < VOICE_DETAILS; i++)
        d.details[i].words = "";
    return d;
}

bool town_statement(struct ctx *cx, struct person_id reader)
{
    struct draft d = draft_of("I write poems at night");
    struct said s;
    struct words w;

    d.to = (struct readers_to){{reader}, 1};
    return draft_save(cx, &d) && voice_shown(cx, d.id, &s, &w) &&
           voice_approve(cx, d.id, s.hash);
}

bool town_typed(struct ctx *cx, const struct actor *peer)
{
    const struct actor *she = cx->actor;
    struct draft d = draft_of("I write");

    if (!draft_save(cx, &d) || !draft_let_type(cx, d.id, peer->person))
        return false;
    cx->actor = peer;
    d.message = "I write poems at night";
    const bool typed = draft_save(cx, &d);
    cx->actor = she;
    return typed;
}
