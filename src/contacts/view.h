/* contacts/view.h - what the pages of contacts show. */
#ifndef CONTACTS_VIEW_H
#define CONTACTS_VIEW_H

#include "contacts/given.h"
#include "contacts/own.h"
#include "contacts/taken.h"
#include "contacts/together.h"
#include "contacts/week.h"
#include "web/form.h"

/* Log a contact: a peer. */
struct log_page {
    struct persons people; /* whom one walks with */
    int64_t who;           /* already chosen; 0 */
    const char *today;     /* 2026-11-24 */
    bool words;            /* the policy keeps more than time and kind */
    bool saved, tried;     /* just now; a try */
    struct own_sum own;
};

/* How many minutes, in one tap, or another number. */
struct minutes {
    const char *name, *other;        /* the fields */
    const char *label, *other_label; /* msgids */
    int64_t usual;                   /* chosen before anybody taps */
};

enum { MINUTES_USUAL = 30 }; /* of a talk */

struct minute_list {
    const int64_t *at;
    size_t n;
};

struct minute_list minute_taps(void);
void minutes_html(struct tpl *t, const struct minutes *v);

/* A draft of this form is about somebody else than the page was opened for. */
struct log_begun {
    const char *first; /* whom it is about */
};

/* Says so inside the form, when it is so. */
void log_begun(struct tpl *t, const struct log_page *v);
void log_begun_html(struct tpl *t, const struct log_begun *v);

/* What is written about our time: hers, or with one person. */
struct record_page {
    bool hers;
    struct person person;
    struct contacts all;
    struct takens taken; /* hers: what her peer took back */
    bool saved, took;    /* took: the peer did, just now */
};

/* One contact, as a list shows it. */
struct record_row {
    const struct contact *c;
    bool hers;
};

/* What one typed on lines that were changed meanwhile: apart from them. */
struct typed_lines {
    bool hers;
    struct {
        const char **at;
        size_t n, cap;
    } lines;
};

struct record_line {
    const char *field, *value; /* "line-1" */
    int number;
};

/* One contact, open or locked. */
struct together_page {
    bool hers;
    struct contact c;
    struct {
        struct record_line *at;
        size_t n, cap;
    } lines;
    struct addeds below, payer;
    bool open;    /* lines may change */
    bool can_fix; /* the peer may take it back */
    bool no_fix;  /* not any more, and the page says why */
    bool saved, fresh;
    bool mine_done, other_done;
    struct permissions readers; /* hers, locked: who else reads it */
    struct persons can;         /* and who could */
    bool alone; /* the peer walks with her no more: her done is enough */
    bool stale; /* what was typed is on lines that are others by now */
    struct typed_lines typed; /* then: what the actor had typed */
};

/* When and what it was. */
struct record_facts {
    const struct contact *c;
    bool hers;
};

/* Its lines, once both were done. */
struct record_words {
    const struct contact *c;
};

struct record_added {
    const struct added *a;
    bool hers;
};

/* What somebody else was let to read. */
struct record_given {
    struct contact c;
    struct addeds below;
    int64_t until;
    bool peer; /* a peer reads */
};

struct records_given {
    struct given_rows list;
};

/* Its lines, while they are open. */
struct together_lines {
    const struct together_page *p;
};

/* Asked once more before it is gone. */
struct take_back_page {
    struct contact c;
    bool can;
};

/* Why the peer alone cannot take it back, and what can be done. */
struct take_back_why {
    const struct contact *c;
};

/* Hers: one that was taken back, and what she had typed on it. */
struct taken_page {
    struct taken one;
    struct typed_lines typed;
};

struct taken_words {
    const struct taken *one;
};

/* On Home, on Today, on the page of a person. */
struct contacts_panel {
    struct contacts open;
    struct contacts differ; /* she sees it another way: not read yet */
    struct takens taken;    /* taken back: not read yet */
    struct person person;
    size_t more;
    bool any;
};

/* The kind, the place: msgids. */
const char *contact_kind_says(const struct contact *c, bool hers);
const char *contact_where_says(enum contact_where where);

/* The marks a peer may keep, as chips of the form being written. */
void own_chips(struct tpl *t);
void own_sums(struct tpl *t, const struct own_sum *v);

void log_page_html(struct tpl *t, const struct log_page *v);
void record_page_html(struct tpl *t, const struct record_page *v);
void record_row_html(struct tpl *t, const struct record_row *v);
void together_page_html(struct tpl *t, const struct together_page *v);
void record_facts_html(struct tpl *t, const struct record_facts *v);
void record_words_html(struct tpl *t, const struct record_words *v);
void record_added_html(struct tpl *t, const struct record_added *v);
void record_let_html(struct tpl *t, const struct together_page *v);
void record_given_html(struct tpl *t, const struct record_given *v);
void records_given_html(struct tpl *t, const struct records_given *v);
void take_back_page_html(struct tpl *t, const struct take_back_page *v);
void take_back_why_html(struct tpl *t, const struct take_back_why *v);
void taken_page_html(struct tpl *t, const struct taken_page *v);
void taken_words_html(struct tpl *t, const struct taken_words *v);
void typed_lines_html(struct tpl *t, const struct typed_lines *v);
void together_lines_html(struct tpl *t, const struct together_lines *v);
void my_record_html(struct tpl *t, const struct contacts_panel *v);
void today_contacts_html(struct tpl *t, const struct contacts_panel *v);
void near_contacts_html(struct tpl *t, const struct contacts_panel *v);
void week_contacts_html(struct tpl *t, const struct contacts_week *v);

#endif
