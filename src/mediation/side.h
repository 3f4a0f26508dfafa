/* mediation/side.h - what one side says, as text that is kept.
 *
 * Hers: what she means, what was misheard, what she would like to agree, and
 * who is in it. The other side's: the first two. The peer's comment: the
 * second alone, under the peer's own name.
 * Source: R42, R45.
 */
#ifndef MEDIATION_SIDE_H
#define MEDIATION_SIDE_H

#include "people/people.h"
#include "said/said.h"

enum { SIDE_MEAN_MAX = 1200, SIDE_MISHEARD_MAX = 600, SIDE_WISH_MAX = 300 };

struct side {
    const char *name;       /* who says it: "Denise" */
    const char *mean;       /* what this side means */
    const char *misheard;   /* what this side thinks was misheard; "" */
    const char *wish;       /* hers: what could be agreed; "" */
    struct person_id other; /* hers: who of the team is the other side */
    struct person_id peer;  /* hers: which peer helps; {0}: none */
    const char *other_name; /* "Luis" */
    const char *peer_name;  /* "" */
    const char *typed;      /* hers: who typed for her; "" */
    struct date until;      /* hers: DATE_NONE: till she ends it */
};

/* Nothing said yet. */
struct side side_blank(void);

/* The text that is kept. Owns: cx->mem. */
const char *side_text(struct ctx *cx, const struct side *v);
MUST_CHECK bool side_read(struct ctx *cx, const char *text, struct side *out);

/* None of it is too long. Errors: ERR_INVALID "mean", "misheard", "wish". */
MUST_CHECK bool side_fits(struct ctx *cx, const struct side *v);

#endif
