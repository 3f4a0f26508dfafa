/* rights/view.h - what the pages of rights show. */
#ifndef RIGHTS_VIEW_H
#define RIGHTS_VIEW_H

#include "frame/settings.h"
#include "rights/grievance.h"
#include "rights/text.h"
#include "rights/told.h"
#include "said/will.h"
#include "web/form.h"

/* What rights there are, and who outside helps. */
struct rights_words {
    const struct rights_text *text;
    struct outsides outside;
    const char *own; /* of the agency, in the language of the page; "" */
    bool english;    /* own is in English, the page is not */
};

/* To anybody; hers: with what she said. */
struct rights_page {
    struct rights_words words;
    struct grievances open, over;
    bool hers, known, keeps;
};

struct rights_outside {
    struct outsides list;
};

/* A new one. */
struct rights_new {
    struct persons staff;
    struct recipients to;
    int64_t days; /* within which a formal one is answered */
};

/* Somebody to tick: a name is not a sentence. */
struct rights_tick {
    const char *type, *name, *value, *label;
};

struct rights_one {
    struct grievance g;
    struct replies replies;
    int64_t sent; /* the reply whose form came back; 0: none */
    bool saved;
};

/* What happened, about whom, what is wanted, what was added. */
struct rights_account {
    const struct account_of *a;
    struct persons about;
    bool hers;
};

/* Her page for outside. */
struct rights_paper {
    const char *name; /* hers, in full */
    const struct grievance *g;
    struct replies replies;
    struct outsides outside;
};

struct rights_line {
    const struct grievance *g;
};

/* Of who was told. */
struct told_page {
    struct tolds list;
    bool names; /* who leads a program sees none in a list */
    size_t more;
};

struct rights_told_line {
    const struct told *l;
    bool names;
};

struct told_one_page {
    const struct told_one *it;
    bool saved;
};

struct rights_keep {
    struct rights_text text;
    struct outsides outside;
    const char *days;
    bool saved;
};

struct rights_link {
    char unused;
};

struct rights_answered {
    int64_t thing;
    const char *who;
};

void rights_page_html(struct tpl *t, const struct rights_page *v);
void rights_words_html(struct tpl *t, const struct rights_words *v);
void rights_outside_html(struct tpl *t, const struct rights_outside *v);
void rights_line_html(struct tpl *t, const struct rights_line *v);
void rights_new_html(struct tpl *t, const struct rights_new *v);
void rights_tick_html(struct tpl *t, const struct rights_tick *v);
void rights_one_html(struct tpl *t, const struct rights_one *v);
void rights_account_html(struct tpl *t, const struct rights_account *v);
void rights_paper_html(struct tpl *t, const struct rights_paper *v);
void rights_told_html(struct tpl *t, const struct told_page *v);
void rights_told_line_html(struct tpl *t, const struct rights_told_line *v);
void rights_told_one_html(struct tpl *t, const struct told_one_page *v);
void rights_told_panel_html(struct tpl *t, const struct told_page *v);
void rights_keep_html(struct tpl *t, const struct rights_keep *v);
struct rights_foot {
    char unused;
};

void rights_foot_html(struct tpl *t, const struct rights_foot *v);
void rights_link_html(struct tpl *t, const struct rights_link *v);
void rights_answered_html(struct tpl *t, const struct rights_answered *v);

/* "about-7", "7". Owns: t's memory. */
const char *about_field(struct tpl *t, struct person_id id);
const char *id_said(struct tpl *t, struct person_id id);

/* "Luis", or that they left. */
const char *about_name(struct tpl *t, const struct person *p);

#endif
