/* rhythm/space.h - she asked for some space.
 *
 * Until the day she gave, or until she ends it herself, no peer calls, comes,
 * reminds, leaves a note or makes a time with her; all that was under way to do
 * so is closed at once. Every folder that would reach out asks space_now().
 * Source: R16; never-list 6.
 */
#ifndef RHYTHM_SPACE_H
#define RHYTHM_SPACE_H

#include "base/ctx.h"
#include "base/date.h"
#include "frame/actor.h"

enum { SPACE_DAYS_MAX = 370 };

/* Until when she asked for space; DATE_NONE: she did not. Asks nobody's leave.
 */
MUST_CHECK bool space_now(struct ctx *cx, struct person_id whose,
                          struct date *until);

/* Since when she wants the space she has now, however often she changed its
 * day; SPACE_NOT: she wants none. So what is older is of before. */
#define SPACE_NOT INT64_MAX
MUST_CHECK bool space_since(struct ctx *cx, struct person_id whose,
                            int64_t *since);

/* Everybody of a program who asked for space, each once, for lists about many:
 * asks nobody's leave, so only for those who may know each. Owns: cx->mem. */
struct space {
    struct person_id person;
    struct date until;
};

struct spaces {
    struct space *at;
    size_t n, cap;
};

MUST_CHECK bool space_all(struct ctx *cx, int64_t program, struct spaces *out);

/* Until when this one of them did; DATE_NONE: did not. */
struct date space_of(const struct spaces *all, struct person_id whose);

/* Goes on when she did not. Errors: ERR_INVALID, so that a form comes back as
 * it was typed, with a sentence for the peer, or for her. */
MUST_CHECK bool space_none(struct ctx *cx, struct person_id whose);

/* She asks, until a day. What she asked before ends, this takes its place.
 * Errors: ERR_NOTFOUND; ERR_INVALID "until". */
MUST_CHECK bool space_ask(struct ctx *cx, struct person_id whose,
                          struct date until);
MUST_CHECK bool space_end(struct ctx *cx, struct person_id whose);

#endif
