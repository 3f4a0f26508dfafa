/* Two open how a colleague may be reached: their pages, and what she is told.
 * Source: R103. */
#include "frame/module.h"
#include "sharing/glass.h"
#include "sharing/pages.h"
#include "sharing/view.h"

/* --- the two --- */

static unsigned all_staff(void)
{
    return ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
           ROLE_BIT(ROLE_CASE_MANAGER) | ROLE_BIT(ROLE_SUPERVISOR) |
           ROLE_BIT(ROLE_ADMIN);
}

static void name_gone(const struct ctx *cx, struct glasses *list)
{
    for (size_t i = 0; i < list->n; i++) {
        struct glass *g = &list->at[i];
        if (!*g->asked_by)
            g->asked_by = gone_words(cx);
        if (!*g->agreed_by)
            g->agreed_by = gone_words(cx);
        if (!*g->name)
            g->name = gone_words(cx);
    }
}

bool glass_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct glass_page v = {.me = cx->actor->person, .saved = req_was_saved(rq)};

    if (!glass_list(cx, &v.list) ||
        !people_staff(cx, cx->actor->program, all_staff(), &v.staff))
        return false;
    name_gone(cx, &v.list);
    glass_page_html(rq->page, &v);
    return true;
}

bool glass_ask_form(struct req *rq)
{
    const struct person_id colleague = {req_number(rq, "colleague", 0)};

    return glass_ask(rq->cx, colleague, req_text(rq, "reason")) &&
           req_see_other(rq, "/glass?saved=1");
}

bool glass_agree_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "glass", &id) && glass_agree(rq->cx, id) &&
           req_see_other(rq, "/glass?saved=1");
}

bool glass_end_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "glass", &id) && glass_end(rq->cx, id) &&
           req_see_other(rq, "/glass?saved=1");
}

bool glass_one_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct glass_one v = {.reach = {""}};
    int64_t id = 0;

    if (!req_id(rq, "glass", &id) || !glass_get(cx, id, &v.g))
        return false;
    const struct about name = {v.g.person, TOPIC_NAME, 0};
    if (!may_know(cx, MAY_SEE, name, &v.served))
        return false;
    if (v.served &&
        (!may(cx, MAY_SEE, name) || !panels_html(rq, "glass.one", &v.reach)))
        return false;
    glass_one_html(rq->page, &v);
    return true;
}

bool glass_panel(struct req *rq, struct tpl *t)
{
    struct glasses list;
    struct glass_panel v = {0};

    if (!glass_list(rq->cx, &list))
        return false;
    for (size_t i = 0; i < list.n; i++)
        v.waits |= list.at[i].state == GLASS_WAITS &&
                   !person_same(list.at[i].asker, rq->cx->actor->person);
    glass_panel_html(t, &v);
    return true;
}

/* --- herself --- */

static bool read_mine(struct ctx *cx, struct glasses *list)
{
    if (!glass_mine(cx, list))
        return false;
    name_gone(cx, list);
    return true;
}

bool glass_home_panel(struct req *rq, struct tpl *t)
{
    struct glasses list;

    if (!read_mine(rq->cx, &list))
        return false;
    for (size_t i = 0; i < list.n; i++) {
        const struct glass *g = &list.at[i];
        if (g->read && g->state != GLASS_OPEN)
            continue;
        glass_home_html(t, &(struct glass_home){g});
        return true;
    }
    return true;
}

static bool read_open(struct ctx *cx, struct glasses *open)
{
    struct glasses all;

    *open = (struct glasses){0};
    if (!read_mine(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].state == GLASS_OPEN)
            *LIST_PUSH(cx->mem, open) = all.at[i];
    return true;
}

/* A row of who can see what, on Home. */
bool glass_sees_panel(struct req *rq, struct tpl *t)
{
    struct glasses open;

    if (!read_open(rq->cx, &open))
        return false;
    for (size_t i = 0; i < open.n; i++)
        glass_sees_html(t, &(struct glass_sees){&open.at[i]});
    return true;
}

bool glass_sharing_panel(struct req *rq, struct tpl *t)
{
    struct glass_tolds v;

    if (!read_open(rq->cx, &v.list))
        return false;
    if (v.list.n)
        glass_tolds_html(t, &v);
    return true;
}

bool glass_seen_panel(struct req *rq, struct tpl *t)
{
    struct glass_tolds v;
    bool all_read = true;

    if (!read_mine(rq->cx, &v.list))
        return false;
    for (size_t i = 0; i < v.list.n; i++)
        all_read &= v.list.at[i].read;
    if (!all_read)
        glass_note_told(rq->cx);
    if (v.list.n)
        glass_tolds_html(t, &v);
    return true;
}
