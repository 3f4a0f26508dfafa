/* visits/after_pages.h - what we decided; who comes with me. */
#ifndef VISITS_AFTER_PAGES_H
#define VISITS_AFTER_PAGES_H

#include "frame/req.h"

bool after_page(struct req *rq);
bool after_add_form(struct req *rq);
bool after_move_form(struct req *rq);
bool company_page(struct req *rq);
bool company_form(struct req *rq);
bool company_card_page(struct req *rq);

#endif
