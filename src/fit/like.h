/* fit/like.h - what a person likes to talk of with a peer, and what the two
 * have in common: only what both opened, and no word of either.
 *
 * The machine compares; each is shown the same (R6). How much of a peer's own
 * story she likes is a wish of hers, which a peer may kindly leave (R8).
 */
#ifndef FIT_LIKE_H
#define FIT_LIKE_H

#include "deck/open.h"
#include "people/people.h"

/* Kept as the flags of deck/open.h are, in its place of enum openness. */
enum like { LIKE_NOT_NOW, LIKE_NEVER, LIKE_WELCOME, LIKES };

/* Stored: append only. */
enum story { STORY_AS_IS, STORY_MORE, STORY_LESS, STORIES };

struct likes {
    struct openings parts; /* how: enum like; LIKE_NOT_NOW where nothing was
                              said */
    enum story story;
};

/* Hers. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool likes_get(struct ctx *cx, struct likes *out);

/* What is not among to->parts keeps what it was. Errors: ERR_NOTFOUND;
 * ERR_INVALID "domain", "story". */
MUST_CHECK bool likes_set(struct ctx *cx, const struct likes *to);

struct common {
    struct domain domain;
    bool ask; /* the peer wants to be asked first */
};

struct commons {
    struct common *at;
    size_t n, cap;
};

/* What she welcomes and this peer of hers opened: to her, and to that peer.
 * Owns: cx->mem. Errors: ERR_NOTFOUND: who acts is neither, or that peer does
 * not walk with her. */
MUST_CHECK bool common_of(struct ctx *cx, struct person_id whose,
                          struct person_id peer, struct commons *out);

/* To her, of any peer of her program: how many. Those that are quiet are not
 * counted: a list of one would tell. Errors: ERR_NOTFOUND. */
MUST_CHECK bool common_count(struct ctx *cx, struct person_id peer, size_t *n);

struct story_wish {
    enum story story;
    bool not_that; /* this peer said so, to what she wants now */
};

/* Of her and a peer: to both. Errors: ERR_NOTFOUND. */
MUST_CHECK bool story_of(struct ctx *cx, struct person_id whose,
                         struct person_id peer, struct story_wish *out);

/* The peer who acts leaves it, or takes that back. Errors: ERR_NOTFOUND. */
MUST_CHECK bool story_not_that(struct ctx *cx, struct person_id whose,
                               bool not_that);

#endif
