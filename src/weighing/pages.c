/* Her own pages: what she thinks over. R59. */
#include "weighing/pages.h"

#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "weighing/read.h"

static struct person_id me(const struct req *rq)
{
    return rq->cx->actor->person;
}

static bool see_sheet(struct req *rq, int64_t id)
{
    return req_see_other(rq, "/me/thinking-over/%" PRId64 "?saved=1", id);
}

void sheet_typed_in(struct req *rq, const char *words[])
{
    for (int p = 0; p < SHEET_PARTS; p++) {
        const char *field = sheet_field((enum sheet_part)p);
        words[p] = req_has(rq, field) ? req_text(rq, field) : NULL;
    }
}

bool sheets_page(struct req *rq)
{
    struct sheets_page v;

    if (!sheet_list(rq->cx, &v.list))
        return false;
    sheets_page_html(rq->page, &v);
    return true;
}

bool sheet_new_page(struct req *rq)
{
    struct sheet_form v = {.s = {.person = me(rq)}};

    for (int p = 0; p < SHEET_PARTS; p++)
        v.s.part[p] = (struct sheet_words){"", "", false, true};
    v.read = sheet_to_write(rq->cx->mem, &v.s, true);
    sheet_form_html(rq->page, &v);
    return true;
}

bool sheet_new_form(struct req *rq)
{
    const char *words[SHEET_PARTS];
    int64_t id = 0;

    sheet_typed_in(rq, words);
    if (!words[SHEET_ABOUT])
        words[SHEET_ABOUT] = "";
    return sheet_begin(rq->cx, words, &id) && see_sheet(rq, id);
}

static bool read_sheet(struct req *rq, struct sheet *s)
{
    int64_t id = 0;

    return req_id(rq, "sheet", &id) && sheet_get(rq->cx, me(rq), id, s);
}

static bool name_typist(struct ctx *cx, struct sheet_page *v)
{
    struct person p = {.first = ""};

    v->typist = "";
    if (v->s.typist.v && !person_get(cx, v->s.typist, &p))
        return false;
    v->typist = p.first;
    return true;
}

bool sheet_page(struct req *rq)
{
    struct sheet_page v = {.saved = req_was_saved(rq)};
    struct ctx *cx = rq->cx;

    if (!read_sheet(rq, &v.s) || !name_typist(cx, &v) ||
        !next_for_questions(cx, &v.visits) ||
        !beside_list(cx, v.s.id, &v.beside) ||
        !panels_html(rq, "visits.talk", &v.talk))
        return false;
    v.read = sheet_to_read(cx->mem, &v.s);
    v.typed = sheet_what_waits(cx->mem, &v.s);
    sheet_page_html(rq->page, &v);
    return true;
}

bool sheet_paper(struct req *rq)
{
    struct sheet_page v = {0};

    if (!read_sheet(rq, &v.s))
        return false;
    v.read = sheet_to_read(rq->cx->mem, &v.s);
    sheet_paper_html(rq->page, &v);
    return true;
}

bool sheet_write_page(struct req *rq)
{
    struct sheet_form v = {0};

    if (!read_sheet(rq, &v.s))
        return false;
    v.read = sheet_to_write(rq->cx->mem, &v.s, true);
    v.waits = v.s.typed != 0;
    sheet_form_html(rq->page, &v);
    return true;
}

bool sheet_write_form(struct req *rq)
{
    const char *words[SHEET_PARTS];
    struct sheet s;

    sheet_typed_in(rq, words);
    return read_sheet(rq, &s) && sheet_write(rq->cx, &s, words) &&
           see_sheet(rq, s.id);
}

bool sheet_yes_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "sheet", &id) &&
           sheet_yes(rq->cx, id, req_number(rq, "seen", 0)) &&
           see_sheet(rq, id);
}

bool sheet_no_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "sheet", &id) && sheet_no(rq->cx, id) &&
           see_sheet(rq, id);
}

bool sheet_visit_form(struct req *rq)
{
    const struct visit_id visit = {req_number(rq, "visit", 0)};
    int64_t id = 0;

    return req_id(rq, "sheet", &id) && sheet_take(rq->cx, id, visit) &&
           req_see_other(rq, "/me/visits/%" PRId64 "/review", visit.v);
}

bool sheet_beside_form(struct req *rq)
{
    const struct person_id peer = {req_number(rq, "peer", 0)};
    struct sheet s;

    return read_sheet(rq, &s) &&
           (peer.v ? beside_let(rq->cx, s.id, peer)
                   : beside_end(rq->cx, s.id)) &&
           see_sheet(rq, s.id);
}

bool sheet_away_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "sheet", &id) && sheet_away(rq->cx, id) &&
           req_see_other(rq, "/me/thinking-over");
}

/* --- on other pages --- */

bool sheets_visits_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    sheets_link_html(t, &(struct sheets_link){.questions = false});
    return true;
}

bool sheets_questions_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    sheets_link_html(t, &(struct sheets_link){.questions = true});
    return true;
}
