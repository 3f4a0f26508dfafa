/* opened/view.h - what the pages of what was opened show. */
#ifndef OPENED_VIEW_H
#define OPENED_VIEW_H

#include "between/view.h"
#include "opened/opened.h"
#include "visits/after_view.h"

struct opened_page {
    const struct opened *of;
    struct visits coming, past; /* past: the latest first */
    struct between_charts charts;
    struct chart_key key; /* of their marks */
    struct events events; /* newest first */
    struct outcomes decided;
};

struct opened_panel {
    struct opened_list all;
};

/* "Days between visits, what was decided". */
void opened_parts(struct tpl *t, const struct opened *o);
const char *opened_who(enum outcome_who who); /* a msgid; "" for herself */

void opened_page_html(struct tpl *t, const struct opened_page *v);
void opened_panel_html(struct tpl *t, const struct opened_panel *v);

#endif
