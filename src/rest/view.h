/* rest/view.h - what the pages of the end of a day show. */
#ifndef REST_VIEW_H
#define REST_VIEW_H

#include "people/people.h"
#include "rest/down.h"
#include "rest/sheet.h"
#include "web/form.h"

/* Put it down. */
struct down_page {
    struct downs all;
    const char *call; /* "Bea, at home after 6", of one's own plan; "" */
    bool heavy;       /* what was put down last, today */
    bool saved, open;
};

struct rest_sheet {
    struct sheet sheet;
    const struct sheet_part *parts;
    bool saved;
    bool has; /* a portfolio with something in it: it can be taken along */
};

struct rest_link {
    char unused;
};

/* On the page of the open vault; and all of it, for paper. */
struct rest_inside {
    char unused;
};

struct rest_all {
    struct downs downs;
    struct sheet sheets[SHEETS];
};

/* The portfolio, as others read it. */
struct folio_paper {
    struct person me;
    struct sheet sheet;
};

/* One of its sheets. */
struct sheet_all {
    const struct sheet *sheet;
};

/* One place of a sheet; nothing where nothing was written. */
struct sheet_part_said {
    const char *asks, *said;
};

void down_page_html(struct tpl *t, const struct down_page *v);
void rest_sheet_html(struct tpl *t, const struct rest_sheet *v);
void rest_link_html(struct tpl *t, const struct rest_link *v);
void rest_inside_html(struct tpl *t, const struct rest_inside *v);
void rest_all_html(struct tpl *t, const struct rest_all *v);
void folio_paper_html(struct tpl *t, const struct folio_paper *v);
void sheet_all_html(struct tpl *t, const struct sheet_all *v);
void sheet_part_said_html(struct tpl *t, const struct sheet_part_said *v);

#endif
