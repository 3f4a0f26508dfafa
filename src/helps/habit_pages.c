/* Small habits: hers, and walked together with a peer. R66. */
#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "helps/helps_int.h"
#include "helps/pages.h"
#include "helps/view.h"

bool habits_page(struct req *rq)
{
    struct habits_page v = {.saved = req_was_saved(rq)};

    if (!habit_list(rq->cx, &v.list))
        return false;
    habits_page_html(rq->page, &v);
    return true;
}

static struct habit typed(struct req *rq)
{
    return (struct habit){.words = req_text(rq, "words"),
                          .step = req_text(rq, "step"),
                          .measure = req_text(rq, "measure")};
}

static bool to_list(struct req *rq)
{
    return req_see_other(rq, "/me/habits?saved=1");
}

bool habit_new_page(struct req *rq)
{
    const struct habit_page v = {.h = {.words = "", .step = "", .measure = ""}};

    habit_page_html(rq->page, &v);
    return true;
}

bool habit_new_form(struct req *rq)
{
    struct habit h = typed(rq);

    return habit_begin(rq->cx, &h) && to_list(rq);
}

bool habit_page(struct req *rq)
{
    const struct person_id me = rq->cx->actor->person;
    struct habit_page v = {.saved = req_was_saved(rq)};
    int64_t id = 0;

    if (!req_id(rq, "habit", &id) || !habit_get(rq->cx, me, id, &v.h) ||
        !open_readers(rq->cx, habit_about(me, id), &v.readers))
        return false;
    habit_page_html(rq->page, &v);
    return true;
}

bool habit_form(struct req *rq)
{
    struct habit h = typed(rq);

    return req_id(rq, "habit", &h.id) && habit_change(rq->cx, &h) &&
           to_list(rq);
}

static bool check(struct req *rq, struct person_id whose, int64_t id)
{
    if (strcmp(req_text(rq, "act"), "back") == 0)
        return habit_uncheck(rq->cx, whose, id);
    return habit_check(rq->cx, whose, id, req_text(rq, "value"));
}

bool habit_check_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "habit", &id) && check(rq, rq->cx->actor->person, id) &&
           to_list(rq);
}

bool habit_open_form(struct req *rq)
{
    const struct person_id peer = {req_number(rq, "peer", 0)};
    const bool shut = strcmp(req_text(rq, "act"), "shut") == 0;
    int64_t id = 0;

    return req_id(rq, "habit", &id) &&
           (shut ? habit_walk_alone(rq->cx, id, peer)
                 : habit_walk_with(rq->cx, id, peer)) &&
           req_see_other(rq, "/me/habits/%" PRId64 "?saved=1", id);
}

bool habit_away_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "habit", &id) && habit_away(rq->cx, id) && to_list(rq);
}

/* --- a peer's --- */

bool habit_near_page(struct req *rq)
{
    struct habit_page v = {.saved = req_was_saved(rq)};
    struct person_id whose = {0};
    struct person her;
    int64_t id = 0;

    if (!req_id(rq, "person", &whose.v) || !req_id(rq, "habit", &id) ||
        !habit_get(rq->cx, whose, id, &v.h) || !person_get(rq->cx, whose, &her))
        return false;
    v.name = her.first;
    habit_near_page_html(rq->page, &v);
    return true;
}

bool habit_near_form(struct req *rq)
{
    struct person_id whose = {0};
    int64_t id = 0;

    return req_id(rq, "person", &whose.v) && req_id(rq, "habit", &id) &&
           check(rq, whose, id) &&
           req_see_other(rq, "/people/%" PRId64 "/habits/%" PRId64 "?saved=1",
                         whose.v, id);
}
