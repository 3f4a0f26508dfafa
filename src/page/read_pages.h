/* page/read_pages.h - the pages of readers, and of what they wrote back: see
 * module.c. */
#ifndef PAGE_READ_PAGES_H
#define PAGE_READ_PAGES_H

#include "frame/req.h"

bool read_list_get(struct req *rq);
bool read_page_get(struct req *rq);
bool read_page_post(struct req *rq);
bool read_pdf_before(struct req *rq);
bool read_pdf_get(struct req *rq);

bool answer_get(struct req *rq);
bool answer_post(struct req *rq);
bool promise_post(struct req *rq);
bool wrote_back_draw(struct req *rq, struct tpl *t); /* on Home */

#endif
