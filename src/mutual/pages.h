/* mutual/pages.h - the pages of agreements and of hope: see module.c. */
#ifndef MUTUAL_PAGES_H
#define MUTUAL_PAGES_H

#include "frame/req.h"

bool agreed_list_page(struct req *rq);
bool agreed_page(struct req *rq);
bool agreed_form(struct req *rq);
bool agreed_yes_form(struct req *rq);
bool agreed_back_form(struct req *rq);

bool hope_page(struct req *rq);
bool hope_move_form(struct req *rq);
bool hope_set_form(struct req *rq);
bool hope_leave_page(struct req *rq);
bool hope_leave_form(struct req *rq);
bool hope_back_form(struct req *rq);

bool my_agreed_panel(struct req *rq, struct tpl *t);
bool agreed_waiting_panel(struct req *rq, struct tpl *t);
bool two_of_us_panel(struct req *rq, struct tpl *t);
bool hope_new_panel(struct req *rq, struct tpl *t);

#endif
