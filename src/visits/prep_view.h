/* visits/prep_view.h - what the pages of getting ready show. */
#ifndef VISITS_PREP_VIEW_H
#define VISITS_PREP_VIEW_H

#include "people/people.h"
#include "questions/set_logic.h"
#include "visits/prep.h"
#include "web/form.h"

/* Where these pages stand, and who sits at the keys. */
struct prep_seat {
    const char *base;  /* "/me/visits/7", "/with/3/visits/7"; ours, not typed */
    bool hers;         /* she herself */
    const char *name;  /* her first name */
    const char *other; /* to herself: the peer who may type now; "" */
};

struct words_list {
    const char **at;
    size_t n, cap;
};

struct question_option {
    const char *code, *label, *hint;
    bool chosen;
};

struct question_line {
    const char *field, *value; /* "a0" ... */
    int number;
};

struct question {
    struct prep_seat seat;
    const struct set_item *item;
    const char *group, *text, *hint;
    struct set_place place;
    bool saved, on_paper, first, many;
    struct {
        struct question_option *at;
        size_t n, cap;
    } options;
    const char *own, *value; /* in her own words; a single answer */
    struct {
        struct question_line *at;
        size_t n, cap;
    } lines;
    const char *more, *more_value; /* label NULL: no such field */
    const char *rename, *called;   /* rename "": it has one name */
    struct words_list last;        /* what she said last time */
    struct date last_day;          /* of the visit it was said for */
    bool last_ahead;               /* which is still to come */
    bool compare;                  /* ask: same, better, harder */
    enum answer_change change;
    bool answered;      /* with words, not skipped */
    const char *typist; /* who typed what is shown and waits; "" */
    struct html beside; /* what she has elsewhere on what helps her */
};

struct prep_start {
    struct prep_seat seat;
    struct visit visit;
    struct prep prep;
    struct persons peers;
    size_t questions;
    int minutes;
    struct html talk; /* how far medicine is talked about here */
};

struct review_line {
    const char *link_id, *label;
    struct words_list words; /* n 0: skipped */
    bool more;               /* it goes with the line before */
    bool skipped, waits, on_paper;
    bool hidden; /* not asked any more, after another answer */
    bool typed;  /* something stands in its form that was not kept */
    enum answer_change change;
    const char *typed_by; /* "" when she did */
};

struct prep_review {
    struct prep_seat seat;
    struct visit visit;
    struct prep prep;
    struct {
        struct review_line *at;
        size_t n, cap;
    } lines;
    size_t waiting, skipped, open; /* open: not come to yet */
    int64_t seen;                  /* highest row that waits */
    struct texts typists;          /* who typed what waits, each once */
    const char *typist;            /* their names: "José and Ruth" */
    struct html talk;
    struct tpl_typed_list drafts; /* forms of hers with words not kept */
};

struct prep_blank {
    struct visit visit;
    const struct set *set;
    enum lang lang;
};

/* When a question of the paper form is for her: what she marked before. */
struct prep_condition {
    const struct set_item *item;
    const char *label, *said; /* said "": anything, in words of her own */
    bool never;               /* and not if she said this */
};

struct prep_conditions {
    struct prep_condition *at;
    size_t n, cap;
};

struct prep_when {
    struct prep_conditions all;
};

const char *change_words(enum answer_change change); /* a msgid */

void question_html(struct tpl *t, const struct question *v);
void question_answers_html(struct tpl *t, const struct question *v);
void prep_start_html(struct tpl *t, const struct prep_start *v);
void prep_review_html(struct tpl *t, const struct prep_review *v);
void prep_blank_html(struct tpl *t, const struct prep_blank *v);
void prep_when_html(struct tpl *t, const struct prep_when *v);
void prep_item_when(struct tpl *t, const struct prep_blank *v,
                    const struct set_item *it);
void prep_item_blank(struct tpl *t, const struct prep_blank *v,
                     const struct set_item *it);

/* The bars over a question: done, here, ahead. */
void question_steps(struct tpl *t, struct set_place place);

#endif
