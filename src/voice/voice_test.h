/* voice/voice_test.h - her words, said and opened, for the tests. */
#ifndef VOICE_VOICE_TEST_H
#define VOICE_VOICE_TEST_H

#include "frame/notes.h"
#include "people/town_test.h"
#include "voice/read.h"

__attribute__((unused)) static void as_denise(struct ctx *cx,
                                              const struct town *t)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
}

/* Kept, read through, and said yes to. */
__attribute__((unused)) static struct said_id
said_yes(struct ctx *cx, const struct town *t, struct draft *d)
{
    struct said s;
    struct words w;

    as_denise(cx, t);
    cr_assert(draft_save(cx, d), "%s", cx->err.text);
    cr_assert(voice_shown(cx, d->id, &s, &w), "%s", cx->err.text);
    cr_assert(voice_approve(cx, d->id, s.hash), "%s", cx->err.text);
    return d->id;
}

__attribute__((unused)) static bool luis_opens(struct ctx *cx,
                                               const struct town *t,
                                               struct said_id id,
                                               struct opened *o)
{
    town_act(cx, t, t->luis, ROLE_CASE_MANAGER);
    return voice_open(cx, id, MAY_SEE, o) && notes_write(cx);
}

#endif
