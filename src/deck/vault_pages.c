#include "deck/vault_pages.h"

#include "deck/count.h"
#include "deck/view.h"

/* --- cards --- */

const char *card_first(const struct card *c)
{
    if (c->goes >= 0 && *c->said[c->goes])
        return c->said[c->goes];
    for (int d = 0; d < DEPTHS; d++)
        if (*c->said[d])
            return c->said[d];
    return "";
}

/* What hurts stands apart until its peer opens it (R6). */
static bool is_hidden(const struct openings *mine, int64_t domain)
{
    const struct opened *o = opened_in(mine, domain);

    return o && o->domain.quiet && o->how == OPEN_CLOSED;
}

static bool read_mine(struct ctx *cx, struct openings *mine)
{
    return deck_open_of(cx, cx->actor->program, cx->actor->person, mine);
}

bool cards_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct cards_page v = {0};
    struct openings mine;
    struct cards all;
    struct vault vault;
    bool open = false, asks = false;

    if (!vault_page(rq, &vault, &open, &asks) || asks)
        return asks;
    if (!cards_read(cx, &vault, &all) || !read_mine(cx, &mine))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct card *c = &all.at[i];
        *(card_is_empty(c) && is_hidden(&mine, c->domain)
              ? LIST_PUSH(cx->mem, &v.hidden)
              : LIST_PUSH(cx->mem, &v.cards)) = *c;
    }
    cards_page_html(rq->page, &v);
    return true;
}

/* While the vault is shut there is only what was typed. */
static bool blank_card(struct ctx *cx, int64_t id, struct card *c)
{
    struct domains all;

    if (!domains_of(cx, cx->actor->program, &all))
        return false;
    const struct domain *d = domain_in(&all, id);
    *c = (struct card){.domain = id, .goes = -1, .says = d ? d->says : ""};
    for (int i = 0; i < DEPTHS; i++)
        c->said[i] = "";
    return d || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool deck_card_page(struct req *rq)
{
    struct card_page v = {.saved = req_was_saved(rq)};
    struct vault vault;
    bool open = false, asks = false;
    int64_t id = 0;

    if (!req_id(rq, "domain", &id) || !vault_page(rq, &vault, &open, &asks) ||
        asks)
        return asks;
    if (!(open ? deck_card_read(rq->cx, &vault, id, &v.card)
               : blank_card(rq->cx, id, &v.card)))
        return false;
    card_page_html(rq->page, &v);
    return true;
}

bool deck_card_form(struct req *rq)
{
    struct card c = {.goes = (int)req_number(rq, "goes", -1)};
    struct vault vault;

    for (int d = 0; d < DEPTHS; d++)
        c.said[d] = req_text(rq, depth_field(d));
    return req_id(rq, "domain", &c.domain) && vault_form(rq, &vault) &&
           deck_card_put(rq->cx, &vault, &c) &&
           req_see_other(rq, "%s?saved=1", rq->path);
}

/* --- I shared --- */

static bool read_domains(struct ctx *cx, struct shared_page *v)
{
    struct openings mine;
    struct domains all;

    if (!domains_now(cx, cx->actor->program, &all) || !read_mine(cx, &mine))
        return false;
    for (size_t i = 0; i < all.n; i++)
        *(is_hidden(&mine, all.at[i].id) ? LIST_PUSH(cx->mem, &v->hidden)
                                         : LIST_PUSH(cx->mem, &v->domains)) =
            all.at[i];
    return true;
}

bool shared_page(struct req *rq)
{
    struct shared_page v = {.saved = req_was_saved(rq)};
    struct vault vault;
    bool open = false, asks = false;

    if (!vault_page(rq, &vault, &open, &asks) || asks)
        return asks;
    if (!read_domains(rq->cx, &v) || !shown_mine(rq->cx, &v.shown) ||
        !shown_leads(rq->cx, &v.leads) ||
        (open && !shared_list(rq->cx, &vault, &v.all)))
        return false;
    shared_page_html(rq->page, &v);
    return true;
}

static bool keep(struct req *rq, const struct shared *s)
{
    struct vault vault;

    return vault_form(rq, &vault) && shared_add(rq->cx, &vault, s) &&
           (!req_has(rq, "count") || count_add(rq->cx, &vault, s)) &&
           req_see_other(rq, "/deck/shared?saved=1");
}

bool shared_form(struct req *rq)
{
    return keep(rq,
                &(struct shared){.domain = req_number(rq, "domain", 0),
                                 .depth = (int)req_number(rq, "depth", -1),
                                 .asked = (int)req_number(rq, "asked", -1),
                                 .helped = (int)req_number(rq, "helped", -1),
                                 .why = -1});
}

bool held_form(struct req *rq)
{
    return keep(rq, &(struct shared){.held = true,
                                     .domain = req_number(rq, "domain", 0),
                                     .depth = -1,
                                     .asked = -1,
                                     .helped = -1,
                                     .why = (int)req_number(rq, "why", -1)});
}

bool shared_remove_form(struct req *rq)
{
    struct vault vault;
    int64_t id = 0;

    return req_id(rq, "shared", &id) && vault_form(rq, &vault) &&
           shared_remove(rq->cx, &vault, id) &&
           req_see_other(rq, "/deck/shared?saved=1");
}

/* --- one of them, to who leads --- */

bool shown_form(struct req *rq)
{
    const struct person_id reader = {req_number(rq, "reader", 0)};
    struct vault vault;
    int64_t id = 0;

    return req_id(rq, "shared", &id) && vault_form(rq, &vault) &&
           shown_put(rq->cx, &vault, id, reader) &&
           req_see_other(rq, "/deck/shared?saved=1");
}

bool shown_end_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "shown", &id) && shown_end(rq->cx, id) &&
           req_see_other(rq, "/deck/shared?saved=1");
}

bool shown_page(struct req *rq)
{
    struct shown_page v = {0};

    if (!shown_to_me(rq->cx, &v.all))
        return false;
    shown_page_html(rq->page, &v);
    return true;
}

/* --- on the pages of the vault --- */

bool deck_open_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    deck_inside_html(t, &(struct deck_inside){0});
    return true;
}

bool deck_all_panel(struct req *rq, struct tpl *t)
{
    struct deck_all v = {0};
    struct vault vault;
    enum vault_state is;

    if (!vault_look(rq, &is, &vault) || !cards_read(rq->cx, &vault, &v.cards) ||
        !shared_list(rq->cx, &vault, &v.shared))
        return false;
    for (size_t i = 0; i < v.cards.n; i++)
        v.any |= !card_is_empty(&v.cards.at[i]);
    deck_all_html(t, &v);
    return true;
}

/* --- how many, of all --- */

bool counts_page(struct req *rq)
{
    struct counts_page v = {.whole = true};

    if (!count_last_month(rq->cx, &v.c))
        return false;
    counts_page_html(rq->page, &v);
    return true;
}

bool counts_council_panel(struct req *rq, struct tpl *t)
{
    struct counts_page v = {.whole = false};

    if (!count_last_month(rq->cx, &v.c))
        return false;
    counts_page_html(t, &v);
    return true;
}
