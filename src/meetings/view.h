/* meetings/view.h - what the pages of meetings show. */
#ifndef MEETINGS_VIEW_H
#define MEETINGS_VIEW_H

#include "frame/req.h"
#include "meetings/back.h"
#include "meetings/support.h"
#include "meetings/word.h"
#include "web/form.h"

/* Somebody who may be chosen. */
struct seat {
    const char *value, *name;
    bool on;
};

struct seats {
    struct seat *at;
    size_t n, cap;
};

/* Who is there: those of one's own teams first; to who leads, of any. */
struct seating {
    struct seats team, others;
    bool leads;
};

/* Team meetings: a peer's, or of who leads. */
struct meetings_page {
    struct meetings all;
    struct teams teams;
    struct seating seating;
    int64_t team;           /* chosen already; 0 */
    const char *day, *time; /* the next full hour */
    bool off;               /* one was called off */
    bool leads;             /* who looks leads the program */
};

/* A line of such a list. */
struct meeting_row {
    const struct meeting *m;
};

/* One of them: whom one may speak about. */
struct agenda_page {
    struct meeting m;
    struct persons there;
    struct agenda rows;
    struct seating seating;
    size_t yes;       /* how many said yes, or had */
    bool begun, over; /* its hour has come; its time is behind */
    bool seated;      /* its day is over: who was there stays */
    bool mine;        /* to come, and made by who looks */
    bool open;        /* somebody's yes is valid now */
    bool leads;       /* who looks leads the program: none of rows */
    bool saved;
};

/* What she wants said, and what not: the lines she wrote. */
struct said_list {
    struct lines {
        const char **at;
        size_t n, cap;
    } say, dont;
};

/* Those with a yes, on paper for the peer who speaks (R64). */
struct meeting_paper {
    struct meeting m;
    struct agenda rows;
};

/* What was said for one person. */
struct said_page {
    struct meeting m;
    const char *name;
    struct person_id person;
    bool allowed;
};

/* On Today. */
struct today_meetings {
    struct meetings today;
    struct to_brings bring;
    struct supports asked;
};

/* One meeting to come, or begun, and how she stands to it. */
struct my_row {
    struct meeting m;
    struct word word;
    bool owed; /* begun: her yes stood then */
};

struct my_rows {
    struct my_row *at;
    size_t n, cap;
};

/* Meetings about me: hers. */
struct my_meetings_page {
    struct backs back;
    struct my_rows coming, begun; /* begun: and not over */
    struct voices_were before;
    bool saved;
};

/* One of them. */
struct my_meeting_page {
    struct meeting m;
    struct word word;
    struct seats there, peers;
    struct person_id only; /* the one peer who can speak; {0}: several */
    const char *missing;   /* who is there and was not named: "Malik, Luis" */
    const char *away;      /* her peer, who is not there any more; "" */
    const char *joined;    /* said after it began to be there, and not named */
    bool owed;             /* her yes stood as it began: she hears back */
    bool over;
    const char *hear_day, *until;
    struct date last_day; /* of her yes */
    bool saved;
};

/* On Home. */
struct my_meetings {
    struct backs back; /* not heard yet */
    struct my_rows coming;
};

/* Be there for me: hers. */
struct with_me_page {
    struct supports open;
    struct seats peers, staff;
    bool saved;
};

/* What was asked of the peer. */
struct asked_page {
    struct supports open;
    bool saved;
};

/* Voice, how, kind of help, answer: msgids. */
const char *voice_says(enum voice v, bool hers);
const char *how_says(enum hear_how h, bool hers);

/* A list of chips that can be chosen, one or many. */
struct seat_chips {
    const char *name;
    struct seats seats;
    bool one;
};

/* The fields that say who is there. */
struct seating_fields {
    struct seating s;
};

struct seats seats_of(struct ctx *cx, const struct persons *all);
struct staff_ids typed_ids(struct req *rq, const char *field);

void said_lines(struct tpl *t, const struct word *w);
void said_list_html(struct tpl *t, const struct said_list *v);
void meeting_paper_html(struct tpl *t, const struct meeting_paper *v);
void seat_chips_html(struct tpl *t, const struct seat_chips *v);
void seating_fields_html(struct tpl *t, const struct seating_fields *v);
void meeting_row_html(struct tpl *t, const struct meeting_row *v);
void lead_meetings_html(struct tpl *t, const struct meetings_page *v);
void meetings_page_html(struct tpl *t, const struct meetings_page *v);
void agenda_page_html(struct tpl *t, const struct agenda_page *v);
void said_page_html(struct tpl *t, const struct said_page *v);
void today_meetings_html(struct tpl *t, const struct today_meetings *v);
void my_meetings_page_html(struct tpl *t, const struct my_meetings_page *v);
void my_meeting_page_html(struct tpl *t, const struct my_meeting_page *v);
void my_meetings_html(struct tpl *t, const struct my_meetings *v);
void with_me_page_html(struct tpl *t, const struct with_me_page *v);
void asked_page_html(struct tpl *t, const struct asked_page *v);

#endif
