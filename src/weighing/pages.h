/* weighing/pages.h - the pages of a sheet: see module.c. */
#ifndef WEIGHING_PAGES_H
#define WEIGHING_PAGES_H

#include "frame/req.h"

/* hers: pages.c */
bool sheets_page(struct req *rq);
bool sheet_new_page(struct req *rq);
bool sheet_new_form(struct req *rq);
bool sheet_page(struct req *rq);
bool sheet_write_page(struct req *rq);
bool sheet_write_form(struct req *rq);
bool sheet_yes_form(struct req *rq);
bool sheet_no_form(struct req *rq);
bool sheet_visit_form(struct req *rq);
bool sheet_beside_form(struct req *rq);
bool sheet_away_form(struct req *rq);
bool sheet_paper(struct req *rq);
bool sheets_visits_panel(struct req *rq, struct tpl *t);
bool sheets_questions_panel(struct req *rq, struct tpl *t);

/* a peer's: beside_pages.c */
bool sheet_type_page(struct req *rq);
bool sheet_type_form(struct req *rq);
bool sheet_beside_panel(struct req *rq, struct tpl *t);

/* What was typed into the form: NULL for a part that was not sent. */
void sheet_typed_in(struct req *rq, const char *words[]);

#endif
