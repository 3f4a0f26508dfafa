/* asks/view.h - what the pages of asks show. */
#ifndef ASKS_VIEW_H
#define ASKS_VIEW_H

#include "asks/held.h"
#include "asks/over.h"
#include "asks/typed.h"
#include "said/will.h"
#include "web/form.h"

/* What I asked for: hers. */
struct asks_page {
    struct asks open, over;
    struct ask_drafts drafts;
    bool saved;
};

/* A new one, or how loud one is. */
struct ask_form {
    struct ladder ladder;
    const char *words;     /* a new one: what the promise was; "" */
    int64_t promise;       /* a new one: of which; 0 */
    const struct ask *ask; /* NULL: a new one */
    int up;                /* the step that is next; -1: none */
    struct persons peers;  /* a new one: who may type it */
};

/* One that is typed for her, before her yes. */
struct ask_draft_page {
    struct ask_draft d;
    struct ladder ladder;
    struct persons peers;
    bool saved;
};

/* The same for the peer who types it. */
struct ask_type_page {
    struct ask_draft d;
    const char *name; /* hers */
    bool saved;
};

/* What a peer types for one of their people. */
struct ask_typing {
    struct person person;
    struct typings list;
};

struct ask_draft_line {
    const struct ask_draft *d;
};

/* Who stands on which step. */
struct steps_page {
    struct holders now;
    struct persons staff; /* who can */
    bool saved;
};

struct steps_row {
    int step;
    const char *name; /* field */
    struct person_id now;
    struct persons staff;
};

/* One step of the form. */
struct rung_fields {
    int step;
    const char *name, *day; /* fields */
    const struct rung *rung;
};

/* One of hers. */
struct ask_page {
    struct ask ask;
    struct replies replies;
    struct dids dids;
    int top;           /* of the ladder; -1: none */
    size_t promised;   /* open promises made in answer to it */
    const char *typed; /* who typed it for her; "" */
    int64_t sent;      /* the reply whose form came back; 0: none */
    bool saved;
};

/* A line of a list of hers; and on Home. */
struct ask_line {
    const struct ask *a;
};

/* Asked of us. */
struct held_page {
    struct helds list;
    struct overs over; /* no longer asked, and not read yet */
    bool names;        /* who leads a program sees none in a list */
    size_t more;
};

struct held_ask_page {
    struct held_ask *it;
    bool saved;
};

struct ask_numbers_panel {
    struct ask_numbers n;
};

/* On Home: somebody wrote back about an ask. */
struct ask_answered {
    int64_t ask;
    const char *who;
};

void asks_page_html(struct tpl *t, const struct asks_page *v);
void ask_line_html(struct tpl *t, const struct ask_line *v);
void ask_new_html(struct tpl *t, const struct ask_form *v);
void ask_loud_html(struct tpl *t, const struct ask_form *v);
void ask_draft_html(struct tpl *t, const struct ask_draft_page *v);
void ask_draft_line_html(struct tpl *t, const struct ask_draft_line *v);
void ask_type_html(struct tpl *t, const struct ask_type_page *v);
void ask_typing_html(struct tpl *t, const struct ask_typing *v);
void steps_page_html(struct tpl *t, const struct steps_page *v);
void steps_row_html(struct tpl *t, const struct steps_row *v);
void rung_row_html(struct tpl *t, const struct rung_fields *v);
void rung_line_html(struct tpl *t, const struct rung_fields *v);
void ask_one_html(struct tpl *t, const struct ask_page *v);
void ask_doing_html(struct tpl *t, const struct ask_line *v);
void my_asks_html(struct tpl *t, const struct asks_page *v);
void ask_answered_html(struct tpl *t, const struct ask_answered *v);
void held_list_html(struct tpl *t, const struct held_page *v);
void held_panel_html(struct tpl *t, const struct held_page *v);
void held_one_html(struct tpl *t, const struct held_ask_page *v);
void ask_numbers_html(struct tpl *t, const struct ask_numbers_panel *v);

/* The steps of a form, of a list. */
void rung_rows(struct tpl *t, const struct ladder *l);
void rung_lines(struct tpl *t, const struct ladder *l);
void steps_rows(struct tpl *t, const struct steps_page *v);

/* "Team lead", in the language of the page. */
const char *step_said(struct tpl *t, int step);

#endif
