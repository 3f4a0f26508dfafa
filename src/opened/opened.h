/* opened/opened.h - what persons opened to who asks, as a whole (R68, R122).
 *
 * Computed from the permissions that are valid now: nothing is kept.
 */
#ifndef OPENED_OPENED_H
#define OPENED_OPENED_H

#include "people/people.h"

enum opened_part { OPENED_VISITS, OPENED_DAYS, OPENED_DECIDED, OPENED_PARTS };

struct opened {
    struct person_id whose;
    const char *first; /* her first name */
    bool part[OPENED_PARTS];
};

struct opened_list {
    struct opened *at;
    size_t n, cap;
};

/* Everybody who opened something to me, each once. Owns: cx->mem. */
MUST_CHECK bool opened_list(struct ctx *cx, struct opened_list *out);

/* What this person opened to me. Errors: ERR_NOTFOUND when nothing. */
MUST_CHECK bool opened_by(struct ctx *cx, struct person_id whose,
                          struct opened *out);

#endif
