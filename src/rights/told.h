/* rights/told.h - what was told to one of us about a person's rights.
 *
 * One reads it while she lets one, and never when it is about oneself: then
 * there is nothing, here and in every count (sharing/barred.h). It stays on the
 * list until she ends it (never-list 14).
 */
#ifndef RIGHTS_TOLD_H
#define RIGHTS_TOLD_H

#include "people/people.h"
#include "rights/account.h"
#include "said/reply.h"

enum { TOLD_SHOWN = 60 };

/* One line: no words of hers. */
struct told {
    struct said_id id;
    struct person_id person;
    const char *name; /* her first name */
    int days;         /* open */
    struct date owed; /* a formal one: an answer, by; DATE_NONE: not any more */
    bool answered, late;
};

struct tolds {
    struct told *at; /* what was not answered first, the oldest on top */
    size_t n, cap;
};

MUST_CHECK bool told_list(struct ctx *cx, struct tolds *out);

/* With her words: the look is written down. */
struct told_one {
    struct told line;
    struct said said;
    struct account_of account;
    struct persons about;
    struct replies replies; /* one's own */
};

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool told_get(struct ctx *cx, struct said_id id,
                         struct told_one *out);

#endif
