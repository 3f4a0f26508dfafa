/* vault/pages.h - the pages of the vault: see module.c. */
#ifndef VAULT_PAGES_H
#define VAULT_PAGES_H

#include "frame/req.h"

bool vault_home_page(struct req *rq);
bool vault_make_before(struct req *rq);
bool vault_make_form(struct req *rq);
bool vault_open_before(struct req *rq);
bool vault_open_form(struct req *rq);
bool vault_close_form(struct req *rq);

bool vault_code_page(struct req *rq);
bool vault_code_before(struct req *rq);
bool vault_code_form(struct req *rq);

bool vault_words_page(struct req *rq);
bool vault_words_before(struct req *rq);
bool vault_words_form(struct req *rq);

bool vault_all_page(struct req *rq);

bool vault_end_page(struct req *rq);
bool vault_end_form(struct req *rq);

bool vault_today_panel(struct req *rq, struct tpl *t);

#endif
