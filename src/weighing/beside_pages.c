/* A peer sits beside her and types. R59, R81. */
#include <inttypes.h>

#include "frame/module.h"
#include "weighing/pages.h"
#include "weighing/read.h"

static bool read_typed(struct req *rq, struct sheet *s)
{
    struct person_id whose = {0};
    int64_t id = 0;

    return req_id(rq, "person", &whose.v) && req_id(rq, "sheet", &id) &&
           sheet_get(rq->cx, whose, id, s);
}

bool sheet_type_page(struct req *rq)
{
    struct sheet_type_page v = {.saved = req_was_saved(rq)};
    struct person her = {.first = ""};

    if (!read_typed(rq, &v.s) || !person_get(rq->cx, v.s.person, &her) ||
        !panels_html(rq, "visits.talk", &v.talk))
        return false;
    v.name = her.first;
    v.read = sheet_to_write(rq->cx->mem, &v.s, false);
    sheet_type_page_html(rq->page, &v);
    return true;
}

bool sheet_type_form(struct req *rq)
{
    const char *words[SHEET_PARTS];
    struct sheet s;

    sheet_typed_in(rq, words);
    return read_typed(rq, &s) && sheet_write(rq->cx, &s, words) &&
           req_see_other(
               rq, "/people/%" PRId64 "/thinking-over/%" PRId64 "?saved=1",
               s.person.v, s.id);
}

bool sheet_beside_panel(struct req *rq, struct tpl *t)
{
    struct sheet_beside v = {.person = {.first = ""}};

    if (!req_id(rq, "person", &v.person.id.v) ||
        !beside_mine(rq->cx, v.person.id, &v.list))
        return false;
    if (v.list.n == 0)
        return true;
    if (!person_get(rq->cx, v.person.id, &v.person))
        return false;
    sheet_beside_html(t, &v);
    return true;
}
