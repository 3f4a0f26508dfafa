/* deck/domain.h - the parts of life peers may talk of, everyday life first and
 * diagnosis last. Source: R6; the list is ours.
 *
 * A program starts with those that are shipped. Who leads it adds some and
 * takes some away. A word that means something else is another one: what a peer
 * opened stays with the words it was opened under.
 */
#ifndef DECK_DOMAIN_H
#define DECK_DOMAIN_H

#include "frame/actor.h"

enum {
    DOMAINS_OURS = 18, /* shipped: their ids are 1 to this; ids of a program's
                          own are ids of rows, which are higher */
    DOMAIN_LETTERS_MAX = 60,
    DOMAINS_MAX = 30
};

struct domain {
    int64_t id;
    const char *says; /* a shipped one in the reader's language */
    bool quiet;       /* closed and hidden until a peer opens it: being hurt,
                         children taken into care */
    bool gone;        /* taken away */
};

struct domains {
    struct domain *at; /* in the order they are read */
    size_t n, cap;
};

/* All that a program ever had. Owns: cx->mem. */
MUST_CHECK bool domains_of(struct ctx *cx, int64_t program,
                           struct domains *out);

/* Those that stand. */
MUST_CHECK bool domains_now(struct ctx *cx, int64_t program,
                            struct domains *out);

/* NULL: none of these has this id. */
const struct domain *domain_in(const struct domains *all, int64_t id);

/* Who leads. To add one that was taken away brings it back. Errors:
 * ERR_NOTFOUND; ERR_INVALID "words" (empty, too long, there already, too many),
 * "after". */
MUST_CHECK bool domain_add(struct ctx *cx, const char *words, int64_t after,
                           bool quiet);
MUST_CHECK bool domain_remove(struct ctx *cx, int64_t id);
MUST_CHECK bool domain_put_back(struct ctx *cx, int64_t id);

#endif
