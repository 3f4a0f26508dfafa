/* auth/pages.h - the handlers that the route table names. */
#ifndef AUTH_PAGES_H
#define AUTH_PAGES_H

#include "frame/module.h"

extern const struct route auth_routes[];

/* Of account_pages.c. */
bool account_page(struct req *rq);
bool account_speak(struct req *rq);
bool account_check_password(struct req *rq);
bool account_change_password(struct req *rq);
bool account_end_session(struct req *rq);
bool account_sign_out(struct req *rq);

#endif
