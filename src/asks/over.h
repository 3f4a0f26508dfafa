/* asks/over.h - an ask is over, or taken back: told once to who held it.
 *
 * Whoever could read it and cannot any more is told so on "Asked of us", until
 * they say that they read it: from which day it was, and nothing else of it or
 * of her. How it ended is hers alone. Who gets it again has it, and this is
 * gone. Source: R48, R20.
 */
#ifndef ASKS_OVER_H
#define ASKS_OVER_H

#include "asks/ladder.h"

struct over {
    int64_t id;
    int64_t made, at; /* seconds: asked, ended or taken back */
};

struct overs {
    struct over *at;
    size_t n, cap;
};

/* The ladder of s is about to be like this: who holds it now and then does not
 * is to be told; who then does is not. */
MUST_CHECK bool over_tell(struct ctx *cx, const struct said *s,
                          const struct ladder *then);

/* What the actor was not told yet, the newest first. Owns: cx->mem. */
MUST_CHECK bool over_list(struct ctx *cx, struct overs *out);

/* The actor read it: gone. Errors: ERR_NOTFOUND. */
MUST_CHECK bool over_read(struct ctx *cx, int64_t id);

#endif
