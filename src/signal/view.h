/* signal/view.h - what the pages of a peer's card show. */
#ifndef SIGNAL_VIEW_H
#define SIGNAL_VIEW_H

#include "signal/card.h"
#include "web/form.h"

/* The card as a person reads it, and as it is printed. */
struct signal_page {
    struct signal_card card;
    bool hers;             /* a person reads it; else the peer whose it is */
    struct html elsewhere; /* what others draw below: slot "me.peer" */
};

/* The peer's own: what stands, and to write it anew. */
struct signal_mine {
    struct signal_card card;
    bool saved;
};

/* On the page of somebody one walks with. */
struct signal_near {
    struct person_id person;
    const char *first;
    struct date shown; /* DATE_NONE: not yet */
    const char *me; /* the peer's first name, when a text to them is safe; "" */
    bool unclear;
};

/* Asked once, on Home. */
struct signal_ask {
    struct person peer;
};

void signal_parts_html(struct tpl *t, const struct signal_card *v);
void signal_page_html(struct tpl *t, const struct signal_page *v);
void signal_mine_html(struct tpl *t, const struct signal_mine *v);
void signal_near_html(struct tpl *t, const struct signal_near *v);
void signal_ask_html(struct tpl *t, const struct signal_ask *v);
void signal_link_html(struct tpl *t, const struct signal_card *v);

#endif
