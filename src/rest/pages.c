#include "rest/pages.h"

#include "rest/view.h"

/* --- put it down --- */

bool down_page(struct req *rq)
{
    struct down_page v = {.saved = req_was_saved(rq), .call = ""};
    struct vault vault;
    struct sheet plan;
    bool asks = false;

    if (!vault_page(rq, &vault, &v.open, &asks) || asks)
        return asks;
    if (v.open && (!down_list(rq->cx, &vault, &v.all) ||
                   !sheet_read(rq->cx, &vault, SHEET_PLAN, &plan)))
        return false;
    if (v.open)
        v.call = plan.said[PLAN_CALL];
    v.heavy = v.all.n && v.all.at[0].how == DOWN_HEAVY &&
              v.all.at[0].day.days == day_of(rq->cx->now).days;
    down_page_html(rq->page, &v);
    return true;
}

bool down_form(struct req *rq)
{
    struct vault vault;

    return vault_form(rq, &vault) &&
           down_put(rq->cx, &vault, (int)req_number(rq, "how", -1),
                    req_text(rq, "words")) &&
           req_see_other(rq, "/down?saved=1");
}

bool down_remove_form(struct req *rq)
{
    struct vault vault;
    int64_t id = 0;

    return req_id(rq, "down", &id) && vault_form(rq, &vault) &&
           down_remove(rq->cx, &vault, id) &&
           req_see_other(rq, "/down?saved=1");
}

/* --- the plan, the portfolio --- */

static bool show(struct req *rq, enum sheet_kind kind)
{
    struct rest_sheet v = {.sheet = {.kind = kind, .said = {"", "", "", ""}},
                           .parts = sheet_parts(kind),
                           .saved = req_was_saved(rq)};
    struct vault vault;
    bool open = false, asks = false;

    if (!vault_page(rq, &vault, &open, &asks) || asks)
        return asks;
    if (open && !sheet_read(rq->cx, &vault, kind, &v.sheet))
        return false;
    for (int i = 0; i < SHEET_PARTS; i++)
        v.has |= kind == SHEET_FOLIO && *v.sheet.said[i];
    rest_sheet_html(rq->page, &v);
    return true;
}

static bool take(struct req *rq, enum sheet_kind kind)
{
    struct sheet s = {.kind = kind};
    struct vault vault;

    for (int i = 0; i < SHEET_PARTS; i++)
        s.said[i] = req_text(rq, sheet_parts(kind)[i].field);
    return vault_form(rq, &vault) && sheet_put(rq->cx, &vault, &s) &&
           req_see_other(rq, "%s?saved=1", rq->path);
}

bool own_plan_page(struct req *rq)
{
    return show(rq, SHEET_PLAN);
}

bool own_plan_form(struct req *rq)
{
    return take(rq, SHEET_PLAN);
}

bool folio_page(struct req *rq)
{
    return show(rq, SHEET_FOLIO);
}

bool folio_form(struct req *rq)
{
    return take(rq, SHEET_FOLIO);
}

/* --- on other pages --- */

bool rest_today_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    rest_link_html(t, &(struct rest_link){0});
    return true;
}

bool rest_open_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    rest_inside_html(t, &(struct rest_inside){0});
    return true;
}

bool rest_all_panel(struct req *rq, struct tpl *t)
{
    struct rest_all v = {0};
    struct vault vault;
    enum vault_state is;

    if (!vault_look(rq, &is, &vault) || !down_list(rq->cx, &vault, &v.downs))
        return false;
    for (int i = 0; i < SHEETS; i++)
        if (!sheet_read(rq->cx, &vault, (enum sheet_kind)i, &v.sheets[i]))
            return false;
    rest_all_html(t, &v);
    return true;
}
