#include "people/people_int.h"
#include "people/view.h"

bool circle_page(struct req *rq)
{
    struct circle_view v = {.saved = req_was_saved(rq)};

    if (!circle_list(rq->cx, rq->cx->actor->person, &v.circle))
        return false;
    circle_html(rq->page, &v);
    return true;
}

static struct circle_line typed(struct req *rq)
{
    return (struct circle_line){.name = req_text(rq, "name"),
                                .who = req_text(rq, "who"),
                                .knows = req_text(rq, "knows"),
                                .until = req_date(rq, "until")};
}

static bool to_circle(struct req *rq)
{
    return req_see_other(rq, "/me/circle?saved=1");
}

bool circle_add_form(struct req *rq)
{
    const struct circle_line l = typed(rq);

    return circle_add(rq->cx, rq->cx->actor->person, &l) && to_circle(rq);
}

bool circle_line_page(struct req *rq)
{
    struct circle_line l;
    int64_t id = 0;

    if (!req_id(rq, "line", &id) ||
        !circle_get(rq->cx, rq->cx->actor->person, id, &l))
        return false;
    circle_line_html(rq->page, &(struct circle_line_view){&l});
    return true;
}

bool circle_change_form(struct req *rq)
{
    struct circle_line l = typed(rq);

    return req_id(rq, "line", &l.id) &&
           circle_change(rq->cx, rq->cx->actor->person, &l) && to_circle(rq);
}

bool circle_shut_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "line", &id) &&
           circle_shut(rq->cx, rq->cx->actor->person, id) && to_circle(rq);
}

bool circle_end_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "line", &id) &&
           circle_end(rq->cx, rq->cx->actor->person, id) && to_circle(rq);
}

bool my_peer_panel(struct req *rq, struct tpl *t)
{
    const struct person_id me = rq->cx->actor->person;
    struct my_peer_view v;

    if (!person_peers(rq->cx, me, &v.peers) ||
        !person_works_here(rq->cx, me, &v.works_here))
        return false;
    my_peer_html(t, &v);
    return true;
}
