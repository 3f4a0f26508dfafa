/* deck/view.h - what the pages of the deck show. */
#ifndef DECK_VIEW_H
#define DECK_VIEW_H

#include "deck/open.h"
#include "web/form.h"

/* One part of life, and whether it is open. */
struct open_row {
    const struct opened *of;
    const char *field; /* its name in the form */
};

/* The deck of the peer who acts. */
struct deck_page {
    struct openings open, quiet; /* those that are hidden until opened apart */
    bool quiet_open;             /* one of them is not closed */
    bool saved;
};

/* Who leads keeps the list. */
struct domains_page {
    struct domains now, gone;
    bool saved;
};

struct deck_link {
    bool leads;
};

void deck_page_html(struct tpl *t, const struct deck_page *v);
void open_row_html(struct tpl *t, const struct open_row *v);
void domains_page_html(struct tpl *t, const struct domains_page *v);
void deck_link_html(struct tpl *t, const struct deck_link *v);

#endif
