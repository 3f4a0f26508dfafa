/* visits/visit_pages.h - Home's panels, the list of visits, one visit. */
#ifndef VISITS_VISIT_PAGES_H
#define VISITS_VISIT_PAGES_H

#include "frame/module.h"
#include "visits/visit.h"

bool home_hero_panel(struct req *rq, struct tpl *t);
bool home_offers_panel(struct req *rq, struct tpl *t);
bool home_words_panel(struct req *rq, struct tpl *t);

bool visit_list_page(struct req *rq);
bool visit_add_page(struct req *rq);
bool visit_add_form(struct req *rq);
bool visit_change_page(struct req *rq);
bool visit_change_form(struct req *rq);
bool visit_cancel_form(struct req *rq);
bool visit_one_page(struct req *rq);
bool words_page(struct req *rq);
bool words_form(struct req *rq);
bool offer_reply_form(struct req *rq);

/* The visit of {visit} in the path, of the person {person}, or of whoever is
 * signed in when the path names nobody. Errors: ERR_NOTFOUND. */
MUST_CHECK bool visit_of_path(struct req *rq, struct visit *out);

#endif
