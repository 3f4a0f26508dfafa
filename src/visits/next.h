/* visits/next.h - what Home says of the next visits beside its own panels: the
 * way from "I can ask my peer" to it, and who cannot read a page of hers yet.
 */
#ifndef VISITS_NEXT_H
#define VISITS_NEXT_H

#include "frame/module.h"
#include "visits/visit.h"
#include "visits/visit_view.h"

/* GET /me/next/prepare, /me/next/company: to that page of the next visit, or
 * to where one is added. */
bool next_prepare_page(struct req *rq);
bool next_company_page(struct req *rq);

/* GET /me/next/questions: for whom her questions about medicine are. She
 * chooses the visit: those about mind and medicine first, then the others
 * (R83). */
bool next_questions_page(struct req *rq);

/* A line of "Who can see what" for each coming reader without a yes. */
bool not_yet_panel(struct req *rq, struct tpl *t);

struct next_questions {
    struct visits mind, other;
    struct html more; /* of other folders: slot "visits.questions" */
};

/* Her visits that are coming, as she chooses between them. Owns: cx->mem. */
MUST_CHECK bool next_for_questions(struct ctx *cx, struct next_questions *out);

void next_questions_html(struct tpl *t, const struct next_questions *v);

struct next_visit {
    const struct visit *visit;
};

void next_visit_html(struct tpl *t, const struct next_visit *v);

struct not_yet {
    const struct visit *visit;
};

void not_yet_html(struct tpl *t, const struct not_yet *v);

#endif
