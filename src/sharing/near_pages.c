/* A peer's own people: who they are, and a code for the shared tablet. */
#include "auth/auth.h"
#include "frame/module.h"
#include "sharing/pages.h"
#include "sharing/view.h"

bool near_page(struct req *rq)
{
    struct near_view v = {0};

    if (!peer_members(rq->cx, rq->cx->actor->person, &v.people))
        return false;
    req_title(rq, word_persons_title(rq->cx->mem, rq->cx->lang));
    req_wide(rq, "person");
    near_html(rq->page, &v);
    return draw_panels(rq, "peer.people");
}

/* The person of the address, when the actor may know the name. */
static bool read_person(struct req *rq, struct person *out)
{
    struct person_id id;

    return req_id(rq, "person", &id.v) &&
           may(rq->cx, MAY_SEE, (struct about){id, TOPIC_FIRST_NAME, 0}) &&
           person_get(rq->cx, id, out);
}

bool near_person_page(struct req *rq)
{
    struct near_person_view v;

    if (!read_person(rq, &v.person))
        return false;
    near_person_html(rq->page, &v);
    return draw_panels(rq, "peer.person");
}

bool near_code_form(struct req *rq)
{
    struct person p;
    struct code_view v = {0};
    bool walks = false;

    if (!read_person(rq, &p) ||
        !peer_walks_with(rq->cx, rq->cx->actor->person, p.id, &walks))
        return false;
    if (!walks)
        return fail(rq->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!auth_code_make(rq->cx, p.id, &v.code))
        return false;
    v.first = p.first;
    near_code_html(rq->page, &v);
    return true;
}
