/* What is no peer's task: who leads keeps the list. A path has no number 0, so
 * there a sort is its category and one. */
#include "role/pages.h"
#include "role/view.h"

bool sorts_page(struct req *rq)
{
    struct sorts_page v = {.sent = req_row(rq, "sort"),
                           .saved = req_was_saved(rq)};

    if (!sorts_listed(rq->cx, &v.sorts))
        return false;
    sorts_page_html(rq->page, &v);
    return true;
}

static bool done(struct req *rq, bool yes)
{
    return yes && req_see_other(rq, "/role/sorts?saved=1");
}

bool sort_add_form(struct req *rq)
{
    return done(rq, sort_add(rq->cx, req_text(rq, "words")));
}

bool sort_rename_form(struct req *rq)
{
    int64_t at = 0;

    return req_id(rq, "sort", &at) &&
           done(rq, sort_rename(rq->cx, at - 1, req_text(rq, "words")));
}

bool sort_remove_form(struct req *rq)
{
    int64_t at = 0;

    return req_id(rq, "sort", &at) && done(rq, sort_remove(rq->cx, at - 1));
}
