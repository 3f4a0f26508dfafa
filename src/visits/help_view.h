/* visits/help_view.h - what a peer sees of visits, and how a person stands on
 * the board. */
#ifndef VISITS_HELP_VIEW_H
#define VISITS_HELP_VIEW_H

#include "visits/board.h"
#include "web/form.h"

struct help_panel {
    struct help_lines lines;
    const char *days; /* when the peer works; "" */
};

struct help_row {
    const struct help_line *l;
    bool person; /* on the page of that person: no face, no name */
};

/* When, how far, and what she said about company and help. */
struct help_state {
    const struct help_line *l;
    bool person;
};

/* What the peer can do with it. */
struct help_acts {
    const struct help_line *l;
    bool person;
};

/* One of the peer's people, with the next visit. */
struct help_near {
    const struct person *p;
    const struct help_line *next; /* NULL: none in the next two weeks */
};

struct help_people {
    struct {
        struct help_near *at;
        size_t n, cap;
    } people;
};

struct board_page {
    struct board board;
    struct date day;
};

struct board_choice {
    enum board_shown shown;
    int64_t card;
    const char *name; /* "Denise C." */
};

/* Of her who stands on it for every peer, told to her. */
struct board_seen {
    bool by_card; /* else by first name and a letter */
    int64_t card;
};

void board_sharing_html(struct tpl *t, const struct board_seen *v);
void board_sees_html(struct tpl *t, const struct board_seen *v);
void help_person_html(struct tpl *t, const struct help_panel *v);
void help_panel_html(struct tpl *t, const struct help_panel *v);
void help_state_html(struct tpl *t, const struct help_state *v);
void help_acts_html(struct tpl *t, const struct help_acts *v);
void help_people_html(struct tpl *t, const struct help_people *v);
void help_row_html(struct tpl *t, const struct help_row *v);
void board_page_html(struct tpl *t, const struct board_page *v);
void board_choice_html(struct tpl *t, const struct board_choice *v);

#endif
