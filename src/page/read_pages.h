/* page/read_pages.h - the pages of readers, and of what they wrote back: see
 * module.c. */
#ifndef PAGE_READ_PAGES_H
#define PAGE_READ_PAGES_H

#include "frame/req.h"

bool read_list_page(struct req *rq);
bool read_one_page(struct req *rq);
bool read_page_form(struct req *rq);
bool read_pdf_before(struct req *rq);
bool read_pdf_get(struct req *rq);

bool page_answer_page(struct req *rq);
bool page_answer_form(struct req *rq);
bool promise_form(struct req *rq);
bool wrote_back_panel(struct req *rq, struct tpl *t); /* on Home */

#endif
