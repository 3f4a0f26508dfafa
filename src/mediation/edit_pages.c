/* Writing her side: she, or the peer she lets type. */
#include <inttypes.h>
#include <string.h>

#include "mediation/pages.h"
#include "mediation/view.h"

static void draw_choice(struct tpl *t, const char *name, const struct person *p,
                        struct person_id chosen)
{
    choice_html(t, &(struct choice){.name = name,
                                    .value = arena_fmt(t->out.mem, "%lld",
                                                       (long long)p->id.v),
                                    .label = p->name,
                                    .hint = *p->title ? p->title : NULL,
                                    .stored = person_same(p->id, chosen)});
}

void sides_other(struct tpl *t, const struct sides_edit *v,
                 const struct person *p)
{
    draw_choice(t, "other", p, v->o.side.other);
}

void sides_peer(struct tpl *t, const struct sides_edit *v,
                const struct person *p)
{
    draw_choice(t, "peer", p, v->o.side.peer);
}

/* kept: as it is saved. What was typed comes over it from the form itself. */
static bool draw(struct req *rq, const struct opening *kept)
{
    struct ctx *cx = rq->cx;
    struct person p = {.first = ""};
    struct sides_edit v = {.o = *kept,
                           .kept = kept->side,
                           .hers = cx->actor->role == ROLE_PERSON,
                           .saved = req_was_saved(rq),
                           .typist = ""};

    if (!person_get(cx, kept->person, &p) || !part2_protects(cx, &v.protected))
        return false;
    v.o.side.name = p.first;
    if (v.hers && (!opening_choices(cx, &v.others, &v.peers) ||
                   (kept->id.v && !typing_now(cx, kept->id, &v.typist))))
        return false;
    sides_edit_html(rq->page, &v);
    return true;
}

/* Each is one of those she may name: nobody else's name gets into her words. */
static bool may_be_named(struct req *rq, const struct side *v)
{
    struct persons others, peers;

    if (!opening_choices(rq->cx, &others, &peers))
        return false;
    if (v->other.v && !persons_have(&others, v->other))
        return fail(rq->cx, ERR_INVALID, "other",
                    "Please choose who is the other side.");
    return !v->peer.v || persons_have(&peers, v->peer) ||
           fail(rq->cx, ERR_INVALID, "peer",
                "Please choose somebody who walks with you.");
}

static void read_words(struct req *rq, struct opening *o)
{
    o->side.mean = req_text(rq, "mean");
    o->side.misheard = req_text(rq, "misheard");
    o->side.wish = req_text(rq, "wish");
    o->seen = o->id.v ? req_text(rq, "seen") : NULL;
}

static bool read_typed(struct req *rq, struct opening *o)
{
    read_words(rq, o);
    o->side.other.v = req_number(rq, "other", 0);
    o->side.peer.v = req_number(rq, "peer", 0);
    o->side.until = req_date(rq, "until");
    if (!date_is_set(o->side.until) && *req_text(rq, "until"))
        return fail(rq->cx, ERR_INVALID, "until",
                    "Please write the day like this: 2026-10-15.");
    return may_be_named(rq, &o->side);
}

/* "Read it through" needs all of it; "Keep it for later" needs nothing. */
static bool keep(struct req *rq, struct opening *o)
{
    const bool later = strcmp(req_text(rq, "go"), "later") == 0;

    if (!read_typed(rq, o) || (!later && !opening_is_whole(rq->cx, o)) ||
        !opening_save(rq->cx, o))
        return false;
    return later ? req_see_other(rq, "/me/sides")
                 : req_see_other(rq, "/me/sides/%" PRId64 "/yes", o->id.v);
}

/* --- hers --- */

/* Her own peer helps unless she says otherwise. */
bool opening_new_page(struct req *rq)
{
    struct opening o = opening_blank(rq->cx->actor->person);
    struct persons others, peers;

    if (!opening_choices(rq->cx, &others, &peers))
        return false;
    if (peers.n > 0)
        o.side.peer = peers.at[0].id;
    return draw(rq, &o);
}

bool opening_new_form(struct req *rq)
{
    struct opening o = opening_blank(rq->cx->actor->person);

    return keep(rq, &o);
}

static bool get_mine(struct req *rq, struct opening *o)
{
    struct said_id id = {0};

    return req_id(rq, "sides", &id.v) &&
           opening_get(rq->cx, rq->cx->actor->person, id, o);
}

bool opening_edit_page(struct req *rq)
{
    struct opening o;

    if (!get_mine(rq, &o))
        return false;
    return opening_is_over(rq->cx, &o)
               ? req_see_other(rq, "/me/sides/%" PRId64, o.id.v)
               : draw(rq, &o);
}

bool opening_edit_form(struct req *rq)
{
    struct opening o;

    return get_mine(rq, &o) && keep(rq, &o);
}

bool opening_away_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "sides", &id.v) && opening_throw_away(rq->cx, id) &&
           req_see_other(rq, "/me/sides");
}

bool opening_typist_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "sides", &id.v) &&
           opening_let_type(rq->cx, id,
                            (struct person_id){req_number(rq, "peer", 0)}) &&
           req_see_other(rq, "/me/sides/%" PRId64 "/edit?saved=1", id.v);
}

/* --- the peer's --- */

static bool get_typed(struct req *rq, struct opening *o)
{
    struct person_id whose = {0};
    struct said_id id = {0};

    return req_id(rq, "person", &whose.v) && req_id(rq, "sides", &id.v) &&
           opening_get(rq->cx, whose, id, o);
}

bool opening_type_page(struct req *rq)
{
    struct opening o;

    return get_typed(rq, &o) && draw(rq, &o);
}

bool opening_type_form(struct req *rq)
{
    struct opening o;

    if (!get_typed(rq, &o))
        return false;
    read_words(rq, &o);
    return opening_save(rq->cx, &o) &&
           req_see_other(rq, "/people/%" PRId64 "/sides/%" PRId64 "?saved=1",
                         o.person.v, o.id.v);
}

bool opening_typing_panel(struct req *rq, struct tpl *t)
{
    struct sides_typing v = {.person = {.first = ""}};

    if (!req_id(rq, "person", &v.person.id.v) ||
        !typing_list(rq->cx, v.person.id, 1U << SAID_SIDE, &v.list))
        return false;
    if (v.list.n == 0)
        return true;
    if (!person_get(rq->cx, v.person.id, &v.person))
        return false;
    sides_typing_html(t, &v);
    return true;
}
