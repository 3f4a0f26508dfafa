/* Her pages: what moved, and how far I've come. R34 to R36, R40. */
#include <inttypes.h>
#include <string.h>

#include "hopes/pages.h"

static struct person_id me(struct req *rq)
{
    return rq->cx->actor->person;
}

struct move typed_move(struct req *rq, enum move_kind kind)
{
    return (struct move){.kind = kind,
                         .words = req_text(rq, "words"),
                         .before = req_text(rq, "before"),
                         .size = (enum move_size)req_number(rq, "size", 0),
                         .years = (int)req_number(rq, "years", 0),
                         .sort = (enum mile_sort)req_number(rq, "sort", 0),
                         .counts = req_number(rq, "counts", 0) == 1,
                         .day = req_date(rq, "day")};
}

/* Of the list, which says for which hope, or of the page of one. */
bool step_form(struct req *rq)
{
    struct move m = typed_move(rq, MOVE_STEP);

    m.goal = req_number(rq, "goal", 0);
    if (*req_part(rq, "goal") && !req_id(rq, "goal", &m.goal))
        return false;
    return move_add(rq->cx, me(rq), &m) &&
           req_see_other(rq, "/me/hopes/%" PRId64 "?saved=1", m.goal);
}

bool move_form(struct req *rq)
{
    const char *act = req_text(rq, "act");
    const bool counts = strcmp(act, "count") == 0;
    struct move m;
    int64_t id = 0;

    if (!req_id(rq, "move", &id) || !move_get(rq->cx, id, &m))
        return false;
    if (counts || strcmp(act, "uncount") == 0)
        return move_counts(rq->cx, id, counts) &&
               req_see_other(rq, "/me/hopes/%" PRId64 "/miles", m.goal);
    const bool out = strcmp(act, "back") != 0;
    return move_away(rq->cx, id, out) &&
           req_see_other(rq, "/me/hopes/%" PRId64 "?removed=%" PRId64, m.goal,
                         out ? id : 0);
}

bool noticed_page(struct req *rq)
{
    struct noticed_page v;
    int64_t id = 0;

    if (!req_id(rq, "move", &id) || !move_get(rq->cx, id, &v.m))
        return false;
    if (!v.m.waits || v.m.away)
        return fail(rq->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!goal_get(rq->cx, MAY_SEE, me(rq), v.m.goal, &v.g))
        return false;
    noticed_page_html(rq->page, &v);
    return true;
}

bool noticed_form(struct req *rq)
{
    const struct move as = typed_move(rq, MOVE_STEP);
    int64_t id = 0;

    if (!req_id(rq, "move", &id))
        return false;
    const bool done = strcmp(req_text(rq, "act"), "no") == 0
                          ? move_away(rq->cx, id, true)
                          : move_agree(rq->cx, id, &as);
    return done && req_see_other(rq, "/me/hopes?saved=1");
}

static bool read_goal(struct req *rq, struct goal *g)
{
    int64_t id = 0;

    return req_id(rq, "goal", &id) && goal_get(rq->cx, MAY_SEE, me(rq), id, g);
}

static bool add(struct req *rq, enum move_kind kind)
{
    struct move m = typed_move(rq, kind);

    return req_id(rq, "goal", &m.goal) && move_add(rq->cx, me(rq), &m) &&
           req_see_other(rq, "/me/hopes/%" PRId64 "?saved=1", m.goal);
}

bool shift_page(struct req *rq)
{
    struct shift_page v = {.today = date_iso(rq->cx->mem, day_of(rq->cx->now))};

    if (!read_goal(rq, &v.g))
        return false;
    shift_page_html(rq->page, &v);
    return true;
}

bool shift_form(struct req *rq)
{
    return add(rq, MOVE_SHIFT);
}

bool miles_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct mile_page v = {.today = date_iso(cx->mem, day_of(cx->now))};

    if (!read_goal(rq, &v.g) || !move_list_miles(cx, v.g.id, &v.miles))
        return false;
    for (int s = 0; s < MILES; s++)
        *LIST_PUSH(cx->mem, &v.sorts) = (struct mile_choice){
            arena_fmt(cx->mem, "%d", s), mile_says((enum mile_sort)s)};
    mile_page_html(rq->page, &v);
    return true;
}

bool mile_form(struct req *rq)
{
    if (!req_has(rq, "sort"))
        return fail(rq->cx, ERR_INVALID, "sort", "Please choose one.");
    return add(rq, MOVE_MILE);
}

bool far_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct far_page v = {.earlier = -1, .later = -1};

    if (!read_goal(rq, &v.g) ||
        !far_line(cx, v.g.id, req_number(rq, "after", -1), &v.line))
        return false;
    v.more = v.line.before > 0 || v.line.after > 0;
    if (v.line.before > 0)
        v.earlier = v.line.before - FAR_PAGE;
    if (v.line.after > 0)
        v.later = v.line.before + FAR_PAGE;
    v.from = v.line.before + 1;
    v.to = v.line.before + (int64_t)v.line.n;
    v.all = v.to + v.line.after;
    far_draw(cx->mem, &v.line, day_of(cx->now), &v.picture);
    far_page_html(rq->page, &v);
    return true;
}
