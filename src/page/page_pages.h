/* page/page_pages.h - the pages around the one page: see module.c. */
#ifndef PAGE_PAGE_PAGES_H
#define PAGE_PAGE_PAGES_H

#include "frame/req.h"

bool page_preview_get(struct req *rq);
bool page_approve_post(struct req *rq);
bool page_lines_get(struct req *rq);
bool page_lines_post(struct req *rq);
bool page_share_get(struct req *rq);
bool page_share_post(struct req *rq);
bool page_link_post(struct req *rq);
bool page_stop_post(struct req *rq);
bool visit_told_panel(struct req *rq, struct tpl *t);

/* The PDF of her own page: drawn in the route's before, sent by its run. */
bool page_pdf_before(struct req *rq);
bool page_pdf_get(struct req *rq);

#endif
