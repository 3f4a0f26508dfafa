#include "web/pages.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "web/assets.h"
#include "web/draft.h"
#include "web/form.h"
#include "web/shell.h"
#include "web/web.h"

void web_wrong(struct tpl *t, const char *field)
{
    const char *text = tpl_wrong(t, field);

    if (text)
        wrong_html(t, &(struct wrong){field, text});
}

bool web_chosen(struct tpl *t, const char *field, int64_t id, bool stored)
{
    return tpl_chosen(t, field, arena_fmt(t->out.mem, "%" PRId64, id), stored);
}

struct said {
    int status;
    const char *title, *todo;
};

static const struct said troubles[] = {
    {403, N_("This page is not for you"),
     N_("If that seems wrong, sign in again, or ask someone of the program.")},
    {404, N_("There is nothing here"),
     N_("It may have moved, or it may not be yours to see.")},
    {409, N_("Something changed meanwhile"),
     N_("Go back, look once more, and try again.")},
    {413, N_("That is too much at once"), N_("Please send less at a time.")},
    {422, N_("We could not read that"), N_("Go back and try once more.")},
    {429, N_("One moment, please"),
     N_("There were many tries. Wait a minute, then try again.")},
    {503, N_("We are busy right now"), N_("Please try again in a minute.")},
    {500, N_("Something broke on our side"),
     N_("What you saved before is safe. Please try again in a minute.")},
    {0},
};

void web_error(struct req *rq, int status)
{
    const struct said *s = troubles;
    const struct err *e = &rq->cx->err;

    while (s[1].status && s->status != status)
        s++;
    /* One sentence for all that is not there, and none for our defects. */
    bool tell = e->code == ERR_INVALID || e->code == ERR_CONFLICT ||
                e->code == ERR_UNAVAILABLE;
    req_title(rq, s->title);
    trouble_html(rq->page, &(struct trouble){.title = s->title,
                                             .text = tell ? e->text : NULL,
                                             .todo = s->todo});
}

/* Which page is first: the first place of the role's own bar. */
static const char *first_path(enum role role)
{
    const struct bar_place *best = NULL;

    for (const struct module *const *m = modules; *m; m++)
        for (const struct bar_place *p = (*m)->places; p && p->path; p++)
            if ((p->roles & ROLE_BIT(role)) &&
                (!best || p->order < best->order))
                best = p;
    if (best)
        return best->path;
    return role == ROLE_NONE ? "/sign-in" : "/account";
}

static bool root_page(struct req *rq)
{
    return req_see_other(rq, "%s", first_path(rq->cx->actor->role));
}

static bool home_page(struct req *rq)
{
    return draw_panels(rq, "me.home");
}

static bool today_page(struct req *rq)
{
    const enum role role = rq->cx->actor->role;
    struct today v = {day_of(rq->cx->now), role == ROLE_SUPERVISOR};
    bool peer = role == ROLE_PEER;

    if (v.program)
        req_title(rq, N_("Program today"));
    req_wide(rq, "person");

    today_html(rq->page, &v);
    size_t before = rq->page->out.n;
    if (!draw_panels(rq, peer ? "peer.today" : "staff.today"))
        return false;
    if (rq->page->out.n == before)
        nothing_html(rq->page, &v);
    return true;
}

static bool asset(struct req *rq)
{
    const char *path = arena_fmt(rq->cx->mem, "/s/%s", req_part(rq, "file"));

    for (size_t i = 0; i < web_assets_n; i++) {
        const struct web_asset *a = &web_assets[i];
        if (strcmp(a->address, path) != 0)
            continue;
        bool small = a->gzip.at && req_accepts_gzip(rq);
        req_header(rq, "Cache-Control", "public, max-age=31536000, immutable");
        if (a->gzip.at)
            req_header(rq, "Vary", "Accept-Encoding");
        if (small)
            req_header(rq, "Content-Encoding", "gzip");
        return req_send_static(rq, a->type, a->etag, small ? a->gzip : a->raw);
    }
    return fail(rq->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* A browser tells that a page of ours asked for what the policy forbids. Only
 * which rule it was goes to the log: addresses hold ids. */
static bool policy_report(struct req *rq)
{
    struct blob body = req_body(rq);
    const char *rule = "unknown";
    static const char *const rules[] = {
        "script-src",    "style-src",
        "img-src",       "font-src",
        "form-action",   "connect-src",
        "base-uri",      "require-trusted-types-for",
        "trusted-types", "frame-ancestors",
        "default-src",   NULL};

    for (size_t i = 0; rules[i] && body.at; i++)
        if (memmem(body.at, body.n, rules[i], strlen(rules[i])))
            rule = rules[i];
    (void)fprintf(stderr, "content policy: refused by %s\n", rule);
    return req_no_content(rq);
}

const struct route web_routes[] = {
    /* A form as it would be sent, encoded once more. */
    {.method = POST,
     .path = "/draft",
     .may = "signed in",
     .run = draft_keep,
     .body_max = 256 * 1024},
    {.method = GET,
     .path = "/",
     .may = "public",
     .run = root_page,
     .title = N_("Beside")},
    {.method = GET,
     .path = "/me",
     .may = "web.me",
     .run = home_page,
     .title = N_("Home")},
    {.method = GET,
     .path = "/today",
     .may = "web.today",
     .run = today_page,
     .title = N_("Today")},
    {.method = GET,
     .path = "/s/{file}",
     .may = "public",
     .run = asset,
     .asset = true},
    {.method = POST,
     .path = "/csp-report",
     .may = "public",
     .run = policy_report,
     .no_csrf = true,
     .body_max = 16 << 10},
    {0},
};
