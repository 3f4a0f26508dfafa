/* hopes/far.h - how far I've come: one line from the first wish to today.
 *
 * Through every hope on the way and everything that moved and still counts,
 * each step as high as she said it was big. The picture and the words beside it
 * are of the same stretch of at most FAR_PAGE. Source: R40.
 */
#ifndef HOPES_FAR_H
#define HOPES_FAR_H

#include "hopes/move.h"

enum { FAR_PAGE = 60 };

/* One point of the line: something that moved, or a hope itself. */
struct point {
    struct move m;        /* of a hope: id, day, words */
    enum picture picture; /* of a hope */
    bool wish;  /* a hope: the first wish, or where the path went on */
    bool first; /* the first wish of all */
};

struct line {
    struct point *at;
    size_t n, cap;
    int64_t before, after; /* how many there are before and after these */
};

/* How much that moved on the way to this hope, before it was one, still counts.
 * Hers. */
MUST_CHECK bool far_credit(struct ctx *cx, int64_t goal, int64_t *n);

/* The stretch that begins after so many points; -1: the last one. Hers. Owns:
 * cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool far_line(struct ctx *cx, int64_t goal, int64_t before,
                         struct line *out);

#endif
