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
    TALK_LEVELS,
    TALK_SHIPPED = TALK_QUESTIONS /* until a program says another */
};

bool talk_good(enum talk t);
enum talk talk_stricter(enum talk a, enum talk b);

/* A program's level, whoever asks. */
MUST_CHECK bool talk_here(struct ctx *cx, int64_t program, enum talk *out);

/* A peer's own level; TALK_OPEN when they said none. */
MUST_CHECK bool talk_of(struct ctx *cx, struct person_id peer, enum talk *out);

/* The peer who acts says their own level. Errors: ERR_NOTFOUND;
 * ERR_INVALID "talk". */
MUST_CHECK bool talk_choose(struct ctx *cx, enum talk level);

/* What holds between this peer and whoever they walk with: the stricter of
 * program and peer. */
MUST_CHECK bool talk_holds(struct ctx *cx, struct person_id peer,
                           enum talk *out);

/* What holds between a person and one of her peers. */
struct talk_rule {
    const char *first; /* what that peer is called; "": she has none, and this
                          is the program's. Of anybody else: always "" */
    enum talk level;
};

struct talk_rules {
    struct talk_rule *at;
    size_t n, cap;
};

/* What holds for who acts: of a person one for each of her peers, her own
 * first; of a peer one, with everybody they walk with; of anybody else the
 * program's. Each is the stricter of program and peer. One at least. Owns:
 * cx->mem. */
MUST_CHECK bool talk_rules(struct ctx *cx, struct talk_rules *out);

enum talk_reader { TALK_TO_HER, TALK_TO_PEER, TALK_TO_TEAM, TALK_READERS };

/* A msgid: what the level means, to who reads it. */
const char *talk_says(enum talk level, enum talk_reader to);

#endif
