#include "visits/help_pages.h"

#include <inttypes.h>

#include "rhythm/space.h"
#include "visits/help_view.h"
#include "visits/prep_seat.h"
#include "visits/visit_pages.h"

bool help_panel(struct req *rq, struct tpl *t)
{
    struct help_panel v = {0};
    struct person me;

    if (!help_list(rq->cx, &v.lines) ||
        !person_get(rq->cx, rq->cx->actor->person, &me))
        return false;
    v.days = me.days;
    help_panel_html(t, &v);
    return true;
}

/* The soonest of somebody's lines; NULL. */
static const struct help_line *next_of(const struct help_lines *all,
                                       struct person_id id)
{
    for (size_t i = 0; i < all->n; i++)
        if (person_same(all->at[i].person.id, id))
            return &all->at[i];
    return NULL;
}

/* Whom one walks with, and how the next visit of each stands. */
bool help_people_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct help_people v = {0};
    struct help_lines all;
    struct persons near;

    if (!peer_members(cx, cx->actor->person, &near) || !help_list(cx, &all))
        return false;
    for (size_t i = 0; i < near.n; i++)
        *LIST_PUSH(cx->mem, &v.people) =
            (struct help_near){&near.at[i], next_of(&all, near.at[i].id)};
    if (near.n > 0)
        help_people_html(t, &v);
    return true;
}

/* On the page of one of the peer's people. */
bool help_person_panel(struct req *rq, struct tpl *t)
{
    struct help_panel v = {0};
    struct help_lines all;
    int64_t person = 0;

    if (!req_id(rq, "person", &person) || !help_list(rq->cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].person.id.v == person)
            *LIST_PUSH(rq->cx->mem, &v.lines) = all.at[i];
    help_person_html(t, &v);
    return true;
}

bool offer_form(struct req *rq)
{
    struct visit v;
    struct date space;

    if (!visit_of_path(rq, &v) || !space_now(rq->cx, v.person, &space))
        return false;
    if (date_is_set(space)) /* since the page was drawn: it is said there */
        return req_see_other(rq, "/people/%" PRId64, v.person.v);
    return offer_make(rq->cx, v.person, v.id) && req_see_other(rq, "/today");
}

bool help_leave_form(struct req *rq)
{
    struct sitting s;

    return sit_down(rq, &s) && help_leave(rq->cx, &s.prep) &&
           req_see_other(rq, "/today");
}
