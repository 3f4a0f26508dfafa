/* hopes/view.h - what the pages of hopes show. */
#ifndef HOPES_VIEW_H
#define HOPES_VIEW_H

#include "hopes/far.h"
#include "hopes/moving.h"
#include "hopes/path.h"
#include "hopes/theirs.h"
#include "hopes/typed.h"
#include "web/form.h"

/* One picture, drawn. Its word stands beside it. */
struct picture_part {
    enum picture p;
};

/* To pick one. */
struct picture_tiles {
    const char *label; /* a msgid */
    struct pictures {
        struct picture_choice {
            enum picture p;
            const char *value, *says;
        } * at;
        size_t n, cap;
    } all;
    enum picture now;
};

/* A hope as she says it: the picture first, and its word beside her words. */
struct wish_part {
    struct wish as;
    const char *heart; /* "": none */
};

/* One hope in a list. */
struct goal_row {
    const struct goal *g;
    int64_t whose; /* to a peer: the person; 0: hers */
};

enum { GOALS_SHOWN = 7 }; /* of a list; the rest unfolds */

struct goal_rows {
    struct goals all;
    int64_t whose;
};

/* The form of a step: of one hope, or of one of these. */
struct step_form {
    int64_t of; /* 0: of goals */
    struct goals goals;
    int64_t chosen;
    const char *today;
};

/* How big it was: chips, and years. */
struct size_part {
    enum move_size size;
    int years;
};

/* What moved, in one line; hers: to take out. */
struct move_row {
    const struct move *m;
    bool hers;
    struct date day; /* DATE_NONE: it stands elsewhere */
};

struct move_tags {
    const struct move *m;
};

struct goals_page {
    struct moves waits;
    struct goals due, alive, asleep;
    struct goals steps; /* for which a step can be kept: those that are alive,
                           or else those asleep */
    struct all_theirs theirs;
    struct typeds typed;
    int64_t chosen; /* a step is for this one, if she says nothing */
    const char *today;
    bool saved;
};

struct goal_new_page {
    struct pictures pictures;
    struct persons peers; /* may type it */
};

struct goals_rest_page {
    struct goals all;
    int64_t older; /* 0: none */
};

struct goal_page {
    struct goal g, from; /* from: the hope it came from; id 0: none */
    int64_t credit;      /* what moved on the way to it, and counts */
    struct moves moves;
    bool more, saved;
    int64_t removed;
    const char *today;
};

struct goal_change_page {
    struct goal g;
    struct wordings before;
    struct persons peers, seers; /* peers: may be let to see it */
    struct areas {
        struct area_choice {
            const char *value, *label;
            bool on;
        } * at;
        size_t n, cap;
    } areas;
    struct pictures pictures;
    const char *ask_on, *review_on;
    bool saved;
};

/* What somebody typed for her, before her yes. */
struct typed_page {
    struct typed d;
    struct goal g; /* of which it is other words */
    struct pictures pictures;
    const char *typist; /* who can type now; "" */
    bool saved;
};

struct noticed_page {
    struct move m;
    struct goal g;
};

struct shift_page {
    struct goal g;
    const char *today;
};

struct mile_page {
    struct goal g;
    struct moves miles;
    struct mile_choices {
        struct mile_choice {
            const char *value, *label;
        } * at;
        size_t n, cap;
    } sorts;
    const char *today;
};

/* What she can say of a way. */
struct way_chip {
    const char *value, *says;
    enum way_pick pick;
};

struct way_chips {
    struct way_chip *at;
    size_t n, cap;
};

struct path_page {
    struct goal g;
    struct hards {
        struct hard_choice {
            const char *field, *label;
            bool on;
        } * at;
        size_t n, cap;
    } hards;
    const char *words;
    struct ways ways;
    struct way_chips chips;
    struct shelf_ways shelf;
    int missing; /* ways, before one can be chosen */
    bool saved;
};

/* A stair of the picture. */
struct stair {
    const char *x, *y, *r;
    const char *mark; /* the path of a diamond or a square; NULL: a circle */
    bool wish;
};

struct stairs {
    struct stair *at;
    size_t n, cap;
};

struct far_picture {
    const char *path; /* the stairs as one line */
    struct stairs points;
    struct date from, to;
    int from_year, to_year; /* under their days: both have room at 320 px */
    bool ends;              /* at today */
    size_t n;
};

