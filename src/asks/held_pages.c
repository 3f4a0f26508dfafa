/* Of who holds an ask. Source: R48, R20, never-list 14; day 5.3, 09:00. */
#include <inttypes.h>

#include "asks/pages.h"
#include "asks/view.h"

enum { IN_PANEL = 6 };

static bool read_list(struct req *rq, struct held_page *v)
{
    *v = (struct held_page){.names = rq->cx->actor->role != ROLE_SUPERVISOR};
    return held_list(rq->cx, &v->list) && over_list(rq->cx, &v->over);
}

bool held_page(struct req *rq)
{
    struct held_page v;

    if (!read_list(rq, &v))
        return false;
    held_list_html(rq->page, &v);
    return true;
}

bool held_one_page(struct req *rq)
{
    struct held_ask it;
    struct said_id id;

    if (!ask_of(rq, &id) || !held_get(rq->cx, id, &it))
        return false;
    held_one_html(rq->page, &(struct held_ask_page){&it, req_was_saved(rq)});
    return true;
}

bool held_reply_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct reply r = {.words = req_text(rq, "words"),
                      .version = (int)req_number(rq, "version", 0)};
    const struct wills will = wills_typed(rq);

    if (!ask_of(rq, &r.thing) || !reply_add(cx, &r, &will))
        return false;
    return req_see_other(rq, "/asked/%" PRId64 "?saved=1", r.thing.v);
}

bool held_did_form(struct req *rq)
{
    struct said_id id;

    if (!ask_of(rq, &id) || !held_did(rq->cx, id, req_text(rq, "did")))
        return false;
    return req_see_other(rq, "/asked/%" PRId64 "?saved=1", id.v);
}

bool held_over_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "over", &id) && over_read(rq->cx, id) &&
           req_see_other(rq, "/asked");
}

bool held_panel(struct req *rq, struct tpl *t)
{
    struct held_page v;

    if (!read_list(rq, &v))
        return false;
    if (v.list.n > IN_PANEL) {
        v.more = v.list.n - IN_PANEL;
        v.list.n = IN_PANEL;
    }
    held_panel_html(t, &v);
    return true;
}

bool ask_numbers_panel(struct req *rq, struct tpl *t)
{
    struct ask_numbers_panel v;

    if (!ask_count(rq->cx, &v.n))
        return false;
    ask_numbers_html(t, &v);
    return true;
}
