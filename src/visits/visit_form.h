/* visits/visit_form.h - the form of a visit: shown, and read. */
#ifndef VISITS_VISIT_FORM_H
#define VISITS_VISIT_FORM_H

#include "frame/req.h"
#include "visits/visit.h"

struct visit_form;

/* Fill in what the form offers, and draw it. */
MUST_CHECK bool visit_form_draw(struct req *rq, struct visit_form *v);

/* What was sent, into a visit that is new or stored.
 * Errors: ERR_INVALID "day", "with". */
MUST_CHECK bool visit_form_read(struct req *rq, struct visit *v);

/* For its template. */
const char *visit_number(const struct tpl *t, int64_t n);
const char *visit_day(const struct tpl *t, const struct visit_form *v);
const char *visit_time(const struct tpl *t, const struct visit_form *v);
const char *visit_form_path(const struct tpl *t, const struct visit_form *v);

#endif
