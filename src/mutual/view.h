/* mutual/view.h - what the pages of agreements and of hope show. */
#ifndef MUTUAL_VIEW_H
#define MUTUAL_VIEW_H

#include "mutual/agree.h"
#include "mutual/hope.h"
#include "web/form.h"

struct agreed_line {
    const char *words;
    bool fresh; /* new since both said yes */
};

struct agreed_lines {
    struct agreed_line *at;
    size_t n, cap;
};

/* What one of the two will do, and wants from this. */
struct agreed_half {
    bool mine, hers; /* of who looks; in the face of a person's words */
    const char *name;
    struct agreed_lines will, want;
};

struct agreed_change {
    const struct agree_step *step;
    bool mine, both;
    const char *name; /* who made it */
    struct agreed_lines in, out;
};

/* The page of the two: one template for both. */
struct agreed_page {
    bool hers;
    const struct agreement *a;
    const char *name; /* of the other one */
    struct {
        struct agreed_half *at;
        size_t n, cap;
    } halves; /* the one who looks first */
    struct {
        struct agreed_change *at;
        size_t n, cap;
    } changes;                    /* newest first */
    const char *now[AGREE_LINES]; /* my lines as they stand */
    bool any, my_yes, their_yes, i_wrote;
    bool saved;
};

/* One line of a list of hers. */
struct agreed_row {
    const struct agree_row *r;
};

/* Hers: Home, and the list. */
struct agreed_list {
    struct agree_rows rows;
    bool hope;    /* there is a note of hope */
    bool my_turn; /* to say yes to one of them */
};

struct agreed_waiting {
    struct agree_rows rows;
};

/* On the page of somebody one walks with. */
struct two_of_us {
    struct person_id person;
    const char *name;
    enum agree_state state;
};

/* Hers: hope that is held for me. */
struct hope_page {
    struct hopes shown, hidden;
    bool on, saved;
};

/* One note of hers, to take away. */
struct hope_away {
    const struct hope *h;
};

struct hope_new {
    const char *who;
};

/* A peer's: leave a note. */
struct hope_leave_page {
    struct person person;
    struct hope_lefts left;
    struct date space; /* she asked for space until then; DATE_NONE */
    bool on, saved;
};

void agreed_page_html(struct tpl *t, const struct agreed_page *v);
void agreed_half_html(struct tpl *t, const struct agreed_half *v);
void agreed_change_html(struct tpl *t, const struct agreed_change *v);
void agreed_list_html(struct tpl *t, const struct agreed_list *v);
void agreed_row_html(struct tpl *t, const struct agreed_row *v);
void my_agreed_html(struct tpl *t, const struct agreed_list *v);
void agreed_waiting_html(struct tpl *t, const struct agreed_waiting *v);
void two_of_us_html(struct tpl *t, const struct two_of_us *v);
void hope_page_html(struct tpl *t, const struct hope_page *v);
void hope_away_html(struct tpl *t, const struct hope_away *v);
void hope_new_html(struct tpl *t, const struct hope_new *v);
void hope_leave_page_html(struct tpl *t, const struct hope_leave_page *v);

#endif
