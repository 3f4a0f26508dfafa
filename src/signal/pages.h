/* signal/pages.h - the pages of a peer's card: see module.c. */
#ifndef SIGNAL_PAGES_H
#define SIGNAL_PAGES_H

#include "frame/req.h"

bool signal_page(struct req *rq); /* hers */
bool signal_ask_panel(struct req *rq, struct tpl *t);
bool signal_knew_form(struct req *rq);

bool signal_mine_page(struct req *rq); /* the peer's */
bool signal_mine_form(struct req *rq);
bool signal_paper(struct req *rq);
bool signal_link_panel(struct req *rq, struct tpl *t);
bool signal_near_panel(struct req *rq, struct tpl *t);
bool signal_told_form(struct req *rq);

#endif
