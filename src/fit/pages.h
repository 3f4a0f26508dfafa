/* fit/pages.h - the pages of who fits: see module.c. */
#ifndef FIT_PAGES_H
#define FIT_PAGES_H

#include "frame/req.h"

bool likes_page(struct req *rq); /* hers */
bool likes_form(struct req *rq);
bool peers_page(struct req *rq);
bool another_form(struct req *rq);
bool another_back_form(struct req *rq);
bool fit_mine_panel(struct req *rq, struct tpl *t);

bool fit_near_panel(struct req *rq, struct tpl *t); /* a peer's */
bool not_that_form(struct req *rq);

bool changes_page(struct req *rq); /* who leads */
bool another_answer_form(struct req *rq);
bool changes_panel(struct req *rq, struct tpl *t);

#endif
