/* groups/pages.h - the handlers of this folder. */
#ifndef GROUPS_PAGES_H
#define GROUPS_PAGES_H

#include "frame/req.h"

/* pages.c: to anybody */
bool groups_page(struct req *rq);
bool group_page(struct req *rq);
bool group_paper(struct req *rq);
bool month_paper(struct req *rq);
bool count_me_form(struct req *rq);
bool groups_foot_panel(struct req *rq, struct tpl *t);

/* work_pages.c: to who writes them */
bool groups_work_page(struct req *rq);
bool group_new_page(struct req *rq);
bool group_new_form(struct req *rq);
bool group_work_page(struct req *rq);
bool group_change_page(struct req *rq);
bool group_change_form(struct req *rq);
bool group_end_form(struct req *rq);
bool group_name_form(struct req *rq);

/* day_pages.c: one day of one */
bool group_day_page(struct req *rq);
bool topic_form(struct req *rq);
bool take_form(struct req *rq);
bool off_form(struct req *rq);
bool on_form(struct req *rq);
bool after_form(struct req *rq);
bool groups_today_panel(struct req *rq, struct tpl *t);
bool groups_heads_panel(struct req *rq, struct tpl *t);

#endif
