/* The door of a link: a code, then the one page behind it. */
#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "sharing/pages.h"
#include "sharing/view.h"

enum { TYPED_MAX = 256 * 1024 };

/* Where page/ shows the page to a reader. */
static bool go_in(struct req *rq, const struct link_state *s)
{
    return req_see_other(rq, "/shared/%" PRId64, s->what.thing);
}

/* The same for a link that is over and for one that never was. */
static void show_gone(struct req *rq, const char *words)
{
    req_gone(rq);
    req_bare(rq);
    req_wide(rq, "narrow");
    req_title(rq, N_("This page is closed"));
    gone_html(rq->page, &(struct gone_view){words});
}

/* What a form brought, one after the other, as it was typed. */
static const char *typed(struct req *rq)
{
    static const char *const ours[] = {"csrf", "once", "on_page", "version",
                                       NULL};
    struct buf b = buf_new(rq->cx->mem, TYPED_MAX);
    const char *name, *value;

    for (size_t i = 0; req_field(rq, i, &name, &value); i++) {
        const char *const *o = ours;
        while (*o && strcmp(*o, name) != 0)
            o++;
        if (!*o && *value)
            buf_fmt(&b, "%s%s", b.n ? "\n\n" : "", value);
    }
    return b.n ? b.at : "";
}

bool link_gone(struct req *rq)
{
    bool was = false;

    if (!role_can(ROLE_LINK, rq->route->may))
        return false;
    if (!link_was(rq, &was))
        ctx_forgive(rq->cx);
    if (was)
        show_gone(rq, rq->route->method == POST ? typed(rq) : "");
    return was;
}

static void show(struct req *rq, const char *token, const struct link_state *s)
{
    const struct door_view v = {.token = token,
                                .shut = s->shut || s->tries >= LINK_TRIES,
                                .elsewhere = s->result == LINK_ELSEWHERE,
                                .signed_in = rq->cx->actor->role != ROLE_NONE &&
                                             rq->cx->actor->role != ROLE_LINK,
                                .left = LINK_TRIES - s->tries};

    if (!s->id && !v.shut) {
        show_gone(rq, "");
        return;
    }
    req_bare(rq);
    door_html(rq->page, &v);
}

bool link_page(struct req *rq)
{
    const char *token = req_part(rq, "token");
    struct link_state s;

    if (!link_find(rq->cx, token, &s))
        return false;
    if (s.id && link_is_bound(rq, &s) && rq->cx->actor->role == ROLE_LINK)
        return go_in(rq, &s);
    show(rq, token, &s);
    return true;
}

/* "482 913" and "482-913" are the code too. */
static const char *digits(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem, 16);

    for (; *s; s++)
        if (isdigit((unsigned char)*s))
            buf_putc(&b, *s);
    return b.at ? b.at : "";
}

bool link_form(struct req *rq)
{
    const char *token = req_part(rq, "token");
    struct link_state s;
    const enum role role = rq->cx->actor->role;

    if (!link_find(rq->cx, token, &s))
        return false;
    if (s.id && (role == ROLE_NONE || role == ROLE_LINK)) {
        if (!link_try(rq, token, &s, digits(rq->cx->mem, req_text(rq, "code"))))
            return false;
        if (s.result == LINK_OPEN)
            return go_in(rq, &s);
    }
    show(rq, token, &s);
    return true;
}
