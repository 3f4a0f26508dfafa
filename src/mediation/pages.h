/* mediation/pages.h - the pages of two sides: see module.c. */
#ifndef MEDIATION_PAGES_H
#define MEDIATION_PAGES_H

#include "frame/req.h"

bool sides_all_page(struct req *rq);
bool sides_home_panel(struct req *rq, struct tpl *t);
bool sides_mine_page(struct req *rq);
bool sides_yes_page(struct req *rq);
bool sides_yes_form(struct req *rq);
bool sides_give_form(struct req *rq);
bool sides_comment_form(struct req *rq);
bool sides_answer_form(struct req *rq);
bool sides_helped_form(struct req *rq);
bool sides_end_form(struct req *rq);
bool sides_consent_page(struct req *rq);
bool sides_consent_form(struct req *rq);
bool sides_consent_back_form(struct req *rq);

bool opening_new_page(struct req *rq);
bool opening_new_form(struct req *rq);
bool opening_edit_page(struct req *rq);
bool opening_edit_form(struct req *rq);
bool opening_away_form(struct req *rq);
bool opening_typist_form(struct req *rq);
bool opening_type_page(struct req *rq);
bool opening_type_form(struct req *rq);
bool opening_typing_panel(struct req *rq, struct tpl *t);

bool joined_show_page(struct req *rq);
bool joined_mine_form(struct req *rq);
bool joined_yes_page(struct req *rq);
bool joined_yes_form(struct req *rq);
bool joined_agree_form(struct req *rq);
bool joined_list_panel(struct req *rq, struct tpl *t);

bool helped_all_page(struct req *rq);
bool helped_count_panel(struct req *rq, struct tpl *t);

bool glossary_all_page(struct req *rq);
bool glossary_new_page(struct req *rq);
bool glossary_new_form(struct req *rq);
bool glossary_one_page(struct req *rq);
bool glossary_one_form(struct req *rq);
bool glossary_out_form(struct req *rq);
bool glossary_restore_form(struct req *rq);
bool glossary_link_panel(struct req *rq, struct tpl *t);

#endif
