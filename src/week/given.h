/* week/given.h - time given in a month, for who leads: a sum, no ranking.
 *
 * With people, of it just being together; the way and the writing apart. What a
 * payer does not pay for is said as it is, and nobody is asked to call it
 * something else. Source: R21, R22; never-list 11.
 */
#ifndef WEEK_GIVEN_H
#define WEEK_GIVEN_H

#include "base/date.h"
#include "sharing/count.h"

/* The setting week.payer: what of the time with people the payer pays for. */
enum payer { PAYER_UNSAID, PAYER_BOTH, PAYER_WORKING };

enum payer week_payer(void);
bool week_payer_good(const char *value);

struct week_given {
    struct date from, to;   /* first and last day; to: today at the latest */
    struct count people;    /* not exact: being, working are 0, and not said */
    struct count peers;     /* not exact: travel, writing are 0, and not said */
    int64_t being, working; /* minutes */
    int64_t travel, writing;
};

/* The month of this day, of the actor's program. Errors: ERR_NOTFOUND. */
MUST_CHECK bool week_given(struct ctx *cx, struct date day,
                           struct week_given *out);

#endif
