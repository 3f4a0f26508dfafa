/* deck/vault_pages.h - the pages of what stands in the vault: see module.c. */
#ifndef DECK_VAULT_PAGES_H
#define DECK_VAULT_PAGES_H

#include "frame/req.h"

bool cards_page(struct req *rq);
bool deck_card_page(struct req *rq);
bool deck_card_form(struct req *rq);

bool shared_page(struct req *rq);
bool shared_form(struct req *rq);
bool held_form(struct req *rq);
bool shared_remove_form(struct req *rq);

bool shown_form(struct req *rq);
bool shown_end_form(struct req *rq);
bool shown_page(struct req *rq);

bool deck_open_panel(struct req *rq, struct tpl *t);
bool deck_all_panel(struct req *rq, struct tpl *t);

bool counts_page(struct req *rq);
bool counts_council_panel(struct req *rq, struct tpl *t);

#endif
