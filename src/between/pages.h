/* between/pages.h - the pages under /me/between: see module.c. */
#ifndef BETWEEN_PAGES_H
#define BETWEEN_PAGES_H

#include "frame/req.h"

bool between_page(struct req *rq);
bool between_form(struct req *rq);
bool between_undo_form(struct req *rq);
bool between_lines_page(struct req *rq);
bool between_lines_form(struct req *rq);
bool between_line_stop_form(struct req *rq);
bool between_event_form(struct req *rq);
bool between_event_remove_form(struct req *rq);
bool between_event_restore_form(struct req *rq);
bool between_panel(struct req *rq, struct tpl *t); /* on Home */

#endif
