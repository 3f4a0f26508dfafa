/* visits/company.h - who comes with me, and what I want them to do.
 *
 * Her words only (R63, R64): sit, speak, take notes, be quiet, step out; a
 * signal; three things to say and three not to. Whoever comes reads it with a
 * permission of hers (TOPIC_COMPANY); whether company is wanted is TOPIC_READY.
 */
#ifndef VISITS_COMPANY_H
#define VISITS_COMPANY_H

#include "visits/visit.h"

enum { COMPANY_POINTS = 3, COMPANY_LINE_MAX = 120, COMPANY_WORDS_MAX = 300 };

/* Stored: append only. */
enum company_wanted { COMPANY_NOT_SAID, COMPANY_YES, COMPANY_NO };

/* A part she may ask for, as bits of struct company.does. Append only. */
enum company_part {
    COMPANY_SIT = 1,
    COMPANY_SPEAK = 2,
    COMPANY_NOTES = 4,
    COMPANY_QUIET = 8,
    COMPANY_STEP_OUT = 16,
    COMPANY_PARTS = 5
};

struct company {
    struct visit_id visit;
    struct person_id person;
    enum company_wanted wanted;
    struct person_id peer; /* who comes, when it is a peer; else {0} */
    const char *name;      /* who comes, when it is another; "" */
    unsigned does;         /* of enum company_part */
    const char *words;     /* what else; "" */
    const char *sign;      /* "my scarf"; "" */
    const char *way;       /* how we get there: "the 12 bus at 9"; "" */
    const char *say[COMPANY_POINTS], *dont[COMPANY_POINTS]; /* "" or a line */
};

/* Not said yet gives a company with wanted COMPANY_NOT_SAID and "" throughout.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool company_get(struct ctx *cx, struct person_id whose,
                            struct visit_id visit, struct company *out);

/* As it is now: before a visit, a peer who does not walk with her any more does
 * not come. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool company_now(struct ctx *cx, const struct visit *v,
                            struct company *out);

/* Only the person herself. Errors: ERR_INVALID with the field's name. */
MUST_CHECK bool company_put(struct ctx *cx, const struct company *c);

/* Whether she wants company: no word of hers. */
MUST_CHECK bool company_wanted(struct ctx *cx, struct person_id whose,
                               struct visit_id visit, enum company_wanted *out);

#endif
