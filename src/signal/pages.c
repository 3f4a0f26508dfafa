#include "signal/pages.h"

#include <inttypes.h>

#include "frame/module.h"
#include "rhythm/reach.h"
#include "signal/knew.h"
#include "signal/view.h"

/* --- hers --- */

bool signal_page(struct req *rq)
{
    struct signal_page v = {.hers = true};
    struct person_id peer = {0};

    if (!req_id(rq, "peer", &peer.v) || !signal_get(rq->cx, peer, &v.card) ||
        !panels_html(rq, "me.peer", &v.elsewhere))
        return false;
    signal_note_shown(rq->cx, &v.card);
    signal_page_html(rq->page, &v);
    return true;
}

bool signal_ask_panel(struct req *rq, struct tpl *t)
{
    struct signal_ask v;

    if (!knew_to_ask(rq->cx, &v.peer))
        return false;
    if (v.peer.id.v)
        signal_ask_html(t, &v);
    return true;
}

bool signal_knew_form(struct req *rq)
{
    struct person_id peer = {0};

    return req_id(rq, "peer", &peer.v) &&
           knew_answer(rq->cx, peer, (enum knew)req_number(rq, "knew", -1)) &&
           req_see_other(rq, "/me?saved=1");
}

/* --- the peer's --- */

bool signal_mine_page(struct req *rq)
{
    struct signal_mine v = {.saved = req_was_saved(rq)};

    if (!signal_get(rq->cx, rq->cx->actor->person, &v.card))
        return false;
    signal_mine_html(rq->page, &v);
    return true;
}

bool signal_mine_form(struct req *rq)
{
    const char *part[SIGNAL_PARTS];

    for (int i = 0; i < SIGNAL_PARTS; i++)
        part[i] = req_text(rq, signal_field((enum signal_part)i));
    return signal_change(rq->cx, part) && req_see_other(rq, "/my-card?saved=1");
}

bool signal_paper(struct req *rq)
{
    struct signal_page v = {.hers = false};

    if (!signal_get(rq->cx, rq->cx->actor->person, &v.card))
        return false;
    signal_page_html(rq->page, &v);
    return true;
}

bool signal_link_panel(struct req *rq, struct tpl *t)
{
    struct signal_card v;

    if (!signal_get(rq->cx, rq->cx->actor->person, &v))
        return false;
    signal_link_html(t, &v);
    return true;
}

bool signal_near_panel(struct req *rq, struct tpl *t)
{
    struct signal_near v = {.me = ""};
    struct person p, me;
    struct reach reach;

    if (!req_id(rq, "person", &v.person.v) ||
        !signal_shown_to(rq->cx, v.person, &v.shown) ||
        !knew_is_unclear(rq->cx, v.person, &v.unclear) ||
        !reach_rule(rq->cx, v.person, &reach) ||
        !person_get(rq->cx, v.person, &p) ||
        !person_get(rq->cx, rq->cx->actor->person, &me))
        return false;
    v.first = p.first;
    if (reach_has(&reach, CHANNEL_TEXT))
        v.me = me.first;
    signal_near_html(t, &v);
    return true;
}

bool signal_told_form(struct req *rq)
{
    struct person_id whose = {0};

    return req_id(rq, "person", &whose.v) && knew_told(rq->cx, whose) &&
           req_see_other(rq, "/people/%" PRId64 "?saved=1", whose.v);
}
