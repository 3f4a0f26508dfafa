/* A seat on the council, to whoever is asked for it, holds it, or held it. */
#include "council/pages.h"
#include "council/view.h"

bool seat_page(struct req *rq)
{
    struct seat_page v = {0};

    if (!council_mine(rq->cx, &v.mine))
        return false;
    seat_page_html(rq->page, &v);
    return true;
}

bool seat_yes_form(struct req *rq)
{
    return council_say_yes(rq->cx) && req_see_other(rq, "/council/seat");
}

bool seat_no_form(struct req *rq)
{
    return council_say_no(rq->cx) && req_see_other(rq, "/council/seat");
}

bool seat_read_form(struct req *rq)
{
    return council_end_read(rq->cx) && req_see_other(rq, "/council/seat");
}

static bool waits(struct req *rq, struct council_link *v)
{
    struct ctx *cx = rq->cx;
    struct council_mine mine;
    struct council_proposals all;

    if (!council_mine(cx, &mine) || !council_proposals(cx, &all))
        return false;
    v->seat = mine.state;
    for (size_t i = 0; i < all.n; i++) {
        v->late += all.at[i].late;
        v->vote |= mine.state == SEAT_HELD && all.at[i].my_vote < 0 &&
                   all.at[i].state == COUNCIL_VOTING;
    }
    return true;
}

/* To a person, whose Home is full: the one line says what waits. */
bool my_council_panel(struct req *rq, struct tpl *t)
{
    struct council_link v = {0};

    if (!waits(rq, &v))
        return false;
    council_link_html(t, &v);
    return true;
}

bool council_panel(struct req *rq, struct tpl *t)
{
    struct council_link v = {0};

    if (!waits(rq, &v))
        return false;
    council_link_html(t, &(struct council_link){.late = v.late});
    return true;
}

bool council_waits_panel(struct req *rq, struct tpl *t)
{
    struct council_link v = {0};

    if (!waits(rq, &v))
        return false;
    if (v.vote || v.seat == SEAT_ASKED || v.seat == SEAT_ENDED)
        council_waits_html(t, &(struct council_waits){v.seat, v.vote});
    return true;
}

/* In the foot of every page but a person's: hers is on Home. */
bool council_foot_panel(struct req *rq, struct tpl *t)
{
    if (rq->cx->actor->role != ROLE_PERSON)
        council_foot_html(t, &(struct council_foot){0});
    return true;
}
