#include "web/shell.h"

#include <string.h>

#include "frame/module.h"
#include "keys/keys.h"
#include "web/assets.h"
#include "web/web.h"

void web_address(struct tpl *t, const char *name)
{
    tpl_raw(t, web_asset(name)->address);
}

void web_leave_address(struct tpl *t)
{
    tpl_text(t, setting_text("web.leave_address"));
}

const char *web_hours(const struct tpl *t, const char *setting)
{
    const char *said = setting_text(setting);

    if (t->lang == LANG_EN)
        return said;
    const char *other = setting_text(
        arena_fmt(t->out.mem, "%s_%s", setting, lang_tag(t->lang)));
    return *other ? other : said;
}

/* How well a place's path fits the page's: its length when the page is it or
 * below it, else 0. */
static size_t fit(const char *place, const char *page)
{
    size_t n = strlen(place);

    if (strncmp(place, page, n) != 0)
        return 0;
    return page[n] == '\0' || page[n] == '/' ? n : 0;
}

static const struct bar_place *place_after(enum role role, int order)
{
    const struct bar_place *best = NULL;

    for (const struct module *const *m = modules; *m; m++)
        for (const struct bar_place *p = (*m)->places; p && p->path; p++)
            if ((p->roles & ROLE_BIT(role)) && p->order > order &&
                (!best || p->order < best->order))
                best = p;
    return best;
}

static void add_places(struct req *rq, struct shell *v)
{
    enum role role = rq->cx->actor->role;
    bool told = rq->route && rq->route->place;
    const char *path = told ? rq->route->place : rq->path;
    size_t best = 0, here = 0;

    for (const struct bar_place *p = place_after(role, -1); p;
         p = place_after(role, p->order)) {
        size_t n = fit(p->path, path);
        if (n > best) {
            best = n;
            here = v->places.n;
        }
        *LIST_PUSH(rq->cx->mem, &v->places) = (struct shell_place){
            p->path, p->icon,
            p->said ? p->said(rq->cx->mem, rq->cx->lang) : p->words, false};
    }
    if (v->places.n && (best > 0 || strcmp(path, "/") == 0))
        v->places.at[here].here = true;
}

/* Tells two persons on one browser apart, and says nothing else of them. */
static const char *mark_of(struct ctx *cx)
{
    const char *id = arena_fmt(cx->mem, "%lld", (long long)cx->actor->account);

    return arena_dup_n(cx->mem, keys_hash(cx->mem, "web.who", id), 12);
}

static const char *wrap_class(struct req *rq)
{
    const char *width = req_width(rq);

    return *width ? arena_fmt(rq->cx->mem, "wrap--%s", width) : "";
}

void web_shell(struct req *rq, struct tpl *whole)
{
    const struct actor *actor = rq->cx->actor;
    bool in = actor->role != ROLE_NONE;
    bool person = actor->role == ROLE_PERSON;
    const char *wrap = wrap_class(rq);
    struct shell v = {
        .lang = lang_tag(rq->cx->lang),
        .title = rq->title ? rq->title : "",
        .name = setting_text("program.name"),
        .shared = actor->shared_device,
        .personal = in,
        .signed_in = in && actor->role != ROLE_LINK,
        .leave = person || actor->shared_device,
        .help = person || !in,
        .dense = in && !person && actor->role != ROLE_LINK,
        .question = req_is_question(rq),
        .wrap = wrap,
        .dock = *wrap ? arena_fmt(rq->cx->mem, "dock--%s", req_width(rq)) : "",
        .page = {rq->page->out.at ? rq->page->out.at : ""},
    };

    if (!panels_html(rq, "web.foot", &v.links))
        ctx_forgive(rq->cx); /* a foot without links */
    if (v.question)
        v.help = v.signed_in = false;
    if (in && actor->account && !actor->shared_device)
        v.who = mark_of(rq->cx);
    if (in && !req_is_bare(rq) && !v.question)
        add_places(rq, &v);
    shell_html(whole, &v);
}

void web_headers(struct req *rq)
{
    req_header(rq, "Content-Security-Policy",
               "default-src 'none'; script-src 'self'; style-src 'self'; "
               "img-src 'self'; font-src 'self'; connect-src 'self'; "
               "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
               "require-trusted-types-for 'script'; trusted-types 'none'; "
               "report-uri /csp-report");
    req_header(rq, "X-Content-Type-Options", "nosniff");
    req_header(rq, "Referrer-Policy", "no-referrer");
    req_header(rq, "Cross-Origin-Opener-Policy", "same-origin");
    req_header(rq, "Cross-Origin-Resource-Policy", "same-origin");
    req_header(rq, "Permissions-Policy",
               "camera=(), geolocation=(), microphone=(), payment=(), usb=(), "
               "interest-cohort=()");
    if (req_is_https(rq))
        req_header(rq, "Strict-Transport-Security",
                   "max-age=31536000; includeSubDomains");
}
