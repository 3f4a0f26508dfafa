/* crisis/pages.h - the pages of hard times: see module.c. */
#ifndef CRISIS_PAGES_H
#define CRISIS_PAGES_H

#include "frame/req.h"

/* hers: my_pages.c */
bool hard_page(struct req *rq);
bool hard_form(struct req *rq);
bool hard_open_form(struct req *rq);
bool hard_away_form(struct req *rq);
bool wanted_page(struct req *rq);
bool wanted_form(struct req *rq);
bool my_hard_panel(struct req *rq, struct tpl *t);
bool hard_told_panel(struct req *rq, struct tpl *t);
bool hard_sharing_panel(struct req *rq, struct tpl *t);
bool hard_sees_panel(struct req *rq, struct tpl *t);

/* a peer's: near_pages.c */
bool near_hard_page(struct req *rq);
bool near_look_form(struct req *rq);
bool near_there_form(struct req *rq);
bool offered_page(struct req *rq);
bool near_hard_panel(struct req *rq, struct tpl *t);
bool offered_panel(struct req *rq, struct tpl *t);

#endif
