/* contacts/week.h - the time given in a program, for who leads it (R21, R24).
 *
 * A sum over all peers: no peer is on it, and no person. When fewer than
 * COUNT_LEAST people are behind it, it is not said (never-list 11).
 */
#ifndef CONTACTS_WEEK_H
#define CONTACTS_WEEK_H

#include "sharing/count.h"

struct contacts_week {
    struct count open;   /* with a line, and not both were done */
    struct count people; /* COUNT_FEW: minutes are 0, and not said */
    int64_t minutes, being;
};

/* From Monday, of the actor's program. Errors: ERR_NOTFOUND. */
MUST_CHECK bool contacts_week(struct ctx *cx, struct contacts_week *out);

#endif
