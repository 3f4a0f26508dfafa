/* between/between_pages.h - the pages under /me/between: see module.c. */
#ifndef BETWEEN_BETWEEN_PAGES_H
#define BETWEEN_BETWEEN_PAGES_H

#include "frame/req.h"

bool between_get(struct req *rq);
bool between_post(struct req *rq);
bool between_undo_post(struct req *rq);
bool between_lines_get(struct req *rq);
bool between_lines_post(struct req *rq);
bool between_line_stop_post(struct req *rq);
bool between_event_post(struct req *rq);
bool between_event_remove_post(struct req *rq);
bool between_event_restore_post(struct req *rq);
bool between_draw(struct req *rq, struct tpl *t); /* on Home */

#endif
