/* promises/pages.h - the pages of promises: see module.c. */
#ifndef PROMISES_PAGES_H
#define PROMISES_PAGES_H

#include "frame/req.h"

bool my_promises_page(struct req *rq);
bool my_promise_form(struct req *rq);
bool my_promise_move_form(struct req *rq);

bool promised_page(struct req *rq);
bool promised_form(struct req *rq);
bool promised_move_form(struct req *rq);

bool between_us_page(struct req *rq);
bool between_us_form(struct req *rq);
bool between_us_move_form(struct req *rq);

bool my_promises_panel(struct req *rq, struct tpl *t);
bool due_promises_panel(struct req *rq, struct tpl *t);
bool near_promises_panel(struct req *rq, struct tpl *t);
bool late_promises_panel(struct req *rq, struct tpl *t);

#endif
