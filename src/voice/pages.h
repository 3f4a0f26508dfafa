/* voice/pages.h - the pages of her words: see module.c. */
#ifndef VOICE_PAGES_H
#define VOICE_PAGES_H

#include "frame/req.h"

bool voices_page(struct req *rq);
bool voices_panel(struct req *rq, struct tpl *t);
bool mine_page(struct req *rq);
bool yes_page(struct req *rq);
bool yes_form(struct req *rq);
bool back_form(struct req *rq);
bool right_form(struct req *rq);
bool help_form(struct req *rq);
bool voice_give_form(struct req *rq);

bool draft_new_page(struct req *rq);
bool draft_new_form(struct req *rq);
bool draft_edit_page(struct req *rq);
bool draft_edit_form(struct req *rq);
bool draft_away_form(struct req *rq);
bool typist_form(struct req *rq);
bool type_page(struct req *rq);
bool type_form(struct req *rq);
bool typing_panel(struct req *rq, struct tpl *t);
bool typing_today_panel(struct req *rq, struct tpl *t);

bool consent_page(struct req *rq);
bool consent_form(struct req *rq);
bool consent_back_form(struct req *rq);
bool part2_page(struct req *rq);
bool part2_form(struct req *rq);
bool part2_panel(struct req *rq, struct tpl *t);

bool comment_answer_form(struct req *rq);
bool comment_page(struct req *rq);
bool comment_form(struct req *rq);
bool comment_away_form(struct req *rq);

bool given_page(struct req *rq);
bool given_form(struct req *rq);
bool aloud_form(struct req *rq);
bool paper_page(struct req *rq);
bool given_panel(struct req *rq, struct tpl *t);

#endif
