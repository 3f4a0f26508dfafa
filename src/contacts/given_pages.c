/* One record, let to another: her choice, and the reader's page. R10, R15. */
#include <inttypes.h>

#include "contacts/pages.h"
#include "contacts/view.h"

static bool see_mine(struct req *rq, int64_t contact)
{
    return req_see_other(rq, "/me/record/%" PRId64 "?saved=1#read", contact);
}

bool given_let_form(struct req *rq)
{
    int64_t contact = 0;

    return req_id(rq, "contact", &contact) &&
           given_let(rq->cx, contact,
                     (struct person_id){req_number(rq, "to", 0)},
                     req_date(rq, "until")) &&
           see_mine(rq, contact);
}

bool given_end_form(struct req *rq)
{
    int64_t contact = 0;

    return req_id(rq, "contact", &contact) &&
           given_end(rq->cx, contact, req_number(rq, "permission", 0)) &&
           see_mine(rq, contact);
}

bool given_record_page(struct req *rq)
{
    struct record_given v = {0};
    int64_t contact = 0;

    if (!req_id(rq, "contact", &contact) ||
        !given_read(rq->cx, contact, &v.c, &v.below, &v.until))
        return false;
    v.peer = rq->cx->actor->role == ROLE_PEER;
    record_given_html(rq->page, &v);
    return true;
}

bool given_records_panel(struct req *rq, struct tpl *t)
{
    struct records_given v;

    if (!given_list(rq->cx, &v.list))
        return false;
    if (v.list.n)
        records_given_html(t, &v);
    return true;
}
