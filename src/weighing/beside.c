#include "weighing/beside.h"

#include "sharing/permission.h"
#include "weighing/weighing_int.h"

static bool nothing(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool sheet_rule(struct ctx *cx, struct about what, enum talk *rule)
{
    bool lets = false, walks = false;

    *rule = TALK_OPEN;
    if (is_herself(cx, what.person))
        return may(cx, MAY_SEE, what);
    if (!may_know(cx, MAY_SEE, what, &lets) ||
        !peer_walks_with(cx, cx->actor->person, what.person, &walks) ||
        !talk_holds(cx, cx->actor->person, rule))
        return false;
    if (lets && (!walks || *rule == TALK_NONE))
        return nothing(cx);
    return may(cx, MAY_SEE, what);
}

bool beside_end(struct ctx *cx, int64_t sheet)
{
    return permission_end_thing(cx, sheet_about(cx->actor->person, sheet));
}

bool beside_let(struct ctx *cx, int64_t sheet, struct person_id peer)
{
    struct permission p = {.what = sheet_about(cx->actor->person, sheet),
                           .to = peer,
                           .purpose = N_("sitting beside me with it"),
                           .until = TIME_NONE};
    enum talk rule = TALK_NONE;
    bool walks = false;
    struct sheet s;

    if (!sheet_get(cx, p.what.person, sheet, &s) ||
        !peer_walks_with(cx, peer, p.what.person, &walks) ||
        !talk_holds(cx, peer, &rule))
        return false;
    if (!walks || rule == TALK_NONE)
        return fail(cx, ERR_INVALID, "peer",
                    "Please choose a peer of yours with whom you talk about "
                    "medicine.");
    return beside_end(cx, sheet) && permission_give(cx, &p);
}

static bool is_let(const struct ctx *cx, const struct permissions *all,
                   struct person_id peer)
{
    for (size_t i = 0; i < all->n; i++)
        if (person_same(all->at[i].to, peer) &&
            permission_is_valid(cx, &all->at[i]))
            return true;
    return false;
}

bool beside_list(struct ctx *cx, int64_t sheet, struct besides *out)
{
    const struct person_id me = cx->actor->person;
    struct permissions all;
    struct persons peers;

    *out = (struct besides){0};
    if (!permission_list_about(cx, sheet_about(me, sheet), &all) ||
        !person_peers(cx, me, &peers))
        return false;
    for (size_t i = 0; i < peers.n; i++) {
        struct beside *b = LIST_PUSH(cx->mem, out);
        *b = (struct beside){.peer = peers.at[i]};
        if (!talk_holds(cx, b->peer.id, &b->rule))
            return false;
        b->now = b->rule > TALK_NONE && is_let(cx, &all, b->peer.id);
    }
    return true;
}

bool beside_mine(struct ctx *cx, struct person_id whose, struct sheets *out)
{
    enum talk rule = TALK_NONE;
    struct permissions all;

    *out = (struct sheets){0};
    if (!permission_to_me(cx, TOPIC_WEIGHING, &all) ||
        !talk_holds(cx, cx->actor->person, &rule))
        return false;
    for (size_t i = 0; i < all.n && rule > TALK_NONE; i++) {
        bool walks = false;
        if (!person_same(all.at[i].what.person, whose))
            continue;
        if (!peer_walks_with(cx, cx->actor->person, whose, &walks))
            return false;
        if (walks)
            *LIST_PUSH(cx->mem, out) = (struct sheet){
                .id = all.at[i].what.thing, .person = whose, .rule = rule};
    }
    return true;
}
