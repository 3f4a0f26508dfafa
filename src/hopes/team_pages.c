/* What one of the team hopes for somebody: "their hope for me", to her. R32. */
#include "hopes/pages.h"
#include "hopes/view.h"

bool team_hopes_page(struct req *rq)
{
    struct team_hopes v = {.saved = req_was_saved(rq)};

    if (!theirs_whom(rq->cx, &v.whom) || !theirs_list_mine(rq->cx, &v.all))
        return false;
    team_hopes_html(rq->page, &v);
    return true;
}

bool team_hopes_form(struct req *rq)
{
    const struct person_id whose = {req_number(rq, "whom", 0)};

    if (!whose.v)
        return fail(rq->cx, ERR_INVALID, "whom",
                    "Please choose who it is for.");
    return theirs_add(rq->cx, whose, req_text(rq, "words")) &&
           req_see_other(rq, "/team-hopes?saved=1");
}

bool team_hopes_back_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "theirs", &id) && theirs_take_back(rq->cx, id) &&
           req_see_other(rq, "/team-hopes?saved=1");
}

bool team_hopes_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    team_link_html(t, &(struct team_hopes){0});
    return true;
}
