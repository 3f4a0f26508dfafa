#include "council/pages.h"

#include "council/view.h"
#include "frame/module.h"

static bool done(struct req *rq, bool yes)
{
    return yes && req_see_other(rq, "/council/work?saved=1");
}

bool council_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct council_page v = {.known = cx->actor->person.v != 0};
    struct council_proposals all;

    if (!council_proposals(cx, &all) || !council_members(cx, &v.members) ||
        !council_meetings(cx, &v.meetings) || !council_seats(cx, &v.seats) ||
        !council_part(cx, &v.part))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].state == COUNCIL_ASKED)
            *LIST_PUSH(cx->mem, &v.said) = all.at[i];
    council_page_html(rq->page, &v);
    return true;
}

/* What is open to something, and what is over, which is folded away. */
static bool split(struct ctx *cx, struct work_page *v)
{
    struct council_proposals all;

    if (!council_proposals(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct council_proposal *p = &all.at[i];
        const bool over = p->state == COUNCIL_NOT_CARRIED || *p->answer;
        v->over_sent |= over && p->id == v->sent;
        *LIST_PUSH(cx->mem, over ? &v->over : &v->open) = *p;
    }
    return true;
}

bool work_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct work_page v = {.sent = req_row(rq, "proposal"),
                          .sent_meeting = req_row(rq, "meeting"),
                          .saved = req_was_saved(rq)};

    if (!council_part(cx, &v.part))
        return false;
    if (!v.part.sits && !v.part.leads)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!split(cx, &v) || !council_meetings(cx, &v.meetings) ||
        !council_seats(cx, &v.seats) || !council_members(cx, &v.members) ||
        !panels_html(rq, "council.sums", &v.sums) ||
        (v.part.leads && !council_asked(cx, &v.asked)))
        return false;
    work_page_html(rq->page, &v);
    return true;
}

bool propose_form(struct req *rq)
{
    return done(rq, council_propose(rq->cx, req_text(rq, "words")));
}

bool vote_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "proposal", &id) &&
           done(rq, council_vote(rq->cx, id, req_number(rq, "vote", -1)));
}

bool close_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "proposal", &id) &&
           done(rq, council_close(rq->cx, id, req_date(rq, "due")));
}

bool answer_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "proposal", &id) &&
           done(rq, council_answer(rq->cx, id, req_text(rq, "answer")));
}

bool change_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "proposal", &id) &&
           done(rq, council_change(rq->cx, id, req_text(rq, "change")));
}

bool meet_form(struct req *rq)
{
    struct council_meeting m = {.day = req_date(rq, "day"),
                                .agenda = req_text(rq, "agenda"),
                                .minutes = ""};

    return done(rq, council_meet(rq->cx, &m));
}

bool minutes_form(struct req *rq)
{
    struct council_meeting m = {.agenda = "",
                                .minutes = req_text(rq, "minutes")};

    if (!*m.minutes)
        return fail(rq->cx, ERR_INVALID, "minutes",
                    "Please write what was said there.");
    return req_id(rq, "meeting", &m.id) && done(rq, council_meet(rq->cx, &m));
}

bool member_form(struct req *rq)
{
    return done(rq, council_member_add(rq->cx, req_text(rq, "name"),
                                       req_date(rq, "until"),
                                       *req_text(rq, "paid") != '\0'));
}

bool member_end_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "member", &id) &&
           done(rq, council_member_end(rq->cx, id));
}

bool name_form(struct req *rq)
{
    return done(rq, council_name(rq->cx, req_text(rq, "shown")));
}

bool seat_form(struct req *rq)
{
    struct council_seat s = {.place = req_text(rq, "place"),
                             .holder = req_text(rq, "holder"),
                             .lived = *req_text(rq, "lived") != '\0',
                             .paid = *req_text(rq, "paid-seat") != '\0'};

    return done(rq, council_seat_add(rq->cx, &s));
}

bool seat_remove_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "seat", &id) && done(rq, council_seat_remove(rq->cx, id));
}
