#include "shelf/pages.h"

#include <inttypes.h>
#include <string.h>

#include "shelf/view.h"

bool shelf_page(struct req *rq)
{
    const enum shelf_tag tag = shelf_tag_named(req_text(rq, "tag"));
    struct shelf_page v = {.peer = rq->cx->actor->role == ROLE_PEER,
                           .leads = rq->cx->actor->role == ROLE_SUPERVISOR};

    if (!shelf_list(rq->cx, tag, &v.all))
        return false;
    for (int i = 0; i < SHELF_TAGS; i++)
        *LIST_PUSH(rq->cx->mem, &v.tags) = (struct shelf_chip){
            shelf_tag_word((enum shelf_tag)i),
            shelf_tag_says((enum shelf_tag)i), i == (int)tag};
    v.tag = tag == SHELF_TAGS ? "" : shelf_tag_word(tag);
    shelf_page_html(rq->page, &v);
    return true;
}

bool shelf_new_page(struct req *rq)
{
    struct shelf_new_page v = {0};

    for (int i = 0; i < SHELF_TAGS; i++)
        *LIST_PUSH(rq->cx->mem, &v.tags) =
            (struct shelf_chip){shelf_tag_word((enum shelf_tag)i),
                                shelf_tag_says((enum shelf_tag)i), false};
    shelf_new_page_html(rq->page, &v);
    return true;
}

/* To the shelf as it was, at this question. */
static bool go_back(struct req *rq, int64_t question)
{
    const enum shelf_tag tag = shelf_tag_named(req_text(rq, "tag"));

    return req_see_other(rq, "/shelf?tag=%s#q%" PRId64,
                         tag == SHELF_TAGS ? "" : shelf_tag_word(tag),
                         question);
}

bool shelf_new_form(struct req *rq)
{
    const char *anybody = req_text(rq, "anybody");
    const struct shelf_new n = {
        .words = req_text(rq, "words"),
        .tag = shelf_tag_named(req_text(rq, "tag")),
        .signed_by_name = strcmp(req_text(rq, "sign"), "name") == 0,
        .anybody = strcmp(anybody, "no") == 0    ? ANYBODY_NO
                   : strcmp(anybody, "yes") == 0 ? ANYBODY_YES
                                                 : ANYBODY_UNSAID};

    return shelf_add(rq->cx, &n) &&
           req_see_other(rq, "/shelf?tag=%s", shelf_tag_word(n.tag));
}

bool shelf_used_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "question", &id) && shelf_used(rq->cx, id) &&
           go_back(rq, id);
}

bool shelf_helped_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "question", &id) &&
           shelf_helped(rq->cx, id,
                        strcmp(req_text(rq, "helped"), "no") != 0) &&
           go_back(rq, id);
}

bool shelf_off_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "question", &id) && shelf_remove(rq->cx, id) &&
           go_back(rq, id);
}

bool shelf_back_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "question", &id) && shelf_put_back(rq->cx, id) &&
           go_back(rq, id);
}

bool shelf_today_panel(struct req *rq, struct tpl *t)
{
    struct shelf_panel v = {.leads = rq->cx->actor->role == ROLE_SUPERVISOR};

    if (!shelf_count(rq->cx, &v.n))
        return false;
    shelf_panel_html(t, &v);
    return true;
}
