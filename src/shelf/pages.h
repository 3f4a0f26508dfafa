/* shelf/pages.h - the pages of the shelf: see module.c. */
#ifndef SHELF_PAGES_H
#define SHELF_PAGES_H

#include "frame/req.h"

bool shelf_page(struct req *rq);
bool shelf_new_page(struct req *rq);
bool shelf_new_form(struct req *rq);
bool shelf_used_form(struct req *rq);
bool shelf_helped_form(struct req *rq);
bool shelf_off_form(struct req *rq);
bool shelf_back_form(struct req *rq);

bool shelf_today_panel(struct req *rq, struct tpl *t);

#endif
