#include "deck/pages.h"

#include <inttypes.h>

#include "deck/view.h"

static const char *field_of(struct arena *mem, const struct opened *o)
{
    return arena_fmt(mem, "d%" PRId64, o->domain.id);
}

bool deck_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct deck_page v = {.saved = req_was_saved(rq)};
    struct openings all;

    if (!deck_open_of(cx, cx->actor->program, cx->actor->person, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct opened *o = &all.at[i];
        *(o->domain.quiet ? LIST_PUSH(cx->mem, &v.quiet)
                          : LIST_PUSH(cx->mem, &v.open)) = *o;
        v.quiet_open |= o->domain.quiet && o->how != OPEN_CLOSED;
    }
    deck_page_html(rq->page, &v);
    return true;
}

bool deck_open_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct openings all, to = {0};

    if (!deck_open_of(cx, cx->actor->program, cx->actor->person, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct opened o = all.at[i];
        const char *field = field_of(cx->mem, &o);
        if (!req_has(rq, field))
            continue;
        o.how = (enum openness)req_number(rq, field, -1);
        *LIST_PUSH(cx->mem, &to) = o;
    }
    return deck_open_set(cx, &to) && req_see_other(rq, "/deck?saved=1");
}

/* --- who leads keeps the list --- */

bool domains_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct domains_page v = {.saved = req_was_saved(rq)};
    struct domains all;

    if (!domains_of(cx, cx->actor->program, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        *(all.at[i].gone ? LIST_PUSH(cx->mem, &v.gone)
                         : LIST_PUSH(cx->mem, &v.now)) = all.at[i];
    domains_page_html(rq->page, &v);
    return true;
}

static bool done(struct req *rq, bool yes)
{
    return yes && req_see_other(rq, "/deck/domains?saved=1");
}

bool domain_add_form(struct req *rq)
{
    return done(rq,
                domain_add(rq->cx, req_text(rq, "words"),
                           req_number(rq, "after", -1), req_has(rq, "quiet")));
}

bool domain_remove_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "domain", &id) && done(rq, domain_remove(rq->cx, id));
}

bool domain_back_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "domain", &id) && done(rq, domain_put_back(rq->cx, id));
}

/* --- on other pages --- */

bool deck_today_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    deck_link_html(t, &(struct deck_link){.leads = false});
    return true;
}

bool deck_lead_panel(struct req *rq, struct tpl *t)
{
    struct showns all;

    if (!shown_to_me(rq->cx, &all))
        return false;
    deck_link_html(t, &(struct deck_link){.leads = true, .shown = all.n});
    return true;
}
