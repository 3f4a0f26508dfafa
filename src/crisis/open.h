/* crisis/open.h - to whom she opens her choices for hard times: one switch.
 *
 * Nobody, who walks with her, or any peer of her program. It lets a peer open
 * them when it is hard (look.h); by itself it shows nothing. It ends at once,
 * and with it whatever a peer had opened. A row of it is what permissions are
 * about. Source: R55; never-list 3.
 */
#ifndef CRISIS_OPEN_H
#define CRISIS_OPEN_H

#include "base/ctx.h"
#include "frame/actor.h"

/* Stored: append only. */
enum open_to { OPEN_NOBODY, OPEN_WALKS, OPEN_ANY, OPEN_COUNT };

/* Hers, who acts. Errors: ERR_NOTFOUND. */
MUST_CHECK bool open_get(struct ctx *cx, enum open_to *to);

/* The same as far as a peer could open something at this second: nobody while
 * nothing is written, and while she works here too (R103). */
MUST_CHECK bool open_holds(struct ctx *cx, enum open_to *to);

/* She says it. The same again changes nothing. Errors: ERR_NOTFOUND;
 * ERR_INVALID "whom". */
MUST_CHECK bool open_put(struct ctx *cx, enum open_to to);

/* What a peer who acts may open at this second: .id 0 when nothing. For look.c.
 */
struct open_now {
    int64_t id; /* of the row: the thing a permission is about */
    enum open_to to;
};

MUST_CHECK bool open_now(struct ctx *cx, struct person_id whose,
                         struct open_now *out);

#endif
