/* visits/help_pages.h - the peer's side of getting ready. */
#ifndef VISITS_HELP_PAGES_H
#define VISITS_HELP_PAGES_H

#include "frame/req.h"

bool help_person_panel(struct req *rq, struct tpl *t);
bool help_people_panel(struct req *rq, struct tpl *t);
bool help_panel(struct req *rq, struct tpl *t);
bool offer_form(struct req *rq);
bool help_leave_form(struct req *rq);

#endif
