/* hopes/theirs.h - "their hope for me": what a team wants for her, said by a
 * peer or by one of the team. It stands apart and is never one of her own.
 * Source: R32. */
#ifndef HOPES_THEIRS_H
#define HOPES_THEIRS_H

#include "hopes/goal.h"

enum { THEIRS_MAX = 10 /* that stand at one time */ };

struct theirs {
    int64_t id;
    const char *words, *who; /* who wrote it: first name, or ""; in
                                theirs_list_mine(): for whom */
    int64_t at;
};

struct all_theirs {
    struct theirs *at; /* newest first */
    size_t n, cap;
};

/* Whom one of the team may say it to: those who let them see something now, A
 * to Z. Owns: cx->mem. */
MUST_CHECK bool theirs_whom(struct ctx *cx, struct persons *out);

/* By a peer who walks with her, or one of theirs_whom(). Errors: ERR_NOTFOUND;
 * ERR_INVALID "words"; ERR_CONFLICT: THEIRS_MAX. */
MUST_CHECK bool theirs_add(struct ctx *cx, struct person_id whose,
                           const char *words);

/* To her: all; to a peer: what they wrote and she has. Owns: cx->mem. */
MUST_CHECK bool theirs_list(struct ctx *cx, struct person_id whose,
                            struct all_theirs *out);

/* What the actor, of the team, wrote and they have, newest first. who: "" when
 * they let the actor see nothing any more. Owns: cx->mem. */
MUST_CHECK bool theirs_list_mine(struct ctx *cx, struct all_theirs *out);

/* What the actor wrote is gone, whoever still lets them see what. Errors:
 * ERR_NOTFOUND. */
MUST_CHECK bool theirs_take_back(struct ctx *cx, int64_t id);

/* She, or who wrote it, takes it away: its words are gone. Errors:
 * ERR_NOTFOUND. */
MUST_CHECK bool theirs_away(struct ctx *cx, struct person_id whose, int64_t id);

#endif
