/* council/view.h - what the pages of the council show. */
#ifndef COUNCIL_VIEW_H
#define COUNCIL_VIEW_H

#include "council/council.h"
#include "web/form.h"

/* You said, they answered, what changed: to anybody. */
struct council_page {
    struct council_proposals said; /* that went to the board */
    struct council_members members;
    struct council_meetings meetings;
    struct council_seats seats;
    struct council_part part;
    bool known; /* somebody who is signed in */
};

/* The council at work. */
struct work_page {
    struct council_proposals open, over; /* over: answered, or not carried */
    struct council_meetings meetings;
    struct council_seats seats;
    struct council_members members, asked; /* asked: to who leads */
    struct council_part part;
    struct html sums; /* of other folders, for members: slot council.sums */
    int64_t sent, sent_meeting; /* whose form came back; 0: none */
    bool over_sent;             /* and it is of one that is over */
    bool saved;
};

/* One proposal, with what the actor may do. */
struct work_row {
    const struct council_proposal *p;
    const struct council_part *part;
    size_t members;
    bool sent; /* it was a form of its own that came back, with a mistake */
};

struct council_link {
    enum seat_state seat; /* of who reads it */
    bool vote;            /* one is open, and theirs is not cast */
    int64_t late;         /* answers that are owed and late */
};

void council_page_html(struct tpl *t, const struct council_page *v);
void work_page_html(struct tpl *t, const struct work_page *v);
void work_row_html(struct tpl *t, const struct work_row *v);
struct end_seat {
    const struct council_member *one;
};

void end_seat_html(struct tpl *t, const struct end_seat *v);

/* A seat, to whom it is about. */
struct seat_page {
    struct council_mine mine;
};

void seat_page_html(struct tpl *t, const struct seat_page *v);
struct council_foot {
    char unused;
};

void council_foot_html(struct tpl *t, const struct council_foot *v);

/* The same on a page of the day, only while something waits. */
struct council_waits {
    enum seat_state seat;
    bool vote;
};

void council_waits_html(struct tpl *t, const struct council_waits *v);
void council_link_html(struct tpl *t, const struct council_link *v);

#endif
