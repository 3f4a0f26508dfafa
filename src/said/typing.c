#include "said/typing.h"

#include "people/people.h"
#include "said/said_int.h"
#include "sharing/permission.h"

static struct about typing_of(struct person_id whose, struct said_id id)
{
    return (struct about){whose, TOPIC_TYPING, id.v};
}

bool typing_open(struct ctx *cx, struct about hers, bool over)
{
    const struct about typing = {hers.person, TOPIC_TYPING, hers.thing};
    bool lets = false, walks = false;

    if (is_herself(cx, hers.person))
        return may(cx, MAY_SEE, hers);
    if (!may_know(cx, MAY_CHANGE, typing, &lets) ||
        !peer_walks_with(cx, cx->actor->person, hers.person, &walks))
        return false;
    if (lets && (!walks || over))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return may(cx, MAY_SEE, typing);
}

bool typing_get(struct ctx *cx, struct person_id whose, struct said_id id,
                enum said_kind kind, struct said *out)
{
    if (!said_find(cx, whose, id, out) ||
        !typing_open(cx, said_about(out), false))
        return false;
    if (out->kind != kind || out->state != SAID_DRAFT)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return said_read_words(cx, out, false);
}

bool typing_end(struct ctx *cx, struct said_id id)
{
    return permission_end_thing(cx, typing_of(cx->actor->person, id));
}

bool typing_let(struct ctx *cx, struct said_id id, struct person_id peer,
                int64_t until)
{
    struct permission p = {.what = typing_of(cx->actor->person, id),
                           .to = peer,
                           .purpose = N_("typing this with me"),
                           .until = until};
    bool walks = false;

    if (!peer_walks_with(cx, peer, p.what.person, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_INVALID, "peer",
                    "Please choose somebody who walks with you.");
    return typing_end(cx, id) && permission_give(cx, &p);
}

bool typing_now(struct ctx *cx, struct said_id id, const char **first)
{
    const struct about what = typing_of(cx->actor->person, id);
    struct permissions all;

    *first = "";
    if (!permission_list_about(cx, what, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct person p = {.first = ""};
        bool walks = false;
        if (!permission_is_valid(cx, &all.at[i]))
            continue;
        if (!peer_walks_with(cx, all.at[i].to, what.person, &walks) ||
            (walks && !person_get(cx, all.at[i].to, &p)))
            return false;
        if (walks)
            *first = p.first;
    }
    return true;
}

/* It is of these kinds, and there is something to type. */
static bool is_under_way(const struct ctx *cx, const struct said *s,
                         unsigned kinds)
{
    return (kinds & 1U << s->kind) && s->state < SAID_CLOSED &&
           (s->until == TIME_NONE || s->until > cx->now);
}

bool typing_list(struct ctx *cx, struct person_id whose, unsigned kinds,
                 struct typings *out)
{
    struct permissions all;

    *out = (struct typings){0};
    if (!permission_to_me(cx, TOPIC_TYPING, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct about *what = &all.at[i].what;
        struct person_id of = {0};
        bool walks = false;
        struct said s;
        if (whose.v && !person_same(what->person, whose))
            continue;
        if (!said_whose(cx, (struct said_id){what->thing}, &of))
            return false;
        if (!of.v) /* typed for her, and no thing said: a hope */
            continue;
        if (!peer_walks_with(cx, cx->actor->person, what->person, &walks) ||
            !said_find(cx, what->person, (struct said_id){what->thing}, &s))
            return false;
        if (walks && is_under_way(cx, &s, kinds))
            *LIST_PUSH(cx->mem, out) =
                (struct typing){s.id, what->person, s.kind};
    }
    return true;
}
