/* contacts/pages.h - the pages of contacts and of the record. */
#ifndef CONTACTS_PAGES_H
#define CONTACTS_PAGES_H

#include "frame/req.h"

/* A peer. */
bool log_page(struct req *rq);
bool log_form(struct req *rq);
bool our_record_page(struct req *rq);
bool take_back_page(struct req *rq);
bool take_back_form(struct req *rq);
bool our_payer_form(struct req *rq);

/* Hers. */
bool my_record_page(struct req *rq);

/* Either: whose it is stands in the address, or it is her own. */
bool together_page(struct req *rq);
bool together_form(struct req *rq);
bool together_add_form(struct req *rq);

/* One of hers, let to another: given_pages.c. */
bool given_let_form(struct req *rq);
bool given_end_form(struct req *rq);
bool given_record_page(struct req *rq);
bool given_records_panel(struct req *rq, struct tpl *t);

/* On other pages. */
bool my_record_panel(struct req *rq, struct tpl *t);
bool today_contacts_panel(struct req *rq, struct tpl *t);
bool near_contacts_panel(struct req *rq, struct tpl *t);
bool week_contacts_panel(struct req *rq, struct tpl *t);

#endif
