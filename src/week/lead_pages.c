/* Of who leads: does the week fit, peer by peer, A to Z; and time given, as a
 * sum. R21, R22, R24, R84: nobody is ranked. */
#include <inttypes.h>

#include "week/pages.h"
#include "week/view.h"

/* What who leads sees of one peer. */
static bool read_row(struct ctx *cx, struct weeks_row *r)
{
    const struct person_id peer = r->peer.id;
    struct date monday;

    if (!plan_get(cx, peer, &r->plan) ||
        !week_newest_shown(cx, peer, &monday) ||
        !week_get(cx, peer, monday, &r->week) || !mark_get(cx, peer, &r->marks))
        return false;
    r->below = r->week.all && r->marks.agreed.id &&
               r->week.share[WEEK_PEOPLE] < r->marks.agreed.share;
    return !r->plan.kept ||
           load_get(cx, peer, date_monday(day_of(cx->now)), &r->load);
}

bool weeks_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct weeks_page v = {0};
    struct persons peers;

    if (!people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_PEER), &peers))
        return false;
    for (size_t i = 0; i < peers.n; i++) {
        struct weeks_row *r = LIST_PUSH(cx->mem, &v.rows);
        *r = (struct weeks_row){.peer = peers.at[i]};
        if (!read_row(cx, r))
            return false;
    }
    weeks_page_html(rq->page, &v);
    return true;
}

bool weeks_peer_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct weeks_peer v = {.hours = "", .saved = req_was_saved(rq)};

    if (!req_id(rq, "peer", &v.one.peer.id.v) || !read_row(cx, &v.one) ||
        !person_get(cx, v.one.peer.id, &v.one.peer))
        return false;
    v.sunday.days = v.one.week.monday.days + WEEK_DAYS - 1;
    if (v.one.plan.hours)
        v.hours = arena_fmt(cx->mem, "%" PRId64, v.one.plan.hours);
    v.bar = week_bar(cx->mem, &v.one.week, true);
    weeks_peer_html(rq->page, &v);
    return true;
}

static bool back(struct req *rq, struct person_id peer)
{
    return req_see_other(rq, "/weeks/%" PRId64 "?saved=1", peer.v);
}

bool weeks_hours_form(struct req *rq)
{
    struct person_id peer;

    return req_id(rq, "peer", &peer.v) &&
           plan_hours(rq->cx, peer, req_number(rq, "hours", 0)) &&
           back(rq, peer);
}

bool weeks_mark_form(struct req *rq)
{
    struct person_id peer;

    return req_id(rq, "peer", &peer.v) &&
           mark_ask(rq->cx, peer, req_number(rq, "share", 0)) && back(rq, peer);
}

bool weeks_mark_yes_form(struct req *rq)
{
    struct person_id peer;
    int64_t id = 0;

    return req_id(rq, "peer", &peer.v) && req_id(rq, "mark", &id) &&
           mark_yes(rq->cx, peer, id) && back(rq, peer);
}

bool weeks_mark_no_form(struct req *rq)
{
    struct person_id peer;
    int64_t id = 0;

    return req_id(rq, "peer", &peer.v) && req_id(rq, "mark", &id) &&
           mark_no(rq->cx, peer, id) && back(rq, peer);
}

bool week_given_page(struct req *rq)
{
    const struct date today = day_of(rq->cx->now);
    struct date day = req_date(rq, "month");
    struct week_given_page v = {.payer = week_payer()};

    if (!date_is_set(day) || day.days > today.days)
        day = today;
    if (!week_given(rq->cx, day, &v.given))
        return false;
    v.being_share = percent_of(v.given.being, v.given.being + v.given.working);
    v.before.days = v.given.from.days - 1;
    v.after.days = v.given.to.days + 1;
    v.has_after = v.after.days <= today.days;
    week_given_html(rq->page, &v);
    return true;
}

bool weeks_today_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    weeks_today_html(t, &(struct weeks_today){0});
    return true;
}
