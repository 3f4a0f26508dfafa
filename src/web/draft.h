/* web/draft.h - what is typed is never lost.
 *
 * A draft is the fields of one form as they were typed, kept for one account
 * under the path the form goes to, sealed under the person's own key. It is
 * written while she types (the script), and when a form comes in after the
 * session has ended; it is shown when she opens the page again, and forgotten
 * when the form arrives. A shared device keeps none; a password or a code is in
 * none. Source: R69 "can stop anywhere".
 */
#ifndef WEB_DRAFT_H
#define WEB_DRAFT_H

#include "frame/module.h"

/* The hooks of frame/app.h. */
struct tpl_typed_list draft_find(struct req *rq, const char *to);
bool draft_forget(struct req *rq);

/* The forms with a draft whose path begins so: the names are paths. */
MUST_CHECK bool draft_list(struct ctx *cx, const char *begins,
                           struct tpl_typed_list *out);
bool draft_rescue(struct req *rq);

/* What was kept of the form that goes to this path is not needed any more. */
MUST_CHECK bool draft_drop(struct req *rq, const char *to);

/* POST /draft: what stands in a form now. */
bool draft_keep(struct req *rq);

extern const struct job draft_jobs[];

/* Of web's module. */
MUST_CHECK bool draft_export(struct ctx *cx, struct person_id p,
                             struct json_out *out);
MUST_CHECK bool draft_erase(struct ctx *cx, struct person_id p);

#endif
