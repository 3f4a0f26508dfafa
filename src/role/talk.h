/* role/talk.h - how far a peer and a person talk about medicine. Source: R81.
 *
 * The program says one level, each peer may say a stricter one; the stricter of
 * both holds. At every level "questions for my prescriber" is offered. Nothing
 * here knows a drug, a dose, or whether somebody takes one.
 */
#ifndef ROLE_TALK_H
#define ROLE_TALK_H

#include "frame/actor.h"

/* From the strictest. Stored: append only. */
enum talk {
    TALK_NONE,      /* peers do not talk about it here */
    TALK_QUESTIONS, /* peers help with her own questions */
    TALK_OPEN,      /* peers may tell what they went through */
    TALK_LEVELS
};

bool talk_good(enum talk t);
enum talk talk_stricter(enum talk a, enum talk b);

/* A peer's own level; TALK_OPEN when they said none. */
MUST_CHECK bool talk_of(struct ctx *cx, struct person_id peer, enum talk *out);

/* The peer who acts says their own level. Errors: ERR_NOTFOUND;
 * ERR_INVALID "talk". */
MUST_CHECK bool talk_choose(struct ctx *cx, enum talk level);

/* What holds for who acts: a peer, with everybody they walk with; a person,
 * with all of her peers, the strictest; anybody else, the program's. */
MUST_CHECK bool talk_holds(struct ctx *cx, enum talk *out);

/* A msgid: what the level means, said to her, or to those who work here. */
const char *talk_says(enum talk level, bool hers);

#endif
