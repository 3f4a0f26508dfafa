/* What peers sign, and what a peer reads of somebody's list. R58. */
#include <inttypes.h>

#include "frame/module.h"
#include "helps/pages.h"
#include "helps/view.h"

bool signed_page(struct req *rq)
{
    const enum role role = rq->cx->actor->role;
    struct signed_page v = {.saved = req_was_saved(rq),
                            .person = role == ROLE_PERSON,
                            .peer = role == ROLE_PEER,
                            .leads = role == ROLE_SUPERVISOR};

    if (!signed_list(rq->cx, &v.list))
        return false;
    signed_page_html(rq->page, &v);
    return true;
}

static bool back(struct req *rq)
{
    return req_see_other(rq, "/from-peers?saved=1");
}

bool signed_form(struct req *rq)
{
    const struct strategy s = {.words = req_text(rq, "words"),
                               .moment = req_text(rq, "moment"),
                               .helps = req_text(rq, "helps")};

    return signed_add(rq->cx, &s) && back(rq);
}

bool signed_off_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "signed", &id) && signed_off(rq->cx, id) && back(rq);
}

bool signed_copy_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "signed", &id) && signed_copy(rq->cx, id) &&
           req_see_other(rq, "/me/helps?saved=1");
}

bool helps_near_page(struct req *rq)
{
    struct helps_near v = {.person = {.first = ""}};
    struct ctx *cx = rq->cx;

    if (!req_id(rq, "person", &v.person.id.v) ||
        !strategy_opened(cx, v.person.id, &v.list))
        return false;
    if (v.list.n == 0)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!person_get(cx, v.person.id, &v.person))
        return false;
    helps_near_page_html(rq->page, &v);
    return true;
}

bool helps_near_panel(struct req *rq, struct tpl *t)
{
    struct helps_near v = {.person = {.first = ""}};
    struct permissions lines;

    if (!req_id(rq, "person", &v.person.id.v) ||
        !open_to_me(rq->cx, v.person.id, TOPIC_HELPS, &lines) ||
        !open_to_me(rq->cx, v.person.id, TOPIC_HABIT, &v.habits))
        return false;
    v.n = lines.n;
    if (!v.n && !v.habits.n)
        return true;
    if (!person_get(rq->cx, v.person.id, &v.person))
        return false;
    helps_near_html(t, &v);
    return true;
}

bool signed_link_panel(struct req *rq, struct tpl *t)
{
    const struct helps_link v = {.leads =
                                     rq->cx->actor->role == ROLE_SUPERVISOR};

    signed_link_html(t, &v);
    return true;
}
