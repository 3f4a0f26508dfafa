/* The reader's pages. */
#include <inttypes.h>

#include "voice/pages.h"
#include "voice/view.h"

static struct words_sheet sheet_of(const struct opened *o)
{
    return (struct words_sheet){&o->words, o->said.kind, o->said.approved,
                                o->said.hash, o->protects ? &o->consent : NULL};
}

const char *words_mark(struct tpl *t, const char *hash)
{
    return arena_fmt(t->out.mem, "%.4s %.4s %.4s", hash, hash + 4, hash + 8);
}

/* Words that were the reader's to read, and are over, say so. */
static bool draw_over(struct req *rq, struct said_id id, const char *words)
{
    struct over_page v = {.words = words,
                          .peer = rq->cx->actor->role == ROLE_PEER};

    if (rq->cx->err.code != ERR_NOTFOUND)
        return false;
    ctx_forgive(rq->cx);
    if (!voice_is_closed(rq->cx, id, &v.o))
        return false;
    req_gone(rq);
    over_page_html(rq->page, &v);
    return true;
}

bool given_page(struct req *rq)
{
    struct said_id id = {0};
    struct given_page v = {.sent = *req_text(rq, "sent") != '\0',
                           .said = *req_text(rq, "said") != '\0'};

    if (!req_id(rq, "words", &id.v))
        return false;
    if (!voice_open(rq->cx, id, MAY_SEE, &v.o))
        return draw_over(rq, id, "");
    v.sheet = sheet_of(&v.o);
    v.open = v.o.said.state < SAID_CLOSED;
    v.peer = rq->cx->actor->role == ROLE_PEER;
    given_page_html(rq->page, &v);
    return true;
}

bool given_form(struct req *rq)
{
    struct reply r = {.words = req_text(rq, "words"),
                      .version = (int)req_number(rq, "version", 0)};
    const struct wills will = wills_typed(rq);

    if (!req_id(rq, "words", &r.thing.v))
        return false;
    if (!voice_reply(rq->cx, &r, &will))
        return draw_over(rq, r.thing, r.words);
    return req_see_other(rq, "/words/%" PRId64 "?sent=1#sent", r.thing.v);
}

bool aloud_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "words", &id.v) &&
           voice_aloud(rq->cx, id, req_text(rq, "note")) &&
           req_see_other(rq, "/words/%" PRId64 "?said=1#aloud", id.v);
}

bool paper_page(struct req *rq)
{
    struct said_id id = {0};
    struct paper_page v = {.o = {.said = {.words = ""}}};

    if (!req_id(rq, "words", &id.v))
        return false;
    if (!voice_open(rq->cx, id, MAY_CARRY, &v.o))
        return draw_over(rq, id, "");
    v.sheet = sheet_of(&v.o);
    req_wide(rq, "report");
    paper_page_html(rq->page, &v);
    return true;
}

bool given_panel(struct req *rq, struct tpl *t)
{
    struct given_panel v = {.fresh = 0};

    if (!voice_to_read(rq->cx, &v.list))
        return false;
    for (size_t i = 0; i < v.list.n; i++)
        v.fresh += v.list.at[i].how < READ_DONE;
    if (v.list.n > 0)
        given_panel_html(t, &v);
    return true;
}
