/* role/pages.h - the pages of role. */
#ifndef ROLE_PAGES_H
#define ROLE_PAGES_H

#include "frame/req.h"

bool my_role_page(struct req *rq); /* hers */
bool my_role_read_form(struct req *rq);

/* Of staff. */
bool role_page(struct req *rq);
bool role_read_form(struct req *rq);
bool role_talk_form(struct req *rq);
bool role_change_page(struct req *rq);
bool role_change_form(struct req *rq);

/* Not mine to do: a peer's own, and the sums of who leads. */
bool not_mine_page(struct req *rq);
bool not_mine_form(struct req *rq);
bool not_mine_back_form(struct req *rq);
bool asked_of_us_page(struct req *rq);

/* Who leads keeps the list of what is no peer's task. */
bool sorts_page(struct req *rq);
bool sort_add_form(struct req *rq);
bool sort_rename_form(struct req *rq);
bool sort_remove_form(struct req *rq);

/* On other pages. */
bool my_role_panel(struct req *rq, struct tpl *t);
bool card_news_panel(struct req *rq, struct tpl *t);
bool not_mine_panel(struct req *rq, struct tpl *t);
bool council_asked_panel(struct req *rq, struct tpl *t);
bool asked_panel(struct req *rq, struct tpl *t);
bool team_role_panel(struct req *rq, struct tpl *t);
bool talk_panel(struct req *rq, struct tpl *t);

#endif
