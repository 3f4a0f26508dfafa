/* A peer's pages: what somebody opened to them; and the shelf of ways. */
#include <inttypes.h>

#include "hopes/pages.h"

static bool go_back(struct req *rq, struct person_id whose, int64_t goal)
{
    if (!goal)
        return req_see_other(rq, "/people/%" PRId64 "/hopes?saved=1", whose.v);
    return req_see_other(rq, "/people/%" PRId64 "/hopes/%" PRId64 "?saved=1",
                         whose.v, goal);
}

static bool read_person(struct ctx *cx, struct person_id whose,
                        struct person *out)
{
    return may(cx, MAY_SEE, (struct about){whose, TOPIC_FIRST_NAME, 0}) &&
           person_get(cx, whose, out);
}

bool near_goals_panel(struct req *rq, struct tpl *t)
{
    struct near_goals_panel v = {.name = ""};
    struct person p;

    if (!req_id(rq, "person", &v.person.v) ||
        !goal_count_near(rq->cx, v.person, &v.n) ||
        !typed_list_near(rq->cx, v.person, &v.typed) ||
        !read_person(rq->cx, v.person, &p))
        return false;
    v.name = p.first;
    near_goals_panel_html(t, &v);
    return true;
}

bool near_goals_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct near_goals v = {.saved = req_was_saved(rq)};
    struct person_id whose = {0};

    if (!req_id(rq, "person", &whose.v) || !theirs_list(cx, whose, &v.theirs) ||
        !read_person(cx, whose, &v.person) ||
        !goal_list_near(cx, whose, &v.all) ||
        !typed_list_near(cx, whose, &v.typed))
        return false;
    near_goals_html(rq->page, &v);
    return true;
}

bool kept_panel(struct req *rq, struct tpl *t)
{
    struct kept_panel v = {0};
    struct goals all;

    if (!goal_list_kept(rq->cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct person p;
        if (!read_person(rq->cx, all.at[i].person, &p))
            return false;
        *LIST_PUSH(rq->cx->mem, &v.rows) =
            (struct kept_row){p.id, p.first, all.at[i].id};
    }
    kept_panel_html(t, &v);
    return true;
}

bool near_theirs_form(struct req *rq)
{
    struct person_id whose = {0};

    return req_id(rq, "person", &whose.v) &&
           theirs_add(rq->cx, whose, req_text(rq, "words")) &&
           go_back(rq, whose, 0);
}

bool near_theirs_back_form(struct req *rq)
{
    struct person_id whose = {0};
    int64_t id = 0;

    return req_id(rq, "person", &whose.v) && req_id(rq, "theirs", &id) &&
           theirs_away(rq->cx, whose, id) && go_back(rq, whose, 0);
}

static bool read_ids(struct req *rq, struct person_id *whose, int64_t *goal)
{
    return req_id(rq, "person", &whose->v) && req_id(rq, "goal", goal);
}

bool near_goal_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct near_goal v = {.me = cx->actor->person,
                          .today = date_iso(cx->mem, day_of(cx->now)),
                          .saved = req_was_saved(rq)};
    struct person_id whose = {0};
    int64_t id = 0;

    if (!read_ids(rq, &whose, &id) || !goal_get(cx, MAY_SEE, whose, id, &v.g) ||
        !move_list(cx, whose, id, &v.moves, &v.more) ||
        !ways_of(cx, whose, id, &v.ways) ||
        !typed_offered(cx, whose, id, &v.typed) ||
        !read_person(cx, whose, &v.person))
        return false;
    near_goal_html(rq->page, &v);
    return true;
}

bool near_noticed_form(struct req *rq)
{
    struct move m = typed_move(rq, MOVE_STEP);
    struct person_id whose = {0};

    if (*m.before)
        m.kind = MOVE_SHIFT;
    return read_ids(rq, &whose, &m.goal) && move_add(rq->cx, whose, &m) &&
           go_back(rq, whose, m.goal);
}

bool near_other_form(struct req *rq)
{
    struct person_id whose = {0};
    int64_t id = 0;

    return read_ids(rq, &whose, &id) &&
           way_add(rq->cx, whose, id, req_text(rq, "way")) &&
           go_back(rq, whose, id);
}

bool near_payer_form(struct req *rq)
{
    struct person_id whose = {0};
    int64_t id = 0;

    return read_ids(rq, &whose, &id) &&
           goal_payer(rq->cx, whose, id, req_text(rq, "payer")) &&
           go_back(rq, whose, id);
}

/* --- the shelf, and who leads --- */

bool ways_shelf_page(struct req *rq)
{
    const enum role role = rq->cx->actor->role;
    struct ways_shelf v = {.areas = area_choices(rq->cx->mem, AREAS),
                           .peer = role == ROLE_PEER,
                           .leads = role == ROLE_SUPERVISOR,
                           .saved = req_was_saved(rq)};

    if (!way_shelf(rq->cx, &v.all))
        return false;
    ways_shelf_html(rq->page, &v);
    return true;
}

bool ways_shelf_form(struct req *rq)
{
    return way_shelve(rq->cx, req_text(rq, "words"),
                      (enum life_area)req_number(rq, "area", AREA_UNSAID)) &&
           req_see_other(rq, "/other-ways?saved=1");
}

bool ways_down_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "way", &id) && way_unshelve(rq->cx, id) &&
           req_see_other(rq, "/other-ways?saved=1");
}

bool moving_panel(struct req *rq, struct tpl *t)
{
    struct moving_panel v = {0};

    if (!moving_get(rq->cx, &v.m))
        return false;
    for (int s = 0; s < MILES; s++)
        *LIST_PUSH(rq->cx->mem, &v.miles) =
            (struct mile_row){mile_says((enum mile_sort)s), v.m.mile[s]};
    moving_panel_html(t, &v);
    return true;
}
