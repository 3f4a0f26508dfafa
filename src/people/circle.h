/* people/circle.h - who is who for a person: somebody of her own world, or a
 * place, by her word for them; and what they may hear of her. It is hers to
 * know by: it opens nothing (R68).
 */
#ifndef PEOPLE_CIRCLE_H
#define PEOPLE_CIRCLE_H

#include "people/people.h"

enum { CIRCLE_MAX = 40 /* lines of one circle */ };

struct circle_line {
    int64_t id;
    const char *name, *who; /* "Rosa", "my sister" */
    const char *knows;      /* "that I am well"; "" */
    struct date until;      /* its last day; DATE_NONE: until she ends it */
    bool over;              /* that day has gone by */
};

struct circle {
    struct circle_line *at;
    size_t n, cap;
};

/* Errors: ERR_INVALID "name", "who", "knows" or "until"; ERR_CONFLICT:
 * CIRCLE_MAX lines. */
MUST_CHECK bool circle_add(struct ctx *cx, struct person_id whose,
                           const struct circle_line *l);
/* Errors: the same ERR_INVALID; ERR_NOTFOUND. */
MUST_CHECK bool circle_change(struct ctx *cx, struct person_id whose,
                              const struct circle_line *l);
MUST_CHECK bool circle_get(struct ctx *cx, struct person_id whose, int64_t id,
                           struct circle_line *out);

/* They may know nothing from now on: those words are gone, they stay on the
 * list. Errors: ERR_NOTFOUND. */
MUST_CHECK bool circle_shut(struct ctx *cx, struct person_id whose, int64_t id);

/* Gone at once, words and all. Errors: ERR_NOTFOUND. */
MUST_CHECK bool circle_end(struct ctx *cx, struct person_id whose, int64_t id);
MUST_CHECK bool circle_list(struct ctx *cx, struct person_id whose,
                            struct circle *out);

#endif
