/* shelf/view.h - what the pages of the shelf show. */
#ifndef SHELF_VIEW_H
#define SHELF_VIEW_H

#include "shelf/shelf.h"
#include "web/form.h"

struct shelf_chip {
    const char *word, *says; /* "home"; a msgid */
    bool on;
};

struct shelf_page {
    struct shelf_questions all;
    struct {
        struct shelf_chip *at;
        size_t n, cap;
    } tags;
    const char *tag; /* "" all */
    bool peer, leads;
};

struct shelf_row {
    const struct shelf_question *q;
    const char *tag; /* that is chosen, to come back to */
    bool peer, leads;
};

struct shelf_new_page {
    struct {
        struct shelf_chip *at;
        size_t n, cap;
    } tags;
};

struct shelf_panel {
    int64_t n;
    bool leads;
};

void shelf_page_html(struct tpl *t, const struct shelf_page *v);
void shelf_row_html(struct tpl *t, const struct shelf_row *v);
void shelf_new_page_html(struct tpl *t, const struct shelf_new_page *v);
void shelf_panel_html(struct tpl *t, const struct shelf_panel *v);

#endif
