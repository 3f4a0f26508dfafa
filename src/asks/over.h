/* asks/over.h - an ask is over: told once to who held it.
 *
 * When she ends one, whoever could read it that second is told on "Asked of us"
 * that it is over, until they say that they read it: from which day it was, and
 * nothing else of it or of her. How it ended is hers alone. When she opens it
 * again, it stands open with them, and this is gone. Source: R48, R20.
 */
#ifndef ASKS_OVER_H
#define ASKS_OVER_H

#include "said/said.h"

struct over {
    int64_t id;
    int64_t made, at; /* seconds: asked, ended */
};

struct overs {
    struct over *at;
    size_t n, cap;
};

/* s is about to end: who holds it now is to be told. */
MUST_CHECK bool over_tell(struct ctx *cx, const struct said *s);

/* It is open again: nothing is to be told. */
MUST_CHECK bool over_forget(struct ctx *cx, struct said_id id);

/* What the actor was not told yet, the newest first. Owns: cx->mem. */
MUST_CHECK bool over_list(struct ctx *cx, struct overs *out);

/* The actor read it: gone. Errors: ERR_NOTFOUND. */
MUST_CHECK bool over_read(struct ctx *cx, int64_t id);

#endif
