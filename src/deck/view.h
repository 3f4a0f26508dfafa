/* deck/view.h - what the pages of the deck show. */
#ifndef DECK_VIEW_H
#define DECK_VIEW_H

#include "deck/count.h"
#include "deck/open.h"
#include "deck/shown.h"
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
    size_t shown; /* to who leads: how many things were opened to them */
};

/* All cards of the deck. */
struct cards_page {
    struct cards cards;
    struct cards hidden; /* shut, hidden until opened, and nothing on them */
};

struct card_row {
    const struct card *c;
};

/* The words to be read beside a card: of the depth its peer goes to, else the
 * first there are; "" when there are none. */
const char *card_first(const struct card *c);

struct card_page {
    struct card card;
    bool saved;
};

/* I shared; I held back. */
struct shared_page {
    struct domains domains, hidden;
    struct shareds all;
    struct showns shown;
    struct persons leads;
    bool saved;
};

/* To who leads: what peers opened to them. */
struct shown_page {
    struct showns all;
};

struct shared_row {
    const struct shared *s;
};

struct domain_pick {
    struct domains domains, hidden;
    const char *id;    /* of the field on its page */
    const char *label; /* a msgid */
};

/* "Add one to the numbers of all peers." */
struct count_tick {
    char unused;
};

/* On the page of the open vault; and all of it, for paper. */
struct deck_inside {
    char unused;
};

struct deck_all {
    struct cards cards;
    bool any; /* a card has something on it */
    struct shareds shared;
};

/* To who leads, on a page of its own; to the council, on its page. */
struct counts_page {
    struct counted c;
    bool whole;
};

struct count_rows {
    struct count_lines of;
    const char *head; /* a msgid */
};

void card_row_html(struct tpl *t, const struct card_row *v);
void cards_page_html(struct tpl *t, const struct cards_page *v);
void card_page_html(struct tpl *t, const struct card_page *v);
void shared_page_html(struct tpl *t, const struct shared_page *v);
void shown_page_html(struct tpl *t, const struct shown_page *v);
void shared_row_html(struct tpl *t, const struct shared_row *v);
void domain_pick_html(struct tpl *t, const struct domain_pick *v);
void count_tick_html(struct tpl *t, const struct count_tick *v);
void deck_inside_html(struct tpl *t, const struct deck_inside *v);
void deck_all_html(struct tpl *t, const struct deck_all *v);
void counts_page_html(struct tpl *t, const struct counts_page *v);
void count_rows_html(struct tpl *t, const struct count_rows *v);
void deck_page_html(struct tpl *t, const struct deck_page *v);
void open_row_html(struct tpl *t, const struct open_row *v);
void domains_page_html(struct tpl *t, const struct domains_page *v);
void deck_link_html(struct tpl *t, const struct deck_link *v);

#endif
