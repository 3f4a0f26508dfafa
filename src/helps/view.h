/* helps/view.h - what the pages of what helps show. */
#ifndef HELPS_VIEW_H
#define HELPS_VIEW_H

#include "helps/habit.h"
#include "helps/open.h"
#include "helps/signed.h"
#include "web/form.h"

/* One, to read: when and what it helps with, in a line. */
struct help_says {
    const struct strategy *s;
};

/* Hers. */
struct helps_page {
    struct strategies list;
    int64_t used; /* the one she just said she used; 0: none */
    bool saved;
};

struct help_form {
    struct strategy s; /* id 0: a new one */
    struct openeds readers;
    bool saved;
};

/* The fields of one. */
struct help_fields {
    const struct strategy *s;
    bool hers;
};

/* What peers signed: to a person, to a peer, to who leads. */
struct signed_page {
    struct signeds list;
    bool person, peer, leads, saved;
};

/* A peer's, about one person. */
struct helps_near {
    struct person person;
    struct strategies list;
    size_t n;                  /* lines that are open */
    struct permissions habits; /* those that are open */
};

struct helps_link {
    bool leads;
};

/* Her habits. */
struct habits_page {
    struct habits list;
    bool saved;
};

/* One: hers, or as a peer who walks it with her sees it. */
struct habit_page {
    struct habit h; /* id 0: a new one */
    struct openeds readers;
    const char *name; /* hers, to a peer */
    bool saved;
};

/* When it was done. */
struct habit_days {
    const struct habit *h;
    bool hers; /* she looks */
};

void habits_page_html(struct tpl *t, const struct habits_page *v);
void habit_page_html(struct tpl *t, const struct habit_page *v);
void habit_near_page_html(struct tpl *t, const struct habit_page *v);
void habit_days_html(struct tpl *t, const struct habit_days *v);
void helps_page_html(struct tpl *t, const struct helps_page *v);
void help_says_html(struct tpl *t, const struct help_says *v);
void help_form_html(struct tpl *t, const struct help_form *v);
void help_fields_html(struct tpl *t, const struct help_fields *v);
void signed_page_html(struct tpl *t, const struct signed_page *v);
void helps_near_page_html(struct tpl *t, const struct helps_near *v);
void helps_near_html(struct tpl *t, const struct helps_near *v);
void helps_asked_html(struct tpl *t, const struct helps_page *v);
void helps_home_html(struct tpl *t, const struct helps_link *v);
void helps_foot_html(struct tpl *t, const struct helps_link *v);
void signed_link_html(struct tpl *t, const struct helps_link *v);

#endif
