/* visits/board_pages.h - the board, and how a person stands on it. */
#ifndef VISITS_BOARD_PAGES_H
#define VISITS_BOARD_PAGES_H

#include "frame/req.h"

bool board_page(struct req *rq);
bool board_choice_page(struct req *rq);
bool board_choice_form(struct req *rq);

/* Where she reads who can see what: nothing, unless peers who do not walk with
 * her see her on the board. */
bool board_sharing_panel(struct req *rq, struct tpl *t);
bool board_sees_panel(struct req *rq, struct tpl *t);

#endif
