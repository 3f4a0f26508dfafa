/* week/view.h - what the pages of week show. */
#ifndef WEEK_VIEW_H
#define WEEK_VIEW_H

#include "web/form.h"
#include "week/given.h"
#include "week/mark.h"
#include "week/plan.h"

/* One part of the bar, in tenths of a percent from its start. */
struct bar_part {
    enum week_kind kind;
    const char *says, *short_says; /* msgids */
    int share, x, width;
    int64_t minutes;
};

/* A week as one calm bar, and the same in words. */
struct week_bar {
    const struct week *week;
    bool list; /* with a line for each part */
    struct {
        struct bar_part *at;
        size_t n, cap;
    } parts;
};

struct week_bar week_bar(struct arena *mem, const struct week *w, bool list);

/* "1 h 20 min" */
void week_minutes(struct tpl *t, int64_t minutes);

/* The line of peer work the two agreed on; on either one's page. */
struct week_line {
    bool lead;
    int64_t peer;
    const struct week_marks *marks;
    bool any; /* a week is to be seen, with this share of peer work */
    int now;
};

/* What a week needs, and has. */
struct week_needs {
    const struct week_load *load;
    bool lead;
};

/* A new time may not fit: on the pages of rhythm. */
struct week_fit {
    struct week_load load;
};

/* My week: a peer. */
struct week_page {
    struct week week;
    struct week_bar bar;
    struct week_entries entries;
    struct week_marks marks;
    struct week_load load;
    struct date sunday, before, after, shown_from;
    const char *today; /* 2026-11-24 */
    int64_t me;
    bool runs;  /* this is the running week */
    bool shown; /* who leads may see it */
    bool saved;
};

/* My hours: a peer. */
struct week_plan_page {
    struct week_plan plan;
    struct week_load load;
    const char *hours, *lasts, *way, *groups;
    bool saved;
};

/* On Today of a peer. */
struct week_today {
    struct week week;
    struct week_bar bar;
};

/* One peer's, as who leads sees it. */
struct weeks_row {
    struct person peer;
    struct week_plan plan;
    struct week_load load; /* when plan.kept */
    struct week week;      /* the newest one shown */
    struct week_marks marks;
    bool below; /* that week is below the line they agreed on */
};

struct weeks_page {
    struct {
        struct weeks_row *at; /* A to Z */
        size_t n, cap;
    } rows;
};

struct weeks_peer {
    struct weeks_row one;
    struct week_bar bar;
    struct date sunday;
    const char *hours;
    bool saved;
};

/* The time given in a month. */
struct week_given_page {
    struct week_given given;
    enum payer payer;
    int being_share; /* percent of the time with people */
    struct date before, after;
    bool has_after;
};

struct weeks_today {
    char unused;
};

void week_bar_html(struct tpl *t, const struct week_bar *v);
void week_line_html(struct tpl *t, const struct week_line *v);
void week_needs_html(struct tpl *t, const struct week_needs *v);
void week_fit_html(struct tpl *t, const struct week_fit *v);
void week_page_html(struct tpl *t, const struct week_page *v);
void week_plan_html(struct tpl *t, const struct week_plan_page *v);
void week_today_html(struct tpl *t, const struct week_today *v);
void weeks_page_html(struct tpl *t, const struct weeks_page *v);
void weeks_peer_html(struct tpl *t, const struct weeks_peer *v);
void week_given_html(struct tpl *t, const struct week_given_page *v);
void weeks_today_html(struct tpl *t, const struct weeks_today *v);

#endif
