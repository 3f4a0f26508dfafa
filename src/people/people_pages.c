#include "people/people_int.h"
#include "people/view.h"

bool circle_page(struct req *rq)
{
    struct circle_view v;

    if (!circle_list(rq->cx, rq->cx->actor->person, &v.circle))
        return false;
    circle_html(rq->page, &v);
    return true;
}

bool circle_add_form(struct req *rq)
{
    if (!circle_add(rq->cx, rq->cx->actor->person, req_text(rq, "name"),
                    req_text(rq, "who")))
        return false;
    return req_see_other(rq, "/me/circle");
}

bool circle_end_form(struct req *rq)
{
    int64_t id = 0;

    if (!req_id(rq, "line", &id) ||
        !circle_end(rq->cx, rq->cx->actor->person, id))
        return false;
    return req_see_other(rq, "/me/circle");
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
