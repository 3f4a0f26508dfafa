/* demo/again.h - a new demo in the place of an earlier one. */
#ifndef DEMO_AGAIN_H
#define DEMO_AGAIN_H

#include "store/store.h"

/* As store_make(), over what an earlier demo made: the new one is made beside
 * it (DIR.new), and put there when it is whole. Until then the old one stays as
 * it is. Errors: ERR_CONFLICT, no demo made this, or it is on a server. */
MUST_CHECK bool demo_again(struct ctx *cx, const struct store *s,
                           bool (*work)(struct ctx *cx, void *what),
                           void *what);

#endif
