/* Coming to her safely: her page, her peer's, and who leads. R23, R15. */
#include <inttypes.h>

#include "rhythm/pages.h"
#include "rhythm/view.h"
#include "sharing/may.h"

static bool read_page(struct req *rq, struct person_id whose,
                      struct way_page *v)
{
    v->saved = req_was_saved(rq);
    return way_get(rq->cx, whose, &v->way) && way_list(rq->cx, whose, &v->all);
}

/* --- hers --- */

bool my_way_page(struct req *rq)
{
    struct way_page v = {.hers = true};

    if (!read_page(rq, rq->cx->actor->person, &v))
        return false;
    way_page_html(rq->page, &v);
    return true;
}

bool my_way_form(struct req *rq)
{
    return way_answer(rq->cx, rq->cx->actor->person, req_text(rq, "words")) &&
           req_see_other(rq, "/me/times/way?saved=1");
}

static bool read_hers(struct req *rq, struct way_page *v)
{
    *v = (struct way_page){.hers = true};
    return way_get(rq->cx, rq->cx->actor->person, &v->way);
}

bool way_sharing_panel(struct req *rq, struct tpl *t)
{
    struct way_page v;

    if (!read_hers(rq, &v))
        return false;
    if (v.way.note.id)
        way_sharing_html(t, &v);
    return true;
}

bool way_sees_panel(struct req *rq, struct tpl *t)
{
    struct way_page v;

    if (!read_hers(rq, &v))
        return false;
    if (v.way.note.id)
        way_sees_html(t, &v);
    return true;
}

/* --- her peer's --- */

bool near_way_page(struct req *rq)
{
    struct way_page v = {0};

    if (!times_of_whom(rq, &v.person) || !read_page(rq, v.person.id, &v))
        return false;
    way_page_html(rq->page, &v);
    return true;
}

static bool back_near(struct req *rq, struct person_id whose)
{
    return req_see_other(rq, "/people/%" PRId64 "/times/way?saved=1", whose.v);
}

bool near_way_form(struct req *rq)
{
    struct person_id whose;

    return req_id(rq, "person", &whose.v) &&
           way_put(rq->cx, whose, req_text(rq, "words")) &&
           back_near(rq, whose);
}

bool near_way_away_form(struct req *rq)
{
    struct person_id whose;

    return req_id(rq, "person", &whose.v) && way_away(rq->cx, whose) &&
           back_near(rq, whose);
}

/* --- of who leads --- */

bool ways_page(struct req *rq)
{
    struct ways_page v = {0};

    if (!way_peers(rq->cx, &v.peers))
        return false;
    ways_page_html(rq->page, &v);
    return true;
}

bool ways_panel(struct req *rq, struct tpl *t)
{
    struct ways_page v = {0};

    (void)rq;
    ways_today_html(t, &v);
    return true;
}

/* A name comes with a note: where there is none now, there is nothing. */
bool lead_way_page(struct req *rq)
{
    struct way_page v = {.lead = true};
    struct person_id whose;

    if (!req_id(rq, "person", &whose.v) || !way_get(rq->cx, whose, &v.way))
        return false;
    if (!v.way.note.id)
        return fail(rq->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!read_page(rq, whose, &v) || !person_get(rq->cx, whose, &v.person))
        return false;
    way_page_html(rq->page, &v);
    return true;
}

bool lead_way_form(struct req *rq)
{
    struct person_id whose;

    return req_id(rq, "person", &whose.v) &&
           way_put(rq->cx, whose, req_text(rq, "words")) &&
           req_see_other(rq, "/ways/%" PRId64 "?saved=1", whose.v);
}

bool lead_way_away_form(struct req *rq)
{
    struct person_id whose;

    return req_id(rq, "person", &whose.v) && way_away(rq->cx, whose) &&
           req_see_other(rq, "/ways");
}
