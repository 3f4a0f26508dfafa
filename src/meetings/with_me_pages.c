/* Be there for me: hers, and of the peer she asks. R50. */
#include "meetings/pages.h"
#include "meetings/view.h"

bool with_me_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct with_me_page v = {.saved = req_was_saved(rq)};
    struct persons peers, staff;

    if (!support_list(cx, &v.open) ||
        !person_peers(cx, cx->actor->person, &peers) ||
        !people_staff(cx, cx->actor->program,
                      ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER),
                      &staff))
        return false;
    v.peers = seats_of(cx, &peers);
    v.staff = seats_of(cx, &staff);
    if (v.peers.n == 1)
        v.peers.at[0].on = true;
    with_me_page_html(rq->page, &v);
    return true;
}

bool with_me_form(struct req *rq)
{
    struct support s = {.kind = (enum support_kind)req_number(rq, "kind", -1),
                        .peer = {req_number(rq, "peer", 0)},
                        .about = {req_number(rq, "about", 0)},
                        .words = req_text(rq, "words")};

    return support_ask(rq->cx, &s) && req_see_other(rq, "/me/be-there?saved=1");
}

bool with_me_end_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "support", &id) && support_end(rq->cx, id) &&
           req_see_other(rq, "/me/be-there?saved=1");
}

bool asked_page(struct req *rq)
{
    struct asked_page v = {.saved = req_was_saved(rq)};

    if (!support_list_asked(rq->cx, true, &v.open))
        return false;
    asked_page_html(rq->page, &v);
    return true;
}

bool asked_form(struct req *rq)
{
    struct person_id whose = {0};
    int64_t id = 0;

    return req_id(rq, "person", &whose.v) && req_id(rq, "support", &id) &&
           support_say(rq->cx, whose, id,
                       (enum support_answer)req_number(rq, "answer", 0)) &&
           req_see_other(rq, "/be-there?saved=1");
}
