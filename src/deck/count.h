/* deck/count.h - how many peers shared something of their own in a month, or
 * held back, and why: of all of them, and only where five or more stand behind
 * a number. Source: R7; gap 4 "aggregate only".
 *
 * It never comes out of a vault: at the moment one writes something down, one
 * may add one here, under a token of that vault for that month alone. A month
 * is shown once it is over, so that nobody sees who has just added one; and
 * peers are counted, not times, so that no number is another one less a third.
 */
#ifndef DECK_COUNT_H
#define DECK_COUNT_H

#include "deck/shared.h"
#include "sharing/count.h"

struct count_line {
    const char *says; /* in the reader's language */
    int64_t peers;    /* tokens: COUNT_LEAST or more */
};

struct count_lines {
    struct count_line *at;
    size_t n, cap;
};

/* Only what can be shown. */
struct counted {
    struct date month; /* its first day */
    struct count_lines domain, depth, asked, helped, why;
    bool any;
};

/* Add one, without a name. The same twice in a month counts once. */
MUST_CHECK bool count_add(struct ctx *cx, const struct vault *v,
                          const struct shared *s);

/* Forget what no page shows any more: the months before that one. */
MUST_CHECK bool count_forget(struct ctx *cx);

/* The month before this one, of the program of who acts. Owns: cx->mem. */
MUST_CHECK bool count_last_month(struct ctx *cx, struct counted *out);

#endif
