/* between/view.h - what the pages between visits show. */
#ifndef BETWEEN_VIEW_H
#define BETWEEN_VIEW_H

#include "between/chart.h"
#include "web/form.h"

/* One answer to a line, for one day. */
struct between_choice {
    const char *value, *label; /* label: a msgid */
    bool now;
};

struct between_choices {
    struct between_choice *at;
    size_t n, cap;
};

/* One line of the quick entry. */
struct between_row {
    const char *field, *name;
    bool own;                       /* the name is her own word */
    const char *number;             /* what is stored; NULL: not a number */
    struct between_choices choices; /* when not a number */
};

struct between_rows {
    struct between_row *at;
    size_t n, cap;
};

struct between_charts {
    struct chart *at;
    size_t n, cap;
};

struct between_page {
    struct date day;
    bool today;      /* day is today; else it is an earlier day */
    bool other;      /* day is neither today nor yesterday */
    bool lines;      /* she keeps any line */
    bool year;       /* the drawings show a year */
    int64_t saved;   /* batch just saved, to be undone; 0: none */
    int64_t removed; /* event just taken out; 0: none */
    struct date earliest;
    struct between_rows rows;
    struct between_charts charts;
    struct chart_key key; /* of their marks */
    struct events events; /* newest first */
};

/* Her lines, with their kind in words. */
struct between_lines {
    struct lines lines;
    bool sleep; /* sleep is among them */
    bool full;  /* no more lines of her own */
};

/* On Home: the way to today. */
struct between_panel {
    bool said; /* something was said for today */
};

void between_panel_html(struct tpl *t, const struct between_panel *v);

const char *line_kind_words(enum line_kind kind); /* a msgid */

void between_page_html(struct tpl *t, const struct between_page *v);
void between_lines_html(struct tpl *t, const struct between_lines *v);

#endif
