/* To get in touch: what a peer has to do, and what came of it. */
#include <inttypes.h>

#include "rhythm/pages.h"
#include "rhythm/space.h"
#include "rhythm/view.h"
#include "sharing/may.h"

bool task_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct task_page v = {.saved = req_was_saved(rq)};
    struct person me;
    int64_t id = 0;

    if (!req_id(rq, "task", &id) || !times_of_whom(rq, &v.person) ||
        !task_get(cx, v.person.id, id, &v.t) ||
        !reach_get(cx, v.person.id, &v.reach) ||
        !space_now(cx, v.person.id, &v.space) ||
        !person_get(cx, cx->actor->person, &me))
        return false;
    v.me = me.first;
    task_page_html(rq->page, &v);
    return true;
}

static bool task_again(struct req *rq, struct person_id whose, int64_t id)
{
    return req_see_other(rq, "/people/%" PRId64 "/tasks/%" PRId64 "?saved=1",
                         whose.v, id);
}

bool task_try_form(struct req *rq)
{
    struct task t = {0};
    const int64_t outcome = req_number(rq, "outcome", OUTCOME_NONE);

    return req_id(rq, "person", &t.person.v) && req_id(rq, "task", &t.id) &&
           task_try(rq->cx, &t, channel_parse(req_text(rq, "channel")),
                    outcome > OUTCOME_NO_ANSWER ? OUTCOME_NONE
                                                : (enum outcome)outcome,
                    typed_again(rq)) &&
           task_again(rq, t.person, t.id);
}

bool task_talked_form(struct req *rq)
{
    struct person_id whose;
    int64_t id = 0;

    return req_id(rq, "person", &whose.v) && req_id(rq, "task", &id) &&
           task_talked(rq->cx, whose, id) && task_again(rq, whose, id);
}

bool check_in_page(struct req *rq)
{
    struct check_in_page v = {0};

    if (!times_of_whom(rq, &v.person) ||
        !reach_get(rq->cx, v.person.id, &v.reach) ||
        !space_now(rq->cx, v.person.id, &v.space))
        return false;
    check_in_page_html(rq->page, &v);
    return true;
}

bool check_in_form(struct req *rq)
{
    struct task t = {.due = req_date(rq, "due"),
                     .channel = channel_parse(req_text(rq, "channel")),
                     .what = req_text(rq, "what")};

    return req_id(rq, "person", &t.person.v) && task_check_in(rq->cx, &t) &&
           req_see_other(rq, "/people/%" PRId64 "/times?saved=1", t.person.v);
}
