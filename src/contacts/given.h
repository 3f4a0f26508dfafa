/* contacts/given.h - she lets another read what both wrote about one time.
 *
 * Nobody may, unless she says who and until which day, of one that both said
 * done to: lines that still change are nobody's to read. What stands apart for
 * the payer is not part of it. Each look is told to her. Source: R10, R15, R21
 * to R24; never-list 3.
 */
#ifndef CONTACTS_GIVEN_H
#define CONTACTS_GIVEN_H

#include "contacts/together.h"
#include "sharing/permission.h"

enum { GIVEN_SHOWN = 20 };

/* Who may be let in to one of hers: of staff, but the peer who was there.
 * Owns: cx->mem. */
MUST_CHECK bool given_can(struct ctx *cx, const struct contact *c,
                          struct persons *out);

/* She lets this one read it, to the end of that day. Errors: ERR_NOTFOUND;
 * ERR_CONFLICT when it is not both's done; ERR_INVALID "to", "until". */
MUST_CHECK bool given_let(struct ctx *cx, int64_t contact, struct person_id to,
                          struct date until);

/* She ends it: from the next request on. Errors: ERR_NOTFOUND. */
MUST_CHECK bool given_end(struct ctx *cx, int64_t contact, int64_t permission);

/* Who reads it at this second. Hers to know. Owns: cx->mem. */
MUST_CHECK bool given_now(struct ctx *cx, const struct contact *c,
                          struct permissions *out);

/* --- the reader's side --- */

struct given_row {
    int64_t contact;
    const char *name; /* hers */
    struct date day;
    int64_t until;
};

struct given_rows {
    struct given_row *at;
    size_t n, cap;
};

/* What the actor may read now, the newest first. Owns: cx->mem. */
MUST_CHECK bool given_list(struct ctx *cx, struct given_rows *out);

/* One of them, with what was added below. Owns: cx->mem. Errors: ERR_NOTFOUND.
 */
MUST_CHECK bool given_read(struct ctx *cx, int64_t contact, struct contact *out,
                           struct addeds *below, int64_t *until);

/* Hears SHARING_NAMED (sharing/named.h). */
MUST_CHECK bool contacts_name(struct ctx *cx, const void *what);

#endif
