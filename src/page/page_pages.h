/* page/page_pages.h - the pages around the one page: see module.c. */
#ifndef PAGE_PAGE_PAGES_H
#define PAGE_PAGE_PAGES_H

#include "frame/req.h"

bool page_preview_page(struct req *rq);
bool page_approve_form(struct req *rq);
bool page_lines_page(struct req *rq);
bool page_lines_form(struct req *rq);
bool page_share_page(struct req *rq);
bool page_share_form(struct req *rq);
bool page_link_form(struct req *rq);
bool page_stop_form(struct req *rq);
bool visit_told_panel(struct req *rq, struct tpl *t);

/* The PDF of her own page: drawn in the route's before, sent by its run. */
bool page_pdf_before(struct req *rq);
bool page_pdf_get(struct req *rq);

#endif
