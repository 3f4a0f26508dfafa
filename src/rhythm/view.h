/* rhythm/view.h - what the pages of rhythm show. */
#ifndef RHYTHM_VIEW_H
#define RHYTHM_VIEW_H

#include "people/people.h"
#include "rhythm/meet.h"
#include "rhythm/reach.h"
#include "rhythm/rhythm.h"
#include "rhythm/task.h"
#include "rhythm/way.h"
#include "web/form.h"

/* What two share, on her page and on her peer's. */
struct times_page {
    bool hers;            /* the page is hers */
    struct person person; /* on a peer's page: she */
    struct rhythms rhythms;
    struct rhythms ended; /* by the other one, who looks is told now */
    struct meets coming, off, past;
    struct meets left; /* to a peer: set with one who walks with her no more */
    struct tasks tasks;
    struct date space; /* she asked for space until then; DATE_NONE */
    bool check_in;     /* to a peer: a way is marked safe for one */
    bool saved;
    struct html fit;     /* to a peer: the slot peer.times */
    struct way_note way; /* coming to her safely */
    bool may_note;       /* to a peer: may write it */
    struct html more;    /* to her: the slot me.times */
};

/* One line of it. */
struct meet_row {
    const struct meet *m;
    bool hers, here; /* here: on its own page */
};

/* What became of it, as a tag. */
struct meet_tag {
    const struct meet *m;
    bool hers;
};

struct rhythm_row {
    const struct rhythm *r;
    bool hers;
    struct date space; /* an agreed one rests until then; DATE_NONE */
};

/* "Each Tuesday, 2 pm". */
struct rhythm_words {
    const struct rhythm *r;
};

struct task_row {
    const struct task *t;
};

/* The ways marked safe, in a row. */
struct reach_ways {
    unsigned ways; /* 1 << channel, or-ed */
};

/* What a voice mail or a text may say, by the ways that are safe. */
struct say_only {
    unsigned ways;
    const char *me;
};

/* She asked for space: said before a form is. */
struct space_first {
    bool hers;
    const struct person *person; /* on a peer's page */
    struct date until;
};

/* A form for a new time, or a new rhythm. */
struct new_time {
    bool hers;
    struct person person;
    struct persons peers; /* on her page: whom she may meet */
    bool alone, works;    /* there: nobody; she works here too */
    struct date space;    /* nothing new is made until then; DATE_NONE */
    struct html fit;      /* to a peer: the slot peer.times */
};

/* She moves one, or says that it was; on a peer's page it is looked at. */
struct one_time {
    struct person person; /* on a peer's page: she */
    struct meet m;
    struct way_note way;
    const char *date, *time; /* as a form says them */
};

/* Her peer takes one off. */
struct off_page {
    struct person person;
    struct meet m;
    struct reach reach;
    const char *me; /* for a voice mail */
    bool move;      /* to another time */
};

/* What is to be done to reach her. */
struct task_page {
    struct person person;
    struct task t;
    struct reach reach;
    const char *me; /* the peer's first name */
    struct date space;
    bool saved;
};

struct check_in_page {
    struct person person;
    struct reach reach;
    struct date space;
};

struct number {
    const char *value;
    bool stored;
};

struct numbers {
    struct number *at;
    size_t n, cap;
};

/* How to reach me. */
/* To two who opened it in an emergency. */
struct glass_reach {
    struct reach reach;
    const char *me; /* who calls */
};

/* Nobody walks with her, and what she can do. */
struct no_peer {
    bool works; /* she works here too */
};

struct reach_page {
    struct reach reach;
    struct numbers most;
    const char *peer; /* who walks with her; "": nobody */
    bool works;       /* she works here too: nobody walks with her */
    bool saved;
};

struct space_page {
    struct date space;
    bool saved;
};

/* On Today. */
struct today_times {
    struct slips slips;
    struct tasks tasks;
    struct meets meets, left;
    struct rhythms asked; /* by whom one walks with: to say yes or no to */
    struct rhythms ended; /* by them, and not told yet */
};

/* What makes the way to her door safe, on a page of something else. */
struct way_block {
    bool hers;
    const char *first; /* on the page of another: she */
    const struct way_note *way;
};

/* The page of it: hers, her peer's, or of who leads. */
struct way_page {
    bool hers, lead;
    struct person person; /* not on hers */
    struct way_note way;
    struct ways all; /* the newest first */
    bool saved;
};

struct ways_page {
    struct way_peers peers;
};

/* For who leads a program. */
struct courtesy_panel {
    struct courtesy calls;
};

void times_page_html(struct tpl *t, const struct times_page *v);
void meet_row_html(struct tpl *t, const struct meet_row *v);
void meet_tag_html(struct tpl *t, const struct meet_tag *v);
void rhythm_row_html(struct tpl *t, const struct rhythm_row *v);
void rhythm_words_html(struct tpl *t, const struct rhythm_words *v);
void task_row_html(struct tpl *t, const struct task_row *v);
void reach_ways_html(struct tpl *t, const struct reach_ways *v);
void say_only_html(struct tpl *t, const struct say_only *v);
void space_first_html(struct tpl *t, const struct space_first *v);
void new_time_html(struct tpl *t, const struct new_time *v);
void new_rhythm_html(struct tpl *t, const struct new_time *v);
void one_time_html(struct tpl *t, const struct one_time *v);
void off_page_html(struct tpl *t, const struct off_page *v);
void task_page_html(struct tpl *t, const struct task_page *v);
void check_in_page_html(struct tpl *t, const struct check_in_page *v);
void glass_reach_html(struct tpl *t, const struct glass_reach *v);
void no_peer_html(struct tpl *t, const struct no_peer *v);
void reach_page_html(struct tpl *t, const struct reach_page *v);
void space_page_html(struct tpl *t, const struct space_page *v);
void near_time_html(struct tpl *t, const struct one_time *v);
void way_block_html(struct tpl *t, const struct way_block *v);
void way_page_html(struct tpl *t, const struct way_page *v);
void way_sharing_html(struct tpl *t, const struct way_page *v);
void way_sees_html(struct tpl *t, const struct way_page *v);
void ways_page_html(struct tpl *t, const struct ways_page *v);
void ways_today_html(struct tpl *t, const struct ways_page *v);
void my_times_html(struct tpl *t, const struct times_page *v);
void near_times_html(struct tpl *t, const struct times_page *v);
void today_times_html(struct tpl *t, const struct today_times *v);
void courtesy_calls_html(struct tpl *t, const struct courtesy_panel *v);

#endif
