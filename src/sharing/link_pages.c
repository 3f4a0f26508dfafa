/* The door of a link: a code, then the one page behind it. */
#include <ctype.h>
#include <inttypes.h>

#include "sharing/pages_int.h"
#include "sharing/view.h"

/* Where visits/ shows the page to a reader. */
static bool go_in(struct req *rq, const struct link_state *s)
{
    return req_see_other(rq, "/shared/%" PRId64, s->what.thing);
}

static void show(struct req *rq, const char *token, const struct link_state *s)
{
    const struct door_view v = {.token = token,
                                .closed = s->id == 0 || s->tries >= LINK_TRIES,
                                .elsewhere = s->result == LINK_ELSEWHERE,
                                .signed_in = rq->cx->actor->role != ROLE_NONE &&
                                             rq->cx->actor->role != ROLE_LINK,
                                .left = LINK_TRIES - s->tries};

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
