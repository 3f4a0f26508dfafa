/* rest/pages.h - the pages of the end of a day: see module.c. */
#ifndef REST_PAGES_H
#define REST_PAGES_H

#include "frame/req.h"

bool down_page(struct req *rq);
bool down_form(struct req *rq);
bool down_remove_form(struct req *rq);

bool own_plan_page(struct req *rq);
bool own_plan_form(struct req *rq);
bool folio_page(struct req *rq);
bool folio_form(struct req *rq);
bool folio_paper(struct req *rq);
bool folio_file_get(struct req *rq);

bool rest_today_panel(struct req *rq, struct tpl *t);
bool rest_open_panel(struct req *rq, struct tpl *t);
bool rest_all_panel(struct req *rq, struct tpl *t);

#endif
