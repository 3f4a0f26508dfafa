/* visits/visit_view.h - what the pages about visits show. */
#ifndef VISITS_VISIT_VIEW_H
#define VISITS_VISIT_VIEW_H

#include "people/people.h"
#include "visits/company.h"
#include "visits/help.h"
#include "visits/prep.h"
#include "visits/visit_form.h"
#include "web/form.h"

/* "Mind and medicine", "My body": a msgid. */
const char *visit_kind_words(enum visit_kind kind);

/* The icon that stands for it. */
const char *visit_kind_icon(enum visit_kind kind);

/* What "Get ready" says and where it leads, at this moment. */
struct visit_row {
    const struct visit *visit;
    bool past; /* the day with its year; else with its time */
    bool far;  /* with both */
};

struct visit_list {
    struct visits coming, past;
    int64_t now;
    struct visit_at later; /* the last of coming, when more are; at 0: none */
    int64_t older;         /* the `before` of the next page; TIME_NONE: none */
    struct html more;      /* of other folders: slot "me.visits" */
};

struct visit_form {
    struct visit visit; /* stored; at TIME_NONE for a new one */
    struct persons staff;
    bool is_new;
    bool other; /* with somebody who is not of the list */
    struct date today;
};

struct visit_page {
    struct visit visit;
    struct prep prep;
    int days;
    bool over, far;
    struct company company;
    const char *peer; /* who comes, when it is her peer; "" */
    size_t decided;   /* how many lines were written after it */
    struct html told; /* of other folders: slot "visits.page" */
};

/* Home: what is next. */
struct home_hero {
    const char *first;
    struct date today, day; /* day: of the visit */
    struct visit visit;     /* id {0}: none is coming */
    struct prep prep;
    int days, minutes;
    const char *helper; /* the peer who said yes to help; "" */
    struct visit then;  /* the one after; id {0}: none */
    struct prep then_prep;
};

struct home_words {
    const char *words;
    struct visit_id ask; /* where "Change" leads: {0}: the page of words */
};

struct home_offer {
    const struct offer *offer;
    const char *peer;
};

struct words_page {
    const char *words;
};

void visit_row_html(struct tpl *t, const struct visit_row *v);
void visit_list_html(struct tpl *t, const struct visit_list *v);
void visit_form_html(struct tpl *t, const struct visit_form *v);
void visit_page_html(struct tpl *t, const struct visit_page *v);
void home_hero_html(struct tpl *t, const struct home_hero *v);
void home_words_html(struct tpl *t, const struct home_words *v);
void home_offer_html(struct tpl *t, const struct home_offer *v);
void words_page_html(struct tpl *t, const struct words_page *v);

/* One bar for each question: done, then ahead. */
void visit_steps(struct tpl *t, int done, int of);

#endif
