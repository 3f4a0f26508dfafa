/* rights/pages.h - the pages of rights: see module.c. */
#ifndef RIGHTS_PAGES_H
#define RIGHTS_PAGES_H

#include "frame/module.h"

/* For anybody, and for who keeps the text: text_pages.c. */
bool rights_public_page(struct req *rq);
bool rights_keep_page(struct req *rq);
bool rights_text_form(struct req *rq);
bool outside_form(struct req *rq);
bool outside_remove_form(struct req *rq);
bool rights_foot_panel(struct req *rq, struct tpl *t);

/* Hers: my_pages.c. */
bool my_rights_page(struct req *rq);
bool rights_new_page(struct req *rq);
bool rights_new_form(struct req *rq);
bool rights_one_page(struct req *rq);
bool rights_more_form(struct req *rq);
bool rights_give_form(struct req *rq);
bool rights_back_form(struct req *rq);
bool rights_end_form(struct req *rq);
bool rights_right_form(struct req *rq);
bool rights_paper_page(struct req *rq);
bool my_rights_panel(struct req *rq, struct tpl *t);
bool rights_answered_panel(struct req *rq, struct tpl *t);

/* Of who was told: told_pages.c. */
bool told_list_page(struct req *rq);
bool told_one_page(struct req *rq);
bool told_reply_form(struct req *rq);
bool told_panel(struct req *rq, struct tpl *t);

#endif
