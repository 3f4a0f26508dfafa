/* Hers. Source: R48 "make enough noise so that it's done", R20, R46, R121. */
#include <inttypes.h>
#include <string.h>

#include "asks/pages.h"
#include "asks/view.h"
#include "sharing/permission.h"

/* --- how loud, as fields --- */

const char *step_field(struct arena *mem, int step)
{
    return arena_fmt(mem, "step-%d", step);
}

static const char *day_field(struct arena *mem, int step)
{
    return arena_fmt(mem, "day-%d", step);
}

const char *step_said(struct tpl *t, int step)
{
    return lang_text(t->lang, step_words((enum ask_step)step));
}

void rung_rows(struct tpl *t, const struct ladder *l)
{
    for (int i = 0; i < ASK_STEPS; i++)
        rung_row_html(t, &(struct rung_fields){i, step_field(t->out.mem, i),
                                               day_field(t->out.mem, i),
                                               &l->at[i]});
}

void rung_lines(struct tpl *t, const struct ladder *l)
{
    for (int i = 0; i < ASK_STEPS; i++)
        rung_line_html(t, &(struct rung_fields){i, "", "", &l->at[i]});
}

/* What was not sent is said later, if she says so. */
struct ladder_wish ladder_typed(struct req *rq)
{
    struct ladder_wish w;
    struct arena *mem = rq->cx->mem;

    for (int i = 0; i < ASK_STEPS; i++) {
        const int64_t when = req_number(rq, step_field(mem, i), WHEN_LATER);
        w.when[i] = when == WHEN_NEVER || when == WHEN_NOW || when == WHEN_DAY
                        ? (enum ask_when)when
                        : WHEN_LATER;
        w.day[i] = req_date(rq, day_field(mem, i));
    }
    return w;
}

/* --- asking --- */

bool asks_page(struct req *rq)
{
    struct asks_page v = {.saved = req_was_saved(rq)};

    if (!ask_list(rq->cx, false, ASKS_OPEN_MAX, &v.open) ||
        !ask_list(rq->cx, true, ASKS_OPEN_MAX, &v.over) ||
        !ask_drafts(rq->cx, &v.drafts))
        return false;
    asks_page_html(rq->page, &v);
    return true;
}

bool ask_new_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct ask_form v = {.words = "", .promise = req_number(rq, "promise", 0)};
    struct ask_promise promise = {.words = ""};

    if (!ladder_new(cx, &v.ladder) ||
        !person_peers(cx, cx->actor->person, &v.peers) ||
        (v.promise && !ask_of_promise(cx, v.promise, &promise)))
        return false;
    if (promise.ask.v)
        return req_see_other(rq, "/me/asks/%" PRId64 "/loud", promise.ask.v);
    ladder_begin(&v.ladder);
    if (*promise.words)
        v.words = arena_fmt(
            cx->mem, "%s \"%s\". %s",
            lang_text(cx->lang, N_("I was told this:")), promise.words,
            lang_text(cx->lang, N_("It is not done. Please do it.")));
    ask_new_html(rq->page, &v);
    return true;
}

/* A peer types it: it is a draft, and how loud is said with her yes. */
static bool begin_typing(struct req *rq, struct person_id peer)
{
    struct said_id id;

    return ask_draft_begin(rq->cx, req_text(rq, "words"), peer, &id) &&
           req_see_other(rq, "/me/asks/%" PRId64 "/draft?saved=1", id.v);
}

bool ask_new_form(struct req *rq)
{
    const struct ladder_wish w = ladder_typed(rq);
    const struct person_id peer = {req_number(rq, "peer", 0)};
    struct said s = {.words = req_text(rq, "words"),
                     .due = req_date(rq, "due")};

    if (peer.v)
        return begin_typing(rq, peer);
    if (!ask_make(rq->cx, &s, &w))
        return false;
    return req_see_other(rq, "/me/asks/%" PRId64 "?saved=1", s.id.v);
}

/* --- one of them --- */

bool ask_of(struct req *rq, struct said_id *id)
{
    return req_id(rq, "ask", &id->v);
}

static bool see_ask(struct req *rq, struct said_id id)
{
    return req_see_other(rq, "/me/asks/%" PRId64 "?saved=1", id.v);
}

