/* groups/view.h - what the pages of groups show. */
#ifndef GROUPS_VIEW_H
#define GROUPS_VIEW_H

#include "groups/group_day.h"
#include "web/form.h"

struct line_list {
    const char **at;
    size_t n, cap;
};

/* --- to anybody --- */

/* One day in the calendar of a month. */
struct cal_day {
    struct date day;
    int number;     /* 1..31 */
    bool in, today; /* in: of this month */
    struct group_days on;
};

struct month {
    const char *name;          /* "October 2026" */
    const char *before, *next; /* "2026-09"; "" where the calendar ends */
    const char *of;            /* "2026-10" */
    struct {
        struct cal_day *at; /* whole weeks, from a Monday */
        size_t n, cap;
    } days;
    struct group_days coming, rest; /* of this month, from today on: the next
                                       few, and those after */
    bool paper;                     /* on a poster: nothing to press */
};

/* A day in a list. */
struct group_day_row {
    const struct group_day *s;
};

struct count_me {
    const struct group_day *s;
    bool can, counted; /* can: a person is signed in */
    bool hero;
};

struct who_leads {
    const struct group *g;
    bool taken;
};

struct now_on {
    struct group_day s;
    bool can, counted;
};

struct groups_page {
    struct groups all, ended;
    struct month month;
    struct {
        struct now_on *at;
        size_t n, cap;
    } on; /* now, or about to be */
    bool known, writes;
};

struct group_page {
    struct group g;
    struct group_day next; /* .g NULL: none is to come */
    struct group_days later;
    struct line_list likes, agreed;
    struct month month;
    bool on, can, counted; /* on: next is on now */
    bool today, writes, ended, person;
};

struct group_paper {
    struct group g;
    struct group_days days;
    struct line_list likes;
};

struct month_paper {
    struct month month;
    struct groups all;
};

const char *theme_tint(enum theme t); /* a class; a literal */

void month_html(struct tpl *t, const struct month *v);
void group_day_row_html(struct tpl *t, const struct group_day_row *v);
void count_me_html(struct tpl *t, const struct count_me *v);
void who_leads_html(struct tpl *t, const struct who_leads *v);
void groups_page_html(struct tpl *t, const struct groups_page *v);
void group_page_html(struct tpl *t, const struct group_page *v);
void group_paper_html(struct tpl *t, const struct group_paper *v);
void month_paper_html(struct tpl *t, const struct month_paper *v);

struct groups_foot {
    char unused;
};

void groups_foot_html(struct tpl *t, const struct groups_foot *v);

struct theme_list {
    const char *const *at; /* msgids */
    size_t n;
};

/* --- to who writes them --- */

struct work_group {
    struct group g;
    bool mine, steps_in, open, withheld; /* open: nobody leads it */
};

struct groups_work {
    struct {
        struct work_group *at;
        size_t n, cap;
    } all;
    struct all_heads now, before;
    bool leads;
};

struct group_form {
    struct group g;
    struct theme_list themes;
    const char *from, *time; /* as a form says them */
    struct persons peers;
    bool fresh; /* nothing is kept of it yet */
};

/* Whether it is about medicine, as who writes says it. */
struct about_choice {
    enum talk level;
    enum about about;
    bool fresh;
};

struct group_work {
    struct group g;
    struct group_days coming, past; /* past: the latest first */
    struct group_lead mine;         /* of who acts; {0}: no lead of it */
    bool saved, withheld;
};

struct group_day_page {
    struct group g;
    struct group_day s;
    const char *note, *heads;
    bool begun, over, saved;
};

struct today_group {
    struct group_day s;
    bool leads; /* on this day; else they step in */
};

struct groups_today {
    struct {
        struct today_group *at;
        size_t n, cap;
    } all;
};

struct groups_heads {
    struct all_heads now, before;
    int64_t open; /* groups that nobody leads */
    bool whole;
};

void groups_work_html(struct tpl *t, const struct groups_work *v);
void group_form_html(struct tpl *t, const struct group_form *v);
void about_choice_html(struct tpl *t, const struct about_choice *v);
void group_work_html(struct tpl *t, const struct group_work *v);
void group_day_page_html(struct tpl *t, const struct group_day_page *v);
void groups_today_html(struct tpl *t, const struct groups_today *v);
void groups_heads_html(struct tpl *t, const struct groups_heads *v);

#endif
