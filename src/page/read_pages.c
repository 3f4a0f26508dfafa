#include "page/read_pages.h"

#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "page/pdf.h"
#include "page/read_view.h"

static struct page_look asked_look(struct req *rq)
{
    return (struct page_look){.paper = strcmp(req_text(rq, "paper"), "a4") == 0
                                           ? PAPER_A4
                                           : PAPER_LETTER,
                              .large = *req_text(rq, "large") != '\0'};
}

bool read_list_page(struct req *rq)
{
    struct read_list v = {0};

    if (!pages_to_read(rq->cx, &v.pages))
        return false;
    read_list_html(rq->page, &v);
    return draw_panels(rq, "reader.list");
}

bool read_one_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct page page;
    struct person_id whose;
    struct person her;
    struct read_page v = {.link = cx->actor->role == ROLE_LINK,
                          .page = &page,
                          .look = asked_look(rq),
                          .sent = *req_text(rq, "sent") != '\0'};
    int before;

    if (!req_id(rq, "page", &v.id) ||
        !page_open(cx, v.id, &page, &v.state, &before) ||
        !said_whose(cx, (struct said_id){v.id}, &whose) ||
        !person_get(cx, whose, &her) ||
        !reply_list(cx, whose, (struct said_id){v.id}, &v.replies))
        return false;
    v.first = her.first;
    v.changed = before > 0 && before < v.state.version;
    v.before = before > 0 && v.state.version > 1;
    req_wide(rq, "report");
    read_page_html(rq->page, &v);
    return true;
}

bool read_page_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct reply r = {.words = req_text(rq, "words"),
                      .version = (int)req_number(rq, "version", 0)};
    const struct wills will = wills_typed(rq);

    if (!req_id(rq, "page", &r.thing.v) || !reply_add(cx, &r, &will))
        return false;
    return cx->actor->role == ROLE_LINK
               ? req_see_other(rq, "/shared/%" PRId64 "?sent=1#sent", r.thing.v)
               : req_see_other(rq, "/read/%" PRId64 "?sent=1#sent", r.thing.v);
}

/* Taking it out on paper is asked for itself; the look is written down. */
bool read_pdf_before(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct person_id whose;
    struct page page;
    struct page_state state;
    int64_t id;
    struct blob *pdf = ARENA_NEW(cx->mem, struct blob);

    if (!req_id(rq, "page", &id) ||
        !said_whose(cx, (struct said_id){id}, &whose) ||
        !may(cx, MAY_CARRY, (struct about){whose, TOPIC_PAGE, id}) ||
        !page_newest(cx, whose, id, &page, &state) ||
        !pdf_make(cx, &page, asked_look(rq), pdf))
        return false;
    req_keep(rq, pdf);
    return true;
}

bool read_pdf_get(struct req *rq)
{
    const struct blob *pdf = req_kept(rq);

    return req_send(rq, "application/pdf", "page.pdf", *pdf);
}

/* --- what came back --- */

bool page_answer_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct visit visit;
    struct visit_id id;
    struct page_state state;
    struct answer_page v = {0};

    if (!req_id(rq, "visit", &id.v) ||
        !visit_get(cx, cx->actor->person, id, &visit) ||
        !page_state(cx, visit.person, id, &state) ||
        (state.id &&
         !reply_list(cx, visit.person, (struct said_id){state.id}, &v.replies)))
        return false;
    v.visit = id.v;
    v.day = day_of(visit.at);
    v.none = v.replies.n == 0;
    v.version = state.version;
    answer_page_html(rq->page, &v);
    return true;
}

bool page_answer_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    int64_t visit, reply;
    bool right = strcmp(req_text(rq, "answer"), "right") == 0;

    if (!req_id(rq, "visit", &visit) || !req_id(rq, "reply", &reply) ||
        !reply_answer(cx, cx->actor->person, reply,
                      right ? REPLY_RIGHT : REPLY_NOT_QUITE,
                      req_text(rq, "said")))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64 "/answer", visit);
}

/* "It is done", after "it was changed": first it is open again. */
static bool move_promise(struct ctx *cx, struct person_id whose,
                         struct said_id id, enum said_act act, const char *came)
{
    struct said s;

    if (!said_newest(cx, whose, id, &s))
        return false;
    if (s.state == SAID_CLOSED && act != ACT_REOPEN &&
        !said_move(cx, whose, id, ACT_REOPEN, ""))
        return false;
    return (s.state != SAID_CLOSED && act == ACT_REOPEN) ||
           said_move(cx, whose, id, act, came);
}

bool promise_form(struct req *rq)
{
    static const enum said_act acts[] = {ACT_REOPEN, ACT_DONE, ACT_CHANGE};
    struct ctx *cx = rq->cx;
    int64_t visit, state = req_number(rq, "state", -1);
    struct said_id promise;

    if (!req_id(rq, "visit", &visit) || !req_id(rq, "promise", &promise.v))
        return false;
    if (state < 0 || state >= (int64_t)(sizeof acts / sizeof *acts))
        return fail(cx, ERR_INVALID, "state", "Please choose one.");
    if (!move_promise(cx, cx->actor->person, promise, acts[state],
                      req_text(rq, "why")))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64 "/answer", visit);
}

bool wrote_back_panel(struct req *rq, struct tpl *t)
{
    struct reply_waiting w;

    if (!reply_newest_open(rq->cx, rq->cx->actor->person, 1 << SAID_PAGE, &w))
        return false;
    if (w.thing.v)
        wrote_back_html(t, &(struct wrote_back){w.about, w.who});
    return true;
}
