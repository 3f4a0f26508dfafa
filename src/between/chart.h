/* between/chart.h - one line of days as a small drawing, made by the server.
 *
 * A day with nothing said is a gap: no line runs over it, and the strip below
 * is dotted there. The same drawing stands on the screen, in the dark, on paper
 * and in the PDF, so colours are attributes that a style sheet may override.
 * Everything it shows is also said in words (its label).
 * Source: R72; docs/sources.md, "Too much" sleep.
 */
#ifndef BETWEEN_CHART_H
#define BETWEEN_CHART_H

#include "between/between.h"
#include "tpl/tpl.h"

/* More days than these are drawn week by week. */
enum { CHART_BY_DAY = 62 };

/* Something that happened in her life, in her words. */
struct chart_mark {
    struct date day;
    const char *words;
};

struct chart {
    const char *name; /* what the person calls it; "" for sleep */
    enum line_kind kind;
    struct date from;
    size_t days;                    /* 1..BETWEEN_DAYS_MAX */
    const int *value;               /* days of them; VALUE_NONE: missing */
    const struct chart_mark *marks; /* what happened, also outside it */
    size_t marks_n;
};

/* One line of what was read, with what happened in those days. */
struct chart chart_of(struct arena *mem, const struct between *b, size_t line);

/* "Sleep", or her own word. */
const char *chart_name(enum lang lang, const struct chart *c);

/* On how many days something was said. */
size_t chart_said(const struct chart *c);

/* Write the drawing; and one line of plain facts about it. */
void chart_draw(struct tpl *t, const struct chart *c);
void chart_facts(struct tpl *t, const struct chart *c);

/* The marks that some charts use, for one line that says what they are. */
struct chart_key {
    bool weeks, last, gaps, events;
    bool aside; /* too much sleep */
};

void chart_key_add(struct chart_key *k, const struct chart *c);
void chart_key_html(struct tpl *t, const struct chart_key *v);

/* --- for the templates --- */

struct chart_point {
    const char *x, *y, *mark; /* mark: path of the diamond, or NULL: a dot */
    struct date day;
    const char *said;
    bool last;
};

struct chart_marks {
    struct chart_mark *at;
    size_t n, cap;
};

struct chart_points {
    struct chart_point *at;
    size_t n, cap;
};

struct chart_view {
    const char *name, *top, *bottom; /* top, bottom: words at the guides */
    struct date from, middle, to;
    int days, said;
    const char *line;  /* runs of days, or weeks, that follow each other */
    const char *dots;  /* when by week: every week */
    const char *marks; /* diamonds, when by week */
    const char *gaps, *events;
    struct chart_marks happened; /* within its days */
    struct chart_points points;  /* when by day */
    const char *r;
};

struct chart_facts {
    int days, said;
    const char *most;       /* the word said most often; NULL */
    const char *low, *high; /* of numbers; NULL */
};

void chart_html(struct tpl *t, const struct chart_view *v);
void chart_facts_html(struct tpl *t, const struct chart_facts *v);

#endif
