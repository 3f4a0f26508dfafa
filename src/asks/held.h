/* asks/held.h - what was asked of us: the side of who holds an ask.
 *
 * One sees an ask while a permission of hers says so, and nothing of it before
 * or after. What was not answered stands first, the oldest on top (never-list
 * 14). Who leads a program counts all of them, and reads only those that
 * reached their step.
 */
#ifndef ASKS_HELD_H
#define ASKS_HELD_H

#include "asks/ask.h"
#include "sharing/count.h"

enum { HELD_SHOWN = 60 };

/* One line: no words of hers. */
struct held {
    struct said_id id;
    struct person_id person;
    const char *name; /* her first name */
    int days;         /* open */
    bool answered, old;
    struct date due; /* by when she hopes */
};

struct helds {
    struct held *at;
    size_t n, cap;
};

MUST_CHECK bool held_list(struct ctx *cx, struct helds *out);

/* One of them, with her words: the look is written down. */
struct held_ask {
    struct held line;
    struct said said;
    struct replies replies; /* one's own */
    struct dids dids;
};

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool held_get(struct ctx *cx, struct said_id id,
                         struct held_ask *out);

/* A line of what was done. Errors: ERR_NOTFOUND; ERR_INVALID "did";
 * ERR_CONFLICT: DIDS_MAX, or it is over. */
MUST_CHECK bool held_did(struct ctx *cx, struct said_id id, const char *words);

/* For who leads: how many are open with somebody, and how many of these longer
 * than ASK_OLD_DAYS; the one taken from the other says no number under 5.
 * Errors: ERR_NOTFOUND. */
struct ask_numbers {
    struct count open, old;
};

MUST_CHECK bool ask_count(struct ctx *cx, struct ask_numbers *out);

#endif