bool ask_one_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct ask_page v = {.saved = req_was_saved(rq),
                         .sent = req_row(rq, "reply")};
    struct said_id id;

    if (!ask_of(rq, &id) || !ask_get(cx, id, &v.ask) ||
        !reply_list(cx, cx->actor->person, id, &v.replies) ||
        !did_list(cx, cx->actor->person, id, &v.dids) ||
        !reader_name(cx, cx->actor->person, v.ask.said.typed_by.v, &v.typed))
        return false;
    v.top = ladder_top(&v.ask.ladder);
    for (size_t i = 0; i < v.replies.n; i++)
        for (size_t k = 0; k < v.replies.at[i].promises.n; k++)
            v.promised += v.replies.at[i].promises.at[k].state == SAID_APPROVED;
    ask_one_html(rq->page, &v);
    return true;
}

bool ask_loud_page(struct req *rq)
{
    struct ask a;
    struct said_id id;

    if (!ask_of(rq, &id) || !ask_get(rq->cx, id, &a))
        return false;
    ask_loud_html(rq->page, &(struct ask_form){.ladder = a.ladder,
                                               .words = "",
                                               .ask = &a,
                                               .up = ladder_up(&a.ladder)});
    return true;
}

bool ask_loud_form(struct req *rq)
{
    const struct ladder_wish w = ladder_typed(rq);
    struct said_id id;

    return ask_of(rq, &id) && ask_loud(rq->cx, id, &w) && see_ask(rq, id);
}

bool ask_louder_form(struct req *rq)
{
    struct said_id id;

    return ask_of(rq, &id) && ask_louder(rq->cx, id) && see_ask(rq, id);
}

bool ask_quieter_form(struct req *rq)
{
    struct said_id id;

    return ask_of(rq, &id) && ask_quieter(rq->cx, id) && see_ask(rq, id);
}

bool ask_end_form(struct req *rq)
{
    const enum said_act act = ask_act(req_text(rq, "act"));
    struct said_id id;

    if (!ask_of(rq, &id) || !ask_end(rq->cx, id, act, req_text(rq, "why")) ||
        (act != ACT_REOPEN && req_has(rq, "promises") &&
         !ask_end_promises(rq->cx, id, act)))
        return false;
    if (act == ACT_REOPEN) /* open, and with nobody: who gets it now? */
        return req_see_other(rq, "/me/asks/%" PRId64 "/loud", id.v);
    return see_ask(rq, id);
}

bool ask_right_form(struct req *rq)
{
    const bool right = strcmp(req_text(rq, "answer"), "right") == 0;
    struct ctx *cx = rq->cx;
    struct said_id id;
    int64_t reply;

    return ask_of(rq, &id) && req_id(rq, "reply", &reply) &&
           reply_answer(cx, cx->actor->person, reply,
                        right ? REPLY_RIGHT : REPLY_NOT_QUITE,
                        right ? "" : req_text(rq, "said")) &&
           see_ask(rq, id);
}

/* --- on other pages --- */

/* Beside her promises. */
bool my_asks_panel(struct req *rq, struct tpl *t)
{
    struct asks_page v = {0};

    if (!ask_list(rq->cx, false, ASKS_OPEN_MAX, &v.open) ||
        !ask_drafts(rq->cx, &v.drafts))
        return false;
    my_asks_html(t, &v);
    return true;
}

/* Among who is doing what for her, on Home. */
bool asks_doing_panel(struct req *rq, struct tpl *t)
{
    enum { ON_HOME = 2 };
    struct asks_page v = {0};

    if (!ask_list(rq->cx, false, ON_HOME, &v.open))
        return false;
    for (size_t i = 0; i < v.open.n; i++)
        ask_doing_html(t, &(struct ask_line){.a = &v.open.at[i]});
    return true;
}

bool ask_answered_panel(struct req *rq, struct tpl *t)
{
    struct reply_waiting w;

    if (!reply_newest_open(rq->cx, rq->cx->actor->person, 1 << SAID_ASK, &w))
        return false;
    if (w.thing.v)
        ask_answered_html(t, &(struct ask_answered){w.thing.v, w.who});
    return true;
}
