/* weighing/view.h - what the pages of a sheet show. */
#ifndef WEIGHING_VIEW_H
#define WEIGHING_VIEW_H

#include "visits/next.h"
#include "web/form.h"
#include "weighing/beside.h"

/* One way she sees. */
struct sheet_way {
    const char *title;           /* "One way": a msgid */
    const char *way, *pro, *con; /* in a form: as who acts sees it now */
    const char *way_field, *pro_field, *con_field;
    bool first, any; /* any: something stands in it */
};

struct sheet_ways {
    struct sheet_way *at;
    size_t n, cap;
};

/* One question for her prescriber. */
struct sheet_ask {
    const char *label, *field, *words; /* label: a msgid */
};

struct sheet_asks {
    struct sheet_ask *at;
    size_t n, cap;
};

/* A sheet, to read or to write on. */
struct sheet_read {
    const char *about, *matters, *worries;
    struct sheet_ways ways; /* to read: only those with something in them */
    struct sheet_asks asks; /* the same */
    bool all;               /* more than the questions is open to who acts */
    bool hers;              /* she looks */
    bool empty;             /* nothing but what it is about is there */
};

/* What was typed for her. */
struct sheet_typed {
    const char *label, *words; /* label: a msgid; "": taken out */
};

struct sheet_typeds {
    struct sheet_typed *at;
    size_t n, cap;
};

struct sheets_page {
    struct sheets list;
};

struct sheet_page {
    struct sheet s;
    struct sheet_read read;
    struct sheet_typeds typed;
    const char *typist; /* first name; "" when gone */
    struct next_questions visits;
    struct besides beside;
    struct html talk; /* the rule: slot "visits.talk" */
    bool saved;
};

/* The way to take the questions. */
struct sheet_visits {
    int64_t sheet;
    struct next_questions list;
};

struct sheet_form {
    struct sheet s; /* id 0: a new one */
    struct sheet_read read;
    bool waits; /* something typed for her waits */
};

/* A peer's. */
struct sheet_type_page {
    struct sheet s;
    struct sheet_read read;
    const char *name;
    struct html talk;
    bool saved;
};

struct sheet_beside {
    struct person person;
    struct sheets list;
};

struct sheets_link {
    bool questions; /* where she chooses whom her questions are for */
};

void sheets_page_html(struct tpl *t, const struct sheets_page *v);
void sheet_page_html(struct tpl *t, const struct sheet_page *v);
void sheet_paper_html(struct tpl *t, const struct sheet_page *v);
void sheet_read_html(struct tpl *t, const struct sheet_read *v);
void sheet_visits_html(struct tpl *t, const struct sheet_visits *v);
void sheet_fields_html(struct tpl *t, const struct sheet_read *v);
void sheet_form_html(struct tpl *t, const struct sheet_form *v);
void sheet_type_page_html(struct tpl *t, const struct sheet_type_page *v);
void sheet_beside_html(struct tpl *t, const struct sheet_beside *v);
void sheets_link_html(struct tpl *t, const struct sheets_link *v);

#endif
