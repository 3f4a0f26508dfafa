/* visits/prep_pages.h - getting ready: how, one question at a time, all of it
 * read over, and on paper. The same pages for her and for a peer who types. */
#ifndef VISITS_PREP_PAGES_H
#define VISITS_PREP_PAGES_H

#include "frame/req.h"

bool prep_start_page(struct req *rq);
bool prep_mode_form(struct req *rq);
bool question_page(struct req *rq);
bool question_form(struct req *rq);
bool prep_review_page(struct req *rq);
bool prep_approve_form(struct req *rq);
bool prep_refuse_form(struct req *rq);
bool prep_ready_form(struct req *rq);
bool prep_blank_page(struct req *rq);

#endif
