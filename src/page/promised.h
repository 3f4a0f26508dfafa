/* page/promised.h - what a reader said they will do, as the reader's own list.
 *
 * Only what is open, on pages that the reader may read now (may.h: replies are
 * read under the permission to the page). Source: R44, R73, R121.
 */
#ifndef PAGE_PROMISED_H
#define PAGE_PROMISED_H

#include "page/commitment.h"

enum { PROMISED_SHOWN = 40 };

struct promised {
    int64_t page;
    const char *whom;         /* to whom: what she is called */
    const char *words;        /* the reader's own */
    struct date due;          /* DATE_NONE: no day */
    enum reply_answer answer; /* her word on the reply it stands in */
};

struct promiseds {
    struct promised *at; /* the soonest first; no day last */
    size_t n, cap;
};

/* Two queries. Owns: cx->mem. */
MUST_CHECK bool promised_list(struct ctx *cx, struct promiseds *out);

#endif
