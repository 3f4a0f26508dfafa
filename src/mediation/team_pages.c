/* The pages of those she named: the other side, and the peer. */
#include <inttypes.h>

#include "mediation/pages.h"
#include "mediation/view.h"

/* What the actor was named in, and is over, says so. */
static bool draw_over(struct req *rq, struct said_id id, const char *words)
{
    struct joined_over v = {.words = words,
                            .peer = rq->cx->actor->role == ROLE_PEER};

    if (rq->cx->err.code != ERR_NOTFOUND)
        return false;
    ctx_forgive(rq->cx);
    if (!joined_is_closed(rq->cx, id, &v.r))
        return false;
    req_gone(rq);
    joined_over_html(rq->page, &v);
    return true;
}

static struct sides_pair pair_of(const struct joined *j)
{
    const struct told *team = j->helps ? &j->other : &j->mine;

    return (struct sides_pair){.hers = &j->hers,
                               .team = &team->side,
                               .other = j->hers.other_name,
                               .mine = !j->helps,
                               .told = team->said.id.v != 0,
                               .said = j->said.approved,
                               .answered = team->said.approved};
}

static bool find_words(struct ctx *cx, const struct side *v,
                       struct found_words *out)
{
    return glossary_found(
        cx, arena_fmt(cx->mem, "%s\n%s", v->mean, v->misheard), &out->list);
}

bool joined_show_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct said_id id = {0};
    struct joined_page v = {.sent = *req_text(rq, "sent") != '\0'};

    if (!req_id(rq, "sides", &id.v))
        return false;
    if (!joined_open(cx, id, &v.j))
        return draw_over(rq, id, "");
    v.pair = pair_of(&v.j);
    if (!find_words(cx, v.pair.team, &v.found) ||
        !rally_list(cx, v.j.said.person, &v.j.replies, &v.rally))
        return false;
    sides_agreed(cx, &v.j.replies, &v.agreed, &v.proposed);
    req_wide(rq, "person");
    joined_page_html(rq->page, &v);
    return true;
}

bool joined_mine_form(struct req *rq)
{
    struct said_id id = {0};
    struct side v = side_blank();

    v.mean = req_text(rq, "mean");
    v.misheard = req_text(rq, "misheard");
    if (!req_id(rq, "sides", &id.v))
        return false;
    if (!joined_write(rq->cx, id, &v))
        return draw_over(rq, id, *v.mean ? v.mean : v.misheard);
    return req_see_other(rq, "/sides/%" PRId64 "/yes", id.v);
}

bool joined_yes_page(struct req *rq)
{
    struct said_id id = {0};
    struct joined_yes v = {.found = {.id = ""}};

    if (!req_id(rq, "sides", &id.v))
        return false;
    if (!joined_open(rq->cx, id, &v.j))
        return draw_over(rq, id, "");
    if (!v.j.draft.id.v)
        return req_see_other(rq, "/sides/%" PRId64, id.v);
    if (!find_words(rq->cx, &v.j.drafted, &v.found))
        return false;
    joined_yes_html(rq->page, &v);
    return true;
}

bool joined_yes_form(struct req *rq)
{
    struct said_id id = {0};

    if (!req_id(rq, "sides", &id.v))
        return false;
    if (!joined_approve(rq->cx, id, req_text(rq, "seen")))
        return said_show_again(rq->cx) || draw_over(rq, id, "");
    return req_see_other(rq, "/sides/%" PRId64 "?sent=1", id.v);
}

bool joined_agree_form(struct req *rq)
{
    struct reply r = {.words = req_text(rq, "words"),
                      .version = (int)req_number(rq, "version", 0)};
    const struct wills will = wills_typed(rq);

    if (!req_id(rq, "sides", &r.thing.v))
        return false;
    if (!joined_agree(rq->cx, &r, &will))
        return draw_over(rq, r.thing, r.words);
    return req_see_other(rq, "/sides/%" PRId64 "?sent=1", r.thing.v);
}

bool joined_list_panel(struct req *rq, struct tpl *t)
{
    struct joined_panel v = {.peer = rq->cx->actor->role == ROLE_PEER};

    if (!joined_list(rq->cx, &v.list))
        return false;
    for (size_t i = 0; i < v.list.n; i++)
        v.fresh += v.list.at[i].how < READ_DONE;
    if (v.list.n > 0)
        joined_panel_html(t, &v);
    return true;
}

/* --- what helped --- */

bool helped_all_page(struct req *rq)
{
    struct helped_page v = {{0}};

    if (!helped_list(rq->cx, &v.list))
        return false;
    helped_page_html(rq->page, &v);
    return true;
}

bool helped_count_panel(struct req *rq, struct tpl *t)
{
    struct helped_panel v = {0};

    if (!helped_count(rq->cx, &v.n))
        return false;
    if (v.n > 0)
        helped_panel_html(t, &v);
    return true;
}
