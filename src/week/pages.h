/* week/pages.h - the pages of week. */
#ifndef WEEK_PAGES_H
#define WEEK_PAGES_H

#include "frame/req.h"

/* A peer's own. */
bool week_page(struct req *rq);
bool week_add_form(struct req *rq);
bool week_entry_form(struct req *rq);
bool week_show_form(struct req *rq);
bool week_plan_page(struct req *rq);
bool week_plan_form(struct req *rq);
bool week_mark_form(struct req *rq);
bool week_mark_yes_form(struct req *rq);
bool week_mark_no_form(struct req *rq);

/* Of who leads. */
bool weeks_page(struct req *rq);
bool weeks_peer_page(struct req *rq);
bool weeks_hours_form(struct req *rq);
bool weeks_mark_form(struct req *rq);
bool weeks_mark_yes_form(struct req *rq);
bool weeks_mark_no_form(struct req *rq);
bool week_given_page(struct req *rq);

/* On other pages. */
bool week_today_panel(struct req *rq, struct tpl *t);
bool weeks_today_panel(struct req *rq, struct tpl *t);
bool week_fit_panel(struct req *rq, struct tpl *t);

#endif
