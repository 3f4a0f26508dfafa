/* Her own pages: what helps her. R58. */
#include "helps/pages.h"

#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "helps/view.h"

enum { ASKED_SHOWN = 7 }; /* of her list, beside a question of a visit */

bool helps_page(struct req *rq)
{
    struct helps_page v = {.saved = req_was_saved(rq),
                           .used = req_number(rq, "used", 0)};

    if (!strategy_list(rq->cx, rq->cx->actor->person, &v.list))
        return false;
    helps_page_html(rq->page, &v);
    return true;
}

static struct strategy typed(struct req *rq)
{
    return (struct strategy){.words = req_text(rq, "words"),
                             .moment = req_text(rq, "moment"),
                             .helps = req_text(rq, "helps")};
}

static bool to_list(struct req *rq)
{
    return req_see_other(rq, "/me/helps?saved=1");
}

bool help_new_page(struct req *rq)
{
    const struct help_form v = {
        .s = {.words = "", .moment = "", .helps = "", .from = ""}};

    help_form_html(rq->page, &v);
    return true;
}

bool help_new_form(struct req *rq)
{
    struct strategy s = typed(rq);

    return strategy_add(rq->cx, &s, (struct person_id){0}) && to_list(rq);
}

bool help_page(struct req *rq)
{
    struct help_form v = {.saved = req_was_saved(rq)};
    int64_t id = 0;

    if (!req_id(rq, "help", &id) || !strategy_get(rq->cx, id, &v.s) ||
        !strategy_readers(rq->cx, id, &v.readers))
        return false;
    help_form_html(rq->page, &v);
    return true;
}

bool help_save_form(struct req *rq)
{
    struct strategy s = typed(rq);

    return req_id(rq, "help", &s.id) && strategy_change(rq->cx, &s) &&
           to_list(rq);
}

bool help_used_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "help", &id) && strategy_used(rq->cx, id) &&
           req_see_other(rq, "/me/helps?used=%" PRId64, id);
}

bool help_open_form(struct req *rq)
{
    const struct person_id peer = {req_number(rq, "peer", 0)};
    const bool shut = strcmp(req_text(rq, "act"), "shut") == 0;
    int64_t id = 0;

    return req_id(rq, "help", &id) &&
           (shut ? strategy_shut(rq->cx, id, peer)
                 : strategy_open(rq->cx, id, peer)) &&
           req_see_other(rq, "/me/helps/%" PRId64 "?saved=1", id);
}

bool help_away_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "help", &id) && strategy_away(rq->cx, id) && to_list(rq);
}

bool helps_home_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    helps_home_html(t, &(struct helps_link){0});
    return true;
}

/* While a visit is prepared: what is on the list need not be typed again. */
bool helps_asked_panel(struct req *rq, struct tpl *t)
{
    struct helps_page v = {0};

    if (!strategy_list(rq->cx, rq->cx->actor->person, &v.list))
        return false;
    if (v.list.n > ASKED_SHOWN)
        v.list.n = ASKED_SHOWN;
    helps_asked_html(t, &v);
    return true;
}

/* On every page of hers: at night it is one tap away. */
bool helps_foot_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    helps_foot_html(t, &(struct helps_link){0});
    return true;
}
