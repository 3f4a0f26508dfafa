/* week/mark.h - the least share of peer work that the two agreed on (R84).
 *
 * The peer or who leads proposes one, the other says yes; only then it counts.
 * Either may say no, or propose another; nothing comes of a week below it but
 * that both see it.
 */
#ifndef WEEK_MARK_H
#define WEEK_MARK_H

#include "week/week.h"

struct week_mark {
    int64_t id; /* 0: none */
    int64_t share;
    enum week_side by; /* who proposed */
    struct date day;   /* when it was proposed; agreed: since when it counts */
};

struct week_marks {
    struct week_mark agreed, asked;
};

/* Errors of each: ERR_NOTFOUND unless the actor is on a side. */
MUST_CHECK bool mark_get(struct ctx *cx, struct person_id peer,
                         struct week_marks *out);

/* In place of what was proposed before. Errors: ERR_INVALID "share". */
MUST_CHECK bool mark_ask(struct ctx *cx, struct person_id peer, int64_t share);

/* The other side says yes: what was agreed before is over.
 * Errors: ERR_CONFLICT when the actor's own side proposed. */
MUST_CHECK bool mark_yes(struct ctx *cx, struct person_id peer, int64_t id);

/* Either side: not this. */
MUST_CHECK bool mark_no(struct ctx *cx, struct person_id peer, int64_t id);

#endif
