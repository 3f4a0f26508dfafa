#include <inttypes.h>

#include "mutual/pages.h"
#include "mutual/view.h"

/* The page of the two, whoever of them asks: the address names the other. */
static bool read_one(struct req *rq, enum verb verb, struct agreement *a)
{
    const struct person_id me = rq->cx->actor->person;
    struct person_id other = {0};

    *a = (struct agreement){.her_name = "", .peer_name = ""};
    if (rq->cx->actor->role == ROLE_PERSON)
        return req_id(rq, "peer", &other.v) &&
               agree_get(rq->cx, verb, me, other, a);
    return req_id(rq, "person", &other.v) &&
           agree_get(rq->cx, verb, other, me, a);
}

static bool go_back(struct req *rq, const struct agreement *a)
{
    if (rq->cx->actor->role == ROLE_PERSON)
        return req_see_other(rq, "/me/agreed/%" PRId64 "?saved=1", a->peer.v);
    return req_see_other(rq, "/people/%" PRId64 "/agreed?saved=1", a->person.v);
}

/* --- the page --- */

static const char *name_of(const struct agreement *a, enum agree_side side)
{
    return side == SIDE_HERS ? a->her_name : a->peer_name;
}

static void put_half(struct ctx *cx, struct agreed_page *v,
                     enum agree_side side)
{
    struct agreed_half *h = LIST_PUSH(cx->mem, &v->halves);

    *h = (struct agreed_half){.mine = side == agree_side_of(cx),
                              .hers = side == SIDE_HERS,
                              .name = name_of(v->a, side)};
    for (size_t i = 0; i < v->a->lines.n; i++) {
        const struct agree_line *l = &v->a->lines.at[i];
        if (l->until || l->side != side)
            continue;
        v->any = true;
        *LIST_PUSH(cx->mem, l->part == PART_WILL ? &h->will : &h->want) =
            (struct agreed_line){l->words,
                                 v->a->agreed && l->since > v->a->agreed};
    }
}

static void put_change(struct ctx *cx, struct agreed_page *v,
                       const struct agree_step *s)
{
    struct agreed_change *c = LIST_PUSH(cx->mem, &v->changes);

    *c = (struct agreed_change){.step = s,
                                .mine = s->side == agree_side_of(cx),
                                .both = s->her_yes != TIME_NONE &&
                                        s->peer_yes != TIME_NONE,
                                .name = name_of(v->a, s->side)};
    for (size_t i = 0; i < v->a->lines.n; i++) {
        const struct agree_line *l = &v->a->lines.at[i];
        if (l->since == s->version)
            LIST_PUSH(cx->mem, &c->in)->words = l->words;
        if (l->until == s->version)
            LIST_PUSH(cx->mem, &c->out)->words = l->words;
    }
}

/* My lines as they stand, for the form. */
static void put_now(struct ctx *cx, struct agreed_page *v)
{
    for (int i = 0; i < AGREE_LINES; i++)
        v->now[i] = "";
    for (size_t n = 0; n < v->a->lines.n; n++) {
        const struct agree_line *l = &v->a->lines.at[n];
        if (l->until || l->side != agree_side_of(cx))
            continue;
        v->now[(l->part == PART_WILL ? 0 : AGREE_WILL_MAX) + l->place - 1] =
            l->words;
        v->i_wrote = true;
    }
}

bool agreed_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    const enum agree_side me = agree_side_of(cx);
    const enum agree_side other = me == SIDE_HERS ? SIDE_PEERS : SIDE_HERS;
    struct agreement a;
    struct agreed_page v = {
        .hers = me == SIDE_HERS, .a = &a, .saved = req_was_saved(rq)};

    if (!read_one(rq, MAY_SEE, &a))
        return false;
    v.name = name_of(&a, other);
    put_half(cx, &v, me);
    put_half(cx, &v, other);
    put_now(cx, &v);
    for (size_t i = 0; i < a.steps.n; i++)
        put_change(cx, &v, &a.steps.at[i]);
    v.my_yes = agree_side_said_yes(&a, me);
    v.their_yes = agree_side_said_yes(&a, other);
    agreed_page_html(rq->page, &v);
    return true;
}

bool agreed_form(struct req *rq)
{
    struct agreement a;
    struct agree_words words;

    for (int i = 0; i < AGREE_LINES; i++)
        words.at[i] = req_text(rq, agree_field(i));
    return read_one(rq, MAY_CHANGE, &a) && agree_write(rq->cx, &a, &words) &&
           go_back(rq, &a);
}

bool agreed_yes_form(struct req *rq)
{
    struct agreement a;

    return read_one(rq, MAY_CHANGE, &a) &&
           agree_yes(rq->cx, &a, (int)req_number(rq, "seen", -1)) &&
           go_back(rq, &a);
}

bool agreed_back_form(struct req *rq)
{
    struct agreement a;

    return read_one(rq, MAY_CHANGE, &a) && agree_take_back(rq->cx, &a) &&
           go_back(rq, &a);
}

/* --- lists --- */

static bool read_list(struct ctx *cx, struct agreed_list *v)
{
    return agree_list(cx, &v->rows) && hope_any(cx, &v->hope);
}

bool agreed_list_page(struct req *rq)
{
    struct agreed_list v = {0};

    if (!read_list(rq->cx, &v))
        return false;
    agreed_list_html(rq->page, &v);
    return true;
}

bool my_agreed_panel(struct req *rq, struct tpl *t)
{
    struct agreed_list v = {0};

    if (!read_list(rq->cx, &v))
        return false;
    for (size_t i = 0; i < v.rows.n; i++)
        v.my_turn |= v.rows.at[i].state == AGREE_MY_TURN;
    my_agreed_html(t, &v);
    return true;
}

bool agreed_waiting_panel(struct req *rq, struct tpl *t)
{
    struct agreed_waiting v = {0};

    if (!agree_list_waiting(rq->cx, &v.rows))
        return false;
    agreed_waiting_html(t, &v);
    return true;
}

/* On the page of somebody one walks with: how it stands, and no words. */
bool two_of_us_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct two_of_us v = {.name = ""};
    struct person p;
    bool yes = false;

    if (!req_id(rq, "person", &v.person.v) ||
        !may_know(cx, MAY_CHANGE, (struct about){v.person, TOPIC_AGREEMENT, 0},
                  &yes))
        return false;
    if (!yes)
        return true;
    if (!person_get(cx, v.person, &p) ||
        !agree_state_with(cx, v.person, &v.state))
        return false;
    v.name = p.first;
    two_of_us_html(t, &v);
    return true;
}
