#include "fit/pages.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "fit/view.h"
#include "frame/module.h"

static struct person_id me(const struct req *rq)
{
    return rq->cx->actor->person;
}

/* --- hers: what I like to talk of --- */

static const char *field_of(struct arena *mem, const struct opened *o)
{
    return arena_fmt(mem, "d%" PRId64, o->domain.id);
}

bool likes_page(struct req *rq)
{
    struct likes_page v = {.saved = req_was_saved(rq)};
    struct likes all;

    if (!likes_get(rq->cx, &all))
        return false;
    v.story = all.story;
    for (size_t i = 0; i < all.parts.n; i++) {
        const struct opened *o = &all.parts.at[i];
        *(o->domain.quiet ? LIST_PUSH(rq->cx->mem, &v.quiet)
                          : LIST_PUSH(rq->cx->mem, &v.open)) = *o;
        v.quiet_said |= o->domain.quiet && (int)o->how != (int)LIKE_NOT_NOW;
    }
    likes_page_html(rq->page, &v);
    return true;
}

bool likes_form(struct req *rq)
{
    struct likes all, to = {.story = (enum story)req_number(rq, "story", -1)};

    if (!likes_get(rq->cx, &all))
        return false;
    for (size_t i = 0; i < all.parts.n; i++) {
        struct opened o = all.parts.at[i];
        const char *field = field_of(rq->cx->mem, &o);
        if (!req_has(rq, field))
            continue;
        o.how = (enum openness)req_number(rq, field, -1);
        *LIST_PUSH(rq->cx->mem, &to.parts) = o;
    }
    return likes_set(rq->cx, &to) && req_see_other(rq, "/me/likes?saved=1");
}

/* --- hers: another peer --- */

static int most_first(const void *a, const void *b)
{
    const struct choice_of_peer *x = a, *y = b;

    if (x->common != y->common)
        return x->common < y->common ? 1 : -1;
    return strcmp(x->peer.first, y->peer.first);
}

bool peers_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct peers_page v = {.saved = req_was_saved(rq)};
    struct persons all;

    if (!change_mine(cx, &v.change) || !person_peers(cx, me(rq), &v.mine) ||
        !person_works_here(cx, me(rq), &v.works_here) ||
        !people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_PEER), &all))
        return false;
    for (size_t i = 0; i < all.n && !v.works_here; i++) {
        struct choice_of_peer c = {.peer = all.at[i]};
        if (persons_have(&v.mine, c.peer.id))
            continue;
        if (!common_count(cx, c.peer.id, &c.common))
            return false;
        *LIST_PUSH(cx->mem, &v.others) = c;
    }
    if (v.others.n)
        qsort(v.others.at, v.others.n, sizeof *v.others.at, most_first);
    peers_page_html(rq->page, &v);
    return true;
}

bool another_form(struct req *rq)
{
    if (!req_has(rq, "wants"))
        return fail(rq->cx, ERR_INVALID, "wants",
                    "Please choose who it may be.");
    return change_ask(rq->cx, (struct person_id){req_number(rq, "wants", -1)},
                      (struct person_id){req_number(rq, "instead", 0)}) &&
           req_see_other(rq, "/me/peers?saved=1");
}

bool another_back_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "change", &id) && change_take_back(rq->cx, id) &&
           req_see_other(rq, "/me/peers?saved=1");
}

/* Drawn on the card of a peer. */
bool fit_mine_panel(struct req *rq, struct tpl *t)
{
    struct fit_mine v = {0};
    struct person_id peer = {0};

    if (!req_id(rq, "peer", &peer.v) || !person_get(rq->cx, peer, &v.peer) ||
        !peer_walks_with(rq->cx, peer, me(rq), &v.mine))
        return false;
    if (v.mine && (!common_of(rq->cx, me(rq), peer, &v.common) ||
                   !story_of(rq->cx, me(rq), peer, &v.story)))
        return false;
    fit_mine_html(t, &v);
    return true;
}

/* --- a peer's --- */

bool fit_near_panel(struct req *rq, struct tpl *t)
{
    struct fit_near v = {.first = ""};
    struct person p;

    if (!req_id(rq, "person", &v.person.v) ||
        !common_of(rq->cx, v.person, me(rq), &v.common) ||
        !story_of(rq->cx, v.person, me(rq), &v.story) ||
        !person_get(rq->cx, v.person, &p))
        return false;
    v.first = p.first;
    if (v.common.n || v.story.story != STORY_AS_IS)
        fit_near_html(t, &v);
    return true;
}

bool not_that_form(struct req *rq)
{
    struct person_id whose = {0};

    return req_id(rq, "person", &whose.v) &&
           story_not_that(rq->cx, whose,
                          strcmp(req_text(rq, "act"), "can") != 0) &&
           req_see_other(rq, "/people/%" PRId64 "?saved=1", whose.v);
}

/* --- who leads --- */

bool changes_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct changes_page v = {.saved = req_was_saved(rq),
                             .sent = req_row(rq, "change")};

    if (!change_list(cx, &v.open) ||
        !people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_PEER), &v.peers))
        return false;
    changes_page_html(rq->page, &v);
    return true;
}

bool another_answer_form(struct req *rq)
{
    int64_t id = 0;

    if (!req_id(rq, "change", &id))
        return false;
    return (strcmp(req_text(rq, "act"), "not-now") == 0
                ? change_not_now(rq->cx, id, req_text(rq, "words"))
                : change_done(rq->cx, id,
                              (struct person_id){req_number(rq, "peer", 0)})) &&
           req_see_other(rq, "/peer-changes?saved=1");
}

bool changes_panel(struct req *rq, struct tpl *t)
{
    struct changes open;

    if (!change_list(rq->cx, &open))
        return false;
    if (open.n)
        changes_panel_html(t, &(struct changes_panel){open.n});
    return true;
}
