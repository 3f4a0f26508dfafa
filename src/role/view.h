/* role/view.h - what the pages of role show. */
#ifndef ROLE_VIEW_H
#define ROLE_VIEW_H

#include "role/asked.h"
#include "role/card.h"
#include "role/value.h"
#include "web/form.h"

struct role_lines {
    const char **at;
    size_t n, cap;
};

/* The card, as it is read. */
struct role_parts {
    const struct role_card *card;
    bool hers;
    struct role_lines can, never, ask;
};

/* What peer support stands for. */
struct role_values {
    const struct value *month; /* this month's */
    struct {
        const struct value *at;
        size_t n;
    } all;
};

/* What a peer does. */
struct role_page {
    struct role_card card;
    struct role_parts parts;
    struct talk_rules talk;
    enum talk_reader to;
    enum talk own;
    bool hers, peer, leads, read, saved;
    bool same; /* the card was saved, and nothing in it was other */
    struct card_readers readers; /* to who leads */
    struct role_values values;   /* to those who work here */
};

/* Who leads changes the card. */
struct role_change {
    struct role_card card;
};

/* Not mine to do: of one peer. */
struct not_mine {
    struct asked_lines mine;
    struct sorts sorts;
    const char *answer; /* to say, now; NULL */
    bool taken_back;
};

/* The same, to be tapped. */
struct not_mine_tap {
    bool whole; /* on a page of its own */
    struct sorts sorts;
};

/* Who leads keeps the list of them. */
struct sorts_page {
    struct sorts sorts;
    int64_t sent; /* whose form came back: a category and one; 0: none */
    bool saved;
};

struct sort_row {
    const struct sort *s;
    bool sent;
};

void sorts_page_html(struct tpl *t, const struct sorts_page *v);
void sort_row_html(struct tpl *t, const struct sort_row *v);

struct asked_row {
    const char *says;
    struct count now, before;
    int width; /* of its bar, of a thousand; 0 when the number is not said */
};

/* To who leads: this quarter, and the one before. */
struct asked_of_us {
    struct asked_counts now, before;
    struct {
        struct asked_row *at;
        size_t n, cap;
    } rows;
    bool whole;   /* a page of its own */
    bool council; /* on the page of the council's members */
};

struct asked_number {
    const struct count *c;
};

/* Where medicine may come up: what holds there. */
struct talk_page {
    struct talk_rules rules;
    enum talk_reader to;
    struct person_id person; /* whose page it stands on; {0}: of no one */
    bool here;               /* on the page of the card itself */
};

/* One of hers, with one of her peers. */
struct talk_with {
    const struct talk_rule *rule;
};

struct role_link {
    bool hers;
    bool changed; /* and not read since */
};

/* On the page of the day: a card that is not read yet. */
struct card_news {
    const struct role_card *card;
};

void role_parts_html(struct tpl *t, const struct role_parts *v);
void role_page_html(struct tpl *t, const struct role_page *v);
void role_change_html(struct tpl *t, const struct role_change *v);
void not_mine_html(struct tpl *t, const struct not_mine *v);
void not_mine_tap_html(struct tpl *t, const struct not_mine_tap *v);
void asked_of_us_html(struct tpl *t, const struct asked_of_us *v);
void asked_number_html(struct tpl *t, const struct asked_number *v);
void talk_page_html(struct tpl *t, const struct talk_page *v);
void talk_with_html(struct tpl *t, const struct talk_with *v);
void role_values_html(struct tpl *t, const struct role_values *v);
void card_news_html(struct tpl *t, const struct card_news *v);
void role_link_html(struct tpl *t, const struct role_link *v);

#endif
