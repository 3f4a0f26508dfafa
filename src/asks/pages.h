/* asks/pages.h - the pages of asks. */
#ifndef ASKS_PAGES_H
#define ASKS_PAGES_H

#include "asks/ladder.h"
#include "frame/module.h"

/* Hers: ask_pages.c. */
bool asks_page(struct req *rq);
bool ask_new_page(struct req *rq);
bool ask_new_form(struct req *rq);
bool ask_one_page(struct req *rq);
bool ask_loud_page(struct req *rq);
bool ask_loud_form(struct req *rq);
bool ask_louder_form(struct req *rq);
bool ask_quieter_form(struct req *rq);
bool ask_end_form(struct req *rq);
bool ask_right_form(struct req *rq);
bool my_asks_panel(struct req *rq, struct tpl *t);
bool asks_doing_panel(struct req *rq, struct tpl *t);
bool ask_answered_panel(struct req *rq, struct tpl *t);

/* The field of a step, and the ask of the path. */
const char *step_field(struct arena *mem, int step);
MUST_CHECK bool ask_of(struct req *rq, struct said_id *id);

/* What she chose for each step, as it was sent. */
struct ladder_wish ladder_typed(struct req *rq);

/* Typed for her, and her yes: typed_pages.c. */
bool ask_draft_page(struct req *rq);
bool ask_draft_form(struct req *rq);
bool ask_typist_form(struct req *rq);
bool ask_away_form(struct req *rq);
bool ask_yes_form(struct req *rq);
bool ask_type_page(struct req *rq);
bool ask_type_form(struct req *rq);
bool ask_typing_panel(struct req *rq, struct tpl *t);

/* Who stands on which step: steps_pages.c. */
bool steps_page(struct req *rq);
bool steps_form(struct req *rq);

/* Of who holds them: held_pages.c. */
bool held_page(struct req *rq);
bool held_one_page(struct req *rq);
bool held_reply_form(struct req *rq);
bool held_did_form(struct req *rq);
bool held_over_form(struct req *rq);
bool held_panel(struct req *rq, struct tpl *t);
bool ask_numbers_panel(struct req *rq, struct tpl *t);

#endif
