/* visits/after_view.h - what the pages after a visit, and about company, show.
 */
#ifndef VISITS_AFTER_VIEW_H
#define VISITS_AFTER_VIEW_H

#include "people/people.h"
#include "visits/after.h"
#include "visits/company.h"
#include "visits/visit_form.h"
#include "web/form.h"

struct after_page {
    struct visit visit;
    struct outcomes list;
    bool over;
    struct html talk; /* how far medicine is talked about here */
};

/* One thing that was decided, with what came of it. */
struct after_line {
    const struct outcome *o;
    struct visit_id visit;
};

struct company_part_row {
    const char *code, *label;
    bool chosen;
};

struct company_point {
    const char *field, *value;
    int number;
};

struct company_points {
    struct company_point *at;
    size_t n, cap;
};

struct company_page {
    struct visit visit;
    struct company company;
    struct persons peers;
    const char *base;  /* "/me/visits/7" or "/with/3/visits/7" */
    const char *who;   /* who comes, by name; "" */
    const char *whose; /* her first name */
    bool shown;        /* the peer who comes may read it */
    struct {
        struct company_part_row *at;
        size_t n, cap;
    } parts;
    struct company_points say, dont;
};

const char *outcome_who_words(enum outcome_who who); /* msgids */
const char *outcome_state_words(enum outcome_state state);

void after_page_html(struct tpl *t, const struct after_page *v);
void after_line_html(struct tpl *t, const struct after_line *v);
void company_page_html(struct tpl *t, const struct company_page *v);
void company_card_html(struct tpl *t, const struct company_page *v);

#endif
