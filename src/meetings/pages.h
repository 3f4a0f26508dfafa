/* meetings/pages.h - the pages of meetings: see module.c. */
#ifndef MEETINGS_PAGES_H
#define MEETINGS_PAGES_H

#include "frame/req.h"

bool meetings_page(struct req *rq);
bool meeting_form(struct req *rq);
bool agenda_page(struct req *rq);
bool meeting_paper(struct req *rq);
bool there_form(struct req *rq);
bool call_off_form(struct req *rq);
bool stop_form(struct req *rq);
bool said_page(struct req *rq);
bool said_form(struct req *rq);
bool today_meetings_panel(struct req *rq, struct tpl *t);
bool lead_meetings_panel(struct req *rq, struct tpl *t);

bool my_meetings_page(struct req *rq);
bool my_meeting_page(struct req *rq);
bool my_meeting_form(struct req *rq);
bool my_meeting_end_form(struct req *rq);
bool heard_form(struct req *rq);
bool my_meetings_panel(struct req *rq, struct tpl *t);

bool with_me_page(struct req *rq);
bool with_me_form(struct req *rq);
bool with_me_end_form(struct req *rq);
bool asked_page(struct req *rq);
bool asked_form(struct req *rq);

#endif
