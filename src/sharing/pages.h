/* sharing/pages.h - the pages of this folder, for module.c. */
#ifndef SHARING_PAGES_H
#define SHARING_PAGES_H

#include "sharing/link_int.h"
#include "sharing/sharing_int.h"

/* "Someone who has left": a reader whose name is gone. */
const char *gone_words(const struct ctx *cx);

bool sharing_page(struct req *rq);
bool sharing_end_form(struct req *rq);
bool who_sees_panel(struct req *rq, struct tpl *t);
bool seen_page(struct req *rq);

bool copy_page(struct req *rq);
bool copy_gather(struct req *rq); /* before copy_file */
bool copy_file(struct req *rq);

bool give_page(struct req *rq);
bool give_check_form(struct req *rq);
bool give_form(struct req *rq);

bool near_page(struct req *rq);
bool near_person_page(struct req *rq);
bool near_code_form(struct req *rq);

bool glass_page(struct req *rq);
bool glass_one_page(struct req *rq);
bool glass_ask_form(struct req *rq);
bool glass_agree_form(struct req *rq);
bool glass_end_form(struct req *rq);
bool glass_panel(struct req *rq, struct tpl *t);
bool glass_home_panel(struct req *rq, struct tpl *t);
bool glass_sees_panel(struct req *rq, struct tpl *t);
bool glass_sharing_panel(struct req *rq, struct tpl *t);
bool glass_seen_panel(struct req *rq, struct tpl *t);

#endif
