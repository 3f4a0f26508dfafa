/* crisis/crisis_test.h - a town with Denise's choices, for the tests. */
#ifndef CRISIS_CRISIS_TEST_H
#define CRISIS_CRISIS_TEST_H

#include "crisis/choice.h"
#include "people/town_test.h"

struct hard_town {
    struct town t;         /* Ruth walks with Denise */
    struct person_id jose; /* a peer who does not */
};

static const char *const hard_words_of_hers[CHOICE_PARTS] = {
    [CHOICE_HELPS] = "Sit with me by the window",
    [CHOICE_WORSE] = "Many questions",
    [CHOICE_CALL] = "My sister Rosa",
    [CHOICE_NOT_CALL] = "My brother",
    [CHOICE_PLACE] = "At home",
    [CHOICE_NO] = "A strange room",
    [CHOICE_PAPER] = "In the blue box; Rosa has a copy"};

__attribute__((unused)) static void as_ruth(struct ctx *cx,
                                            const struct hard_town *h)
{
    town_act(cx, &h->t, h->t.ruth, ROLE_PEER);
}

__attribute__((unused)) static void as_jose(struct ctx *cx,
                                            const struct hard_town *h)
{
    town_act(cx, &h->t, h->jose, ROLE_PEER);
}

__attribute__((unused)) static void as_denise(struct ctx *cx,
                                              const struct hard_town *h)
{
    town_act(cx, &h->t, h->t.denise, ROLE_PERSON);
}

__attribute__((unused)) static struct hard_town hard_town(struct ctx *cx)
{
    struct hard_town h = {.t = town_make(cx)};

    h.jose = town_add(cx, h.t.program, ROLE_PEER, "José Rivera");
    as_denise(cx, &h);
    cr_assert(choice_put(cx, hard_words_of_hers), "%s", cx->err.text);
    return h;
}

#endif
