/* helps/pages.h - the pages of what helps: see module.c. */
#ifndef HELPS_PAGES_H
#define HELPS_PAGES_H

#include "frame/req.h"

/* hers: pages.c */
bool helps_page(struct req *rq);
bool help_new_page(struct req *rq);
bool help_new_form(struct req *rq);
bool help_page(struct req *rq);
bool help_save_form(struct req *rq);
bool help_used_form(struct req *rq);
bool help_open_form(struct req *rq);
bool help_away_form(struct req *rq);
bool helps_home_panel(struct req *rq, struct tpl *t);
bool helps_asked_panel(struct req *rq, struct tpl *t);
bool helps_foot_panel(struct req *rq, struct tpl *t);

/* of peers: signed_pages.c */
bool signed_page(struct req *rq);
bool signed_form(struct req *rq);
bool signed_off_form(struct req *rq);
bool signed_copy_form(struct req *rq);
bool helps_near_page(struct req *rq);
bool helps_near_panel(struct req *rq, struct tpl *t);
bool signed_link_panel(struct req *rq, struct tpl *t);

/* habits: habit_pages.c */
bool habits_page(struct req *rq);
bool habit_new_page(struct req *rq);
bool habit_new_form(struct req *rq);
bool habit_page(struct req *rq);
bool habit_form(struct req *rq);
bool habit_check_form(struct req *rq);
bool habit_open_form(struct req *rq);
bool habit_away_form(struct req *rq);
bool habit_near_page(struct req *rq);
bool habit_near_form(struct req *rq);

#endif
