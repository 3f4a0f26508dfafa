/* council/pages.h - the pages of the council. */
#ifndef COUNCIL_PAGES_H
#define COUNCIL_PAGES_H

#include "frame/req.h"

bool council_page(struct req *rq); /* public */

/* Members, and who leads. */
bool work_page(struct req *rq);
bool propose_form(struct req *rq);
bool vote_form(struct req *rq);
bool close_form(struct req *rq);
bool answer_form(struct req *rq);
bool change_form(struct req *rq);
bool meet_form(struct req *rq);
bool minutes_form(struct req *rq);
bool member_form(struct req *rq);
bool member_end_form(struct req *rq);
bool name_form(struct req *rq);
bool seat_form(struct req *rq);
bool seat_remove_form(struct req *rq);

/* Whoever is asked for a seat, holds it, or held it. */
bool seat_page(struct req *rq);
bool seat_yes_form(struct req *rq);
bool seat_no_form(struct req *rq);
bool seat_read_form(struct req *rq);

/* On other pages: the link, and what waits. */
bool my_council_panel(struct req *rq, struct tpl *t);
bool council_panel(struct req *rq, struct tpl *t);
bool council_foot_panel(struct req *rq, struct tpl *t);
bool council_waits_panel(struct req *rq, struct tpl *t);

#endif
