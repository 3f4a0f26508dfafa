#include "page/read_pages.h"

#include <inttypes.h>
#include <string.h>

#include "page/pdf.h"
#include "page/read_view.h"

enum { HOME_PROMISES = 3 };

const char *will_field(struct arena *mem, size_t n)
{
    return arena_fmt(mem, "will-%zu", n);
}

const char *due_field(struct arena *mem, size_t n)
{
    return arena_fmt(mem, "due-%zu", n);
}

void will_rows(struct tpl *t, const struct read_page *v)
{
    static const char *const labels[COMMITMENTS_A_REPLY] = {
        N_("I will"), N_("And I will"), N_("And also")};

    for (size_t i = 0; i < v->rooms; i++)
        will_row_html(t,
                      &(struct will_row){will_field(t->out.mem, i),
                                         due_field(t->out.mem, i), labels[i]});
}

static struct page_look asked_look(struct req *rq)
{
    return (struct page_look){.paper = strcmp(req_text(rq, "paper"), "a4") == 0
                                           ? PAPER_A4
                                           : PAPER_LETTER,
                              .large = *req_text(rq, "large") != '\0'};
}

bool read_list_get(struct req *rq)
{
    struct read_list v = {.persons = word_persons(rq->cx->lang)};

    if (!to_read_list(rq->cx, &v.pages) || !promised_list(rq->cx, &v.mine))
        return false;
    if (v.mine.n > 0)
        req_wide(rq, "person");
    read_list_html(rq->page, &v);
    return true;
}

bool read_page_get(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct page page;
    struct person_id whose;
    struct person her;
    struct read_page v = {.link = cx->actor->role == ROLE_LINK,
                          .page = &page,
                          .look = asked_look(rq),
                          .sent = *req_text(rq, "sent") != '\0',
                          .rooms = COMMITMENTS_A_REPLY};
    int before;

    if (!req_id(rq, "page", &v.id) ||
        !page_open(cx, v.id, &page, &v.state, &before) ||
        !page_whose(cx, v.id, &whose) || !person_get(cx, whose, &her) ||
        !reply_list(cx, whose, v.id, &v.replies))
        return false;
    v.first = her.first;
    v.changed = before > 0 && before < v.state.version;
    req_wide(rq, "report");
    read_page_html(rq->page, &v);
    return true;
}

bool read_page_post(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct reply r = {.words = req_text(rq, "words")};

    if (!req_id(rq, "page", &r.page))
        return false;
    for (size_t i = 0; i < COMMITMENTS_A_REPLY; i++)
        *LIST_PUSH(cx->mem, &r.will) =
            (struct commitment){.words = req_text(rq, will_field(cx->mem, i)),
                                .due = req_date(rq, due_field(cx->mem, i))};
    if (!reply_add(cx, &r, (int)req_number(rq, "version", 0)))
        return false;
    return cx->actor->role == ROLE_LINK
               ? req_see_other(rq, "/shared/%" PRId64 "?sent=1#sent", r.page)
               : req_see_other(rq, "/read/%" PRId64 "?sent=1#sent", r.page);
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

    if (!req_id(rq, "page", &id) || !page_whose(cx, id, &whose) ||
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

bool answer_get(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct visit visit;
    struct visit_id id;
    struct page_state state;
    struct answer_page v = {0};

    if (!req_id(rq, "visit", &id.v) ||
        !visit_get(cx, cx->actor->person, id, &visit) ||
        !page_state(cx, visit.person, id, &state) ||
        !reply_list(cx, visit.person, state.id, &v.replies))
        return false;
    v.visit = id.v;
    v.day = day_of(visit.at);
    v.none = v.replies.n == 0;
    answer_page_html(rq->page, &v);
    return true;
}

bool answer_post(struct req *rq)
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

bool promise_post(struct req *rq)
{
    struct ctx *cx = rq->cx;
    int64_t visit, promise;
    int64_t state = req_number(rq, "state", -1);

    if (!req_id(rq, "visit", &visit) || !req_id(rq, "promise", &promise))
        return false;
    if (state < COMMITMENT_OPEN || state > COMMITMENT_CHANGED)
        return fail(cx, ERR_INVALID, "state", "Please choose one.");
    if (!commitment_move(cx, cx->actor->person, promise,
                         (enum commitment_state)state, req_text(rq, "came")))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64 "/answer", visit);
}

bool promises_draw(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct promises_panel v = {0};
    struct reply_waiting waiting;

    if (!commitment_list_open(cx, cx->actor->person, HOME_PROMISES, &v.open) ||
        !reply_newest_open(cx, cx->actor->person, &waiting))
        return false;
    v.waiting = waiting.visit.v;
    v.who = waiting.who;
    if (v.open.n > 0 || v.waiting)
        promises_panel_html(t, &v);
    return true;
}
