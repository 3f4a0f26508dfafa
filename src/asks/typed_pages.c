/* An ask that a peer types: her page of it, and the peer's. Source: R44, R48.
 */
#include <inttypes.h>

#include "asks/pages.h"
#include "asks/view.h"

/* --- hers --- */

static bool draft_of(struct req *rq, struct said_id *id)
{
    return req_id(rq, "draft", &id->v);
}

static bool see_draft(struct req *rq, struct said_id id)
{
    return req_see_other(rq, "/me/asks/%" PRId64 "/draft?saved=1", id.v);
}

bool ask_draft_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct ask_draft_page v = {.saved = req_was_saved(rq)};
    struct said_id id;

    if (!draft_of(rq, &id) || !ask_draft_get(cx, cx->actor->person, id, &v.d) ||
        !person_peers(cx, cx->actor->person, &v.peers) ||
        !ladder_new(cx, &v.ladder))
        return false;
    ladder_begin(&v.ladder);
    ask_draft_html(rq->page, &v);
    return true;
}

bool ask_draft_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct ask_draft d;
    struct said_id id;

    return draft_of(rq, &id) && ask_draft_get(cx, cx->actor->person, id, &d) &&
           ask_draft_write(cx, &d, req_text(rq, "words"),
                           req_text(rq, "seen")) &&
           see_draft(rq, id);
}

bool ask_typist_form(struct req *rq)
{
    struct said_id id;

    return draft_of(rq, &id) &&
           ask_draft_let(rq->cx, id,
                         (struct person_id){req_number(rq, "peer", 0)}) &&
           see_draft(rq, id);
}

bool ask_away_form(struct req *rq)
{
    struct said_id id;

    return draft_of(rq, &id) && ask_draft_away(rq->cx, id) &&
           req_see_other(rq, "/me/asks");
}

bool ask_yes_form(struct req *rq)
{
    const struct ladder_wish w = ladder_typed(rq);
    struct said_id id;

    return draft_of(rq, &id) &&
           ask_draft_yes(rq->cx, id, req_text(rq, "seen"), req_date(rq, "due"),
                         &w) &&
           req_see_other(rq, "/me/asks/%" PRId64 "?saved=1", id.v);
}

/* --- the peer's --- */

static bool get_typed(struct req *rq, struct ask_draft *d)
{
    struct person_id whose = {0};
    struct said_id id = {0};

    return req_id(rq, "person", &whose.v) && draft_of(rq, &id) &&
           ask_draft_get(rq->cx, whose, id, d);
}

bool ask_type_page(struct req *rq)
{
    struct ask_type_page v = {.saved = req_was_saved(rq)};
    struct person her = {.first = ""};

    if (!get_typed(rq, &v.d) || !person_get(rq->cx, v.d.said.person, &her))
        return false;
    v.name = her.first;
    ask_type_html(rq->page, &v);
    return true;
}

bool ask_type_form(struct req *rq)
{
    struct ask_draft d;

    return get_typed(rq, &d) &&
           ask_draft_write(rq->cx, &d, req_text(rq, "words"),
                           req_text(rq, "seen")) &&
           req_see_other(rq, "/people/%" PRId64 "/asks/%" PRId64 "?saved=1",
                         d.said.person.v, d.said.id.v);
}

bool ask_typing_panel(struct req *rq, struct tpl *t)
{
    struct ask_typing v = {.person = {.first = ""}};

    if (!req_id(rq, "person", &v.person.id.v) ||
        !typing_list(rq->cx, v.person.id, 1U << SAID_ASK, &v.list))
        return false;
    if (v.list.n == 0)
        return true;
    if (!person_get(rq->cx, v.person.id, &v.person))
        return false;
    ask_typing_html(t, &v);
    return true;
}
