/* Of who was told. Source: R47, never-list 14; day 5.3, 08:30: no words of
 * hers on the page of a day. */
#include <inttypes.h>

#include "rights/pages.h"
#include "rights/view.h"

enum { IN_PANEL = 6 };

static bool read_list(struct req *rq, struct told_page *v)
{
    *v = (struct told_page){.names = rq->cx->actor->role != ROLE_SUPERVISOR};
    return told_list(rq->cx, &v->list);
}

bool told_list_page(struct req *rq)
{
    struct told_page v;

    if (!read_list(rq, &v))
        return false;
    rights_told_html(rq->page, &v);
    return true;
}

bool told_one_page(struct req *rq)
{
    struct told_one it;
    struct said_id id;

    if (!req_id(rq, "thing", &id.v) || !told_get(rq->cx, id, &it))
        return false;
    rights_told_one_html(rq->page,
                         &(struct told_one_page){&it, req_was_saved(rq)});
    return true;
}

bool told_reply_form(struct req *rq)
{
    struct reply r = {.words = req_text(rq, "words"),
                      .version = (int)req_number(rq, "version", 0)};
    const struct wills will = wills_typed(rq);

    if (!req_id(rq, "thing", &r.thing.v) || !reply_add(rq->cx, &r, &will))
        return false;
    return req_see_other(rq, "/rights/told/%" PRId64 "?saved=1", r.thing.v);
}

bool told_panel(struct req *rq, struct tpl *t)
{
    struct told_page v;

    if (!read_list(rq, &v))
        return false;
    if (v.list.n > IN_PANEL) {
        v.more = v.list.n - IN_PANEL;
        v.list.n = IN_PANEL;
    }
    rights_told_panel_html(t, &v);
    return true;
}
