/* What of it is shown on Home, on Today, on the page of a person. */
#include "rhythm/pages.h"
#include "rhythm/space.h"
#include "rhythm/view.h"
#include "sharing/glass.h"
#include "sharing/may.h"

enum { ON_HOME = 3 };

static bool read_short(struct ctx *cx, struct person_id whose,
                       struct times_page *v)
{
    if (!rhythm_list(cx, whose, &v->rhythms) ||
        !meet_list(cx, whose, MEET_COMING, &v->coming) ||
        !space_now(cx, whose, &v->space))
        return false;
    if (v->coming.n > ON_HOME)
        v->coming.n = ON_HOME;
    return true;
}

/* What was called off, till its day is over. She knows what her space ended. */
static bool read_off(struct ctx *cx, struct meets *out)
{
    struct meets all;

    *out = (struct meets){0};
    if (!meet_list(cx, cx->actor->person, MEET_OFF, &all))
        return false;
    for (size_t i = 0; i < all.n && out->n < ON_HOME; i++)
        if (all.at[i].state != MEET_SPACE)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    return true;
}

bool my_times_panel(struct req *rq, struct tpl *t)
{
    struct times_page v = {.hers = true};

    if (!read_short(rq->cx, rq->cx->actor->person, &v) ||
        !read_off(rq->cx, &v.off))
        return false;
    my_times_html(t, &v);
    return true;
}

bool near_times_panel(struct req *rq, struct tpl *t)
{
    struct times_page v = {0};

    if (!req_id(rq, "person", &v.person.id.v) ||
        !read_short(rq->cx, v.person.id, &v) ||
        !way_get(rq->cx, v.person.id, &v.way) ||
        !person_get(rq->cx, v.person.id, &v.person) ||
        !may_know(rq->cx, MAY_CHANGE, (struct about){v.person.id, TOPIC_WAY, 0},
                  &v.may_note))
        return false;
    near_times_html(t, &v);
    return true;
}

bool today_times_panel(struct req *rq, struct tpl *t)
{
    struct today_times v = {0};

    if (!slip_list(rq->cx, &v.slips) || !task_list_mine(rq->cx, &v.tasks) ||
        !meet_list_mine(rq->cx, &v.meets) ||
        !meet_list_left(rq->cx, (struct person_id){0}, &v.left) ||
        !rhythm_list_asked(rq->cx, &v.asked) ||
        !rhythm_list_ended(rq->cx, (struct person_id){0}, &v.ended))
        return false;
    today_times_html(t, &v);
    return true;
}

bool courtesy_calls_panel(struct req *rq, struct tpl *t)
{
    struct courtesy_panel v = {0};

    if (!courtesy_count(rq->cx, &v.calls))
        return false;
    courtesy_calls_html(t, &v);
    return true;
}

/* Two opened it, for some hours: R103. */
bool glass_reach_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct glass_reach v;
    struct glass g;
    struct person me;
    int64_t id = 0;

    if (!req_id(rq, "glass", &id) || !glass_get(cx, id, &g) ||
        !reach_get(cx, g.person, &v.reach) ||
        !person_get(cx, cx->actor->person, &me))
        return false;
    v.me = me.first;
    glass_reach_html(t, &v);
    return true;
}
