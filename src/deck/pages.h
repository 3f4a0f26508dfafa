/* deck/pages.h - the pages of the deck: see module.c. */
#ifndef DECK_PAGES_H
#define DECK_PAGES_H

#include "frame/req.h"

bool deck_page(struct req *rq);
bool deck_open_form(struct req *rq);

bool domains_page(struct req *rq);
bool domain_add_form(struct req *rq);
bool domain_remove_form(struct req *rq);
bool domain_back_form(struct req *rq);

bool deck_today_panel(struct req *rq, struct tpl *t);
bool deck_lead_panel(struct req *rq, struct tpl *t);

#endif
