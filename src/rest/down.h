/* rest/down.h - what a peer puts down at the end of a day: heavy or OK, and one
 * thing to leave here. In the vault. Source: R99. */
#ifndef REST_DOWN_H
#define REST_DOWN_H

#include "base/date.h"
#include "vault/vault.h"

enum down_how { DOWN_HEAVY, DOWN_OK, DOWN_HOWS };

enum { DOWN_LETTERS_MAX = 1000, DOWN_MAX = 2000 };

struct down {
    int64_t id;
    struct date day;
    int how; /* enum down_how; -1: not said */
    const char *words;
};

struct downs {
    struct down *at;
    size_t n, cap;
};

const char *down_says(int how); /* a msgid; "" when not said */

/* The newest first. Owns: cx->mem. */
MUST_CHECK bool down_list(struct ctx *cx, const struct vault *v,
                          struct downs *out);

/* Today. Errors: ERR_INVALID "how" (neither said), "words" (too long). */
MUST_CHECK bool down_put(struct ctx *cx, const struct vault *v, int how,
                         const char *words);

/* Errors: ERR_NOTFOUND. */
MUST_CHECK bool down_remove(struct ctx *cx, const struct vault *v, int64_t id);

#endif