struct far_page {
    struct goal g;
    struct line line;
    struct far_picture picture;
    int64_t earlier, later; /* where the other stretches begin; -1: none */
    int64_t from, to, all;  /* which of how many */
    bool more;              /* there is more than one stretch */
};

/* --- a peer's --- */

struct near_goals_panel {
    struct person_id person;
    const char *name;
    struct typeds typed;
    int n;
};

struct near_goals {
    struct person person;
    struct goals all;
    struct typeds typed;
    struct all_theirs theirs;
    bool saved;
};

/* A hope the peer types, as it is said. */
struct near_typed {
    struct person person;
    struct typed d;
    struct pictures pictures;
    bool saved;
};

/* Of one of the team. */
struct team_hopes {
    struct persons whom;
    struct all_theirs all;
    bool saved;
};

struct near_goal {
    struct person person;
    struct person_id me;
    struct goal g;
    struct moves moves;
    struct ways ways;
    struct typed typed; /* what the peer typed and waits */
    const char *today;
    bool more, saved;
};

struct ways_shelf {
    struct shelf_ways all;
    struct areas areas;
    bool peer, leads, saved;
};

/* --- who leads --- */

struct moving_number {
    const struct count *c;
};

struct moving_panel {
    struct moving m;
    struct mile_rows {
        struct mile_row {
            const char *says;
            struct count n;
        } * at;
        size_t n, cap;
    } miles;
};

struct goals_link {
    bool asks; /* something waits for her word */
};

/* A hope a peer keeps, and its day has come. */
struct kept_row {
    struct person_id person;
    const char *name;
    int64_t goal;
};

struct kept_panel {
    struct kept_rows {
        struct kept_row *at;
        size_t n, cap;
    } rows;
};

/* The picture of a stretch of the line. */
void far_draw(struct arena *mem, const struct line *line, struct date today,
              struct far_picture *out);

void picture_part_html(struct tpl *t, const struct picture_part *v);
void picture_tiles_html(struct tpl *t, const struct picture_tiles *v);
void wish_part_html(struct tpl *t, const struct wish_part *v);
void goal_row_html(struct tpl *t, const struct goal_row *v);
void goal_rows_html(struct tpl *t, const struct goal_rows *v);
void step_form_html(struct tpl *t, const struct step_form *v);
void size_part_html(struct tpl *t, const struct size_part *v);
void move_row_html(struct tpl *t, const struct move_row *v);
void move_tags_html(struct tpl *t, const struct move_tags *v);
void goals_page_html(struct tpl *t, const struct goals_page *v);
void goal_new_page_html(struct tpl *t, const struct goal_new_page *v);
void goals_rest_page_html(struct tpl *t, const struct goals_rest_page *v);
void goal_page_html(struct tpl *t, const struct goal_page *v);
void goal_change_page_html(struct tpl *t, const struct goal_change_page *v);
void noticed_page_html(struct tpl *t, const struct noticed_page *v);
void shift_page_html(struct tpl *t, const struct shift_page *v);
void mile_page_html(struct tpl *t, const struct mile_page *v);
void path_page_html(struct tpl *t, const struct path_page *v);
void far_page_html(struct tpl *t, const struct far_page *v);
void far_picture_html(struct tpl *t, const struct far_picture *v);
void typed_page_html(struct tpl *t, const struct typed_page *v);
void near_typed_html(struct tpl *t, const struct near_typed *v);
void together_part_html(struct tpl *t, const struct near_goals *v);
void near_goals_panel_html(struct tpl *t, const struct near_goals_panel *v);
void near_goals_html(struct tpl *t, const struct near_goals *v);
void near_goal_html(struct tpl *t, const struct near_goal *v);
void ways_shelf_html(struct tpl *t, const struct ways_shelf *v);
void moving_number_html(struct tpl *t, const struct moving_number *v);
void moving_panel_html(struct tpl *t, const struct moving_panel *v);
void kept_panel_html(struct tpl *t, const struct kept_panel *v);
void goals_link_html(struct tpl *t, const struct goals_link *v);
void team_hopes_html(struct tpl *t, const struct team_hopes *v);
void team_link_html(struct tpl *t, const struct team_hopes *v);

#endif
