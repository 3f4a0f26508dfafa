/* shelf/names.h - whether a name of somebody of the program is in some words.
 */
#ifndef SHELF_NAMES_H
#define SHELF_NAMES_H

#include "base/ctx.h"

/* A word of it is part of a name of somebody of the actor's program. A word
 * that is also an everyday one ("hope", "rosa") counts only with a capital
 * inside a sentence. */
MUST_CHECK bool names_anybody(struct ctx *cx, const char *words, bool *yes);

#endif
