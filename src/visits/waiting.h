/* visits/waiting.h - what another typed and waits for her yes, wherever she
 * would look: Home, her answers, her page. Source: R52; never-list 5.
 */
#ifndef VISITS_WAITING_H
#define VISITS_WAITING_H

#include "frame/module.h"
#include "visits/visit.h"

struct waiting {
    struct visit_id visit;
    const char *name; /* who typed */
    int lines;        /* questions */
};

struct waitings {
    struct waiting *at; /* the next visit first */
    size_t n, cap;
};

/* Of one visit, or with {0} of each that is not over. Asks may() about her
 * answers. Owns: cx->mem. */
MUST_CHECK bool waiting_list(struct ctx *cx, struct person_id whose,
                             struct visit_id visit, struct waitings *out);

bool waiting_panel(struct req *rq, struct tpl *t);

void waiting_html(struct tpl *t, const struct waiting *v);

#endif
