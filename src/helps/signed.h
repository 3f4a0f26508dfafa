/* helps/signed.h - what peers do themselves, signed with the first name, for
 * anybody of the program to copy onto a list of their own (R58).
 */
#ifndef HELPS_SIGNED_H
#define HELPS_SIGNED_H

#include "helps/strategy.h"

enum { SIGNED_A_PROGRAM = 200 };

/* id, words, moment, helps, from as of a strategy; person: the peer. */
struct signed_one {
    struct strategy s;
    bool mine; /* of who acts */
};

struct signeds {
    struct signed_one *at; /* the newest first */
    size_t n, cap;
};

/* To people and peers of the program, and who leads it. Owns: cx->mem. Errors:
 * ERR_NOTFOUND. */
MUST_CHECK bool signed_list(struct ctx *cx, struct signeds *out);

/* A peer puts one there. Errors: ERR_NOTFOUND; ERR_INVALID "words" (a name of
 * somebody is in it too), "moment", "helps"; ERR_CONFLICT. */
MUST_CHECK bool signed_add(struct ctx *cx, const struct strategy *s);

/* Off, by who signed it or who leads. What was copied stays with who copied
 * it. Errors: ERR_NOTFOUND. */
MUST_CHECK bool signed_off(struct ctx *cx, int64_t id);

/* A person copies it onto her list: hers from then on. Errors: ERR_NOTFOUND;
 * as strategy_add(). */
MUST_CHECK bool signed_copy(struct ctx *cx, int64_t id);

#endif
