/* hopes/moving.h - how many are moving, for those who lead a program.
 *
 * People with a step or a shift of MOVING_DAYS, beside those with a hope that
 * was done then, and with a milestone they let be counted: never who, and no
 * number of those who did not move. Source: R36, R37; sharing/count.h.
 */
#ifndef HOPES_MOVING_H
#define HOPES_MOVING_H

#include "hopes/move.h"
#include "sharing/count.h"

enum { MOVING_DAYS = 60 };

struct moving {
    struct count moving;      /* of those walked with: a step or a shift */
    int64_t share;            /* per cent; -1: not said */
    struct count step, shift; /* what shows outside, and what does not */
    struct count done;        /* a hope of theirs is done */
    struct count mile[MILES]; /* let be counted, by sort */
};

/* Errors: ERR_NOTFOUND when the actor may not. */
MUST_CHECK bool moving_get(struct ctx *cx, struct moving *out);

#endif
