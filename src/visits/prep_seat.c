#include "visits/prep_seat.h"

#include <inttypes.h>
#include <string.h>

#include "questions/set_store.h"
#include "sharing/may.h"
#include "sharing/permission.h"
#include "visits/visit_pages.h"

static struct set_answers flatten(struct arena *mem, const struct answers *a)
{
    struct set_answers flat = {0};

    for (size_t i = 0; i < a->n; i++)
        *LIST_PUSH(mem, &flat) =
            (struct set_answer){a->at[i].link_id, a->at[i].value};
    return flat;
}

bool sit_again(struct ctx *cx, struct sitting *s)
{
    if (!answer_list(cx, &s->prep, ANSWERS_SHOWN, &s->answers))
        return false;
    s->flat = flatten(cx->mem, &s->answers);
    return true;
}

/* To herself: whether the peer she let type still can. That ends with the day,
 * and with their walking together. */
static bool types_now(struct ctx *cx, const struct prep *p, bool *yes)
{
    struct permissions all;

    *yes = false;
    if (p->mode != PREP_PEER_TYPES || !p->helper.v ||
        !is_herself(cx, p->person))
        return true;
    if (!permission_list_about(
            cx, (struct about){p->person, TOPIC_ANSWERS, p->id.v}, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        *yes |= person_same(all.at[i].to, p->helper) &&
                permission_is_valid(cx, &all.at[i]);
    return true;
}

static bool name_seat(struct req *rq, struct sitting *s)
{
    struct ctx *cx = rq->cx;
    struct person her, peer;
    bool types = false;

    s->seat.other = "";
    s->seat.hers = person_same(cx->actor->person, s->visit.person);
    s->seat.base =
        s->seat.hers ? arena_fmt(cx->mem, "/me/visits/%" PRId64, s->visit.id.v)
                     : arena_fmt(cx->mem, "/with/%" PRId64 "/visits/%" PRId64,
                                 s->visit.person.v, s->visit.id.v);
    if (!person_get(cx, s->visit.person, &her))
        return false;
    s->seat.name = her.first;
    if (!types_now(cx, &s->prep, &types))
        return false;
    if (!types)
        return true;
    if (!person_get(cx, s->prep.helper, &peer))
        return false;
    s->seat.other = peer.first;
    return true;
}

/* A peer has a seat only while she lets this one type. */
static bool has_seat(struct ctx *cx, const struct sitting *s)
{
    if (s->seat.hers)
        return true;
    return (s->prep.mode == PREP_PEER_TYPES &&
            person_same(s->prep.helper, cx->actor->person)) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool sit_down(struct req *rq, struct sitting *s)
{
    struct ctx *cx = rq->cx;

    *s = (struct sitting){0};
    if (!visit_of_path(rq, &s->visit) ||
        !prep_for(cx, s->visit.person, s->visit.id, &s->prep) ||
        !name_seat(rq, s) || !has_seat(cx, s) || !sit_again(cx, s))
        return false;
    return s->prep.id.v
               ? set_by_id(cx, s->prep.set, &s->set)
               : set_current(cx, (enum set_kind)s->visit.kind, &s->set);
}

bool sitting_has(const struct sitting *s, const char *link_id)
{
    for (size_t i = 0; i < s->flat.n; i++)
        if (strcmp(s->flat.at[i].link_id, link_id) == 0)
            return true;
    return false;
}

bool sitting_waits(const struct sitting *s, const char *link_id)
{
    for (size_t i = 0; i < s->answers.n; i++)
        if (s->answers.at[i].waits &&
            strcmp(s->answers.at[i].link_id, link_id) == 0)
            return true;
    return false;
}

const char *sitting_value(const struct sitting *s, const char *link_id)
{
    const char *value = set_answer_value(&s->flat, link_id);

    return value ? value : "";
}

struct set_place sitting_progress(const struct sitting *s)
{
    struct set_place p = {0};
    const struct set_item *it = set_item_next(&s->set, &s->flat, NULL);

    for (; it; it = set_item_next(&s->set, &s->flat, it)) {
        p.of++;
        p.number +=
            sitting_has(s, it->link_id) && !sitting_waits(s, it->link_id);
    }
    return p;
}

bool sitting_count(struct ctx *cx, struct sitting *s)
{
    if (!sit_again(cx, s))
        return false;
    const struct set_place p = sitting_progress(s);
    return prep_count(cx, &s->prep, (int)p.number, (int)p.of);
}

static const struct set_item *open_after(const struct sitting *s,
                                         const struct set_item *it)
{
    do {
        it = set_item_next(&s->set, &s->flat, it);
    } while (it && sitting_has(s, it->link_id));
    return it;
}

const struct set_item *sitting_resume(const struct sitting *s)
{
    const struct set_item *was =
        *s->prep.position ? set_item_find(&s->set, s->prep.position) : NULL;
    const struct set_item *it = open_after(s, was);

    return it ? it : open_after(s, NULL);
}

struct words_list answer_words(struct arena *mem, const struct answers *a,
                               const struct set_item *it, enum lang lang)
{
    struct words_list list = {0};

    for (size_t i = 0; i < a->n; i++)
        if (strcmp(a->at[i].link_id, it->link_id) == 0 && a->at[i].value)
            *LIST_PUSH(mem, &list) = set_answer_words(it, a->at[i].value, lang);
    return list;
}
