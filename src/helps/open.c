#include "helps/open.h"

#include "helps/helps_int.h"
#include "sharing/permission.h"

bool strategy_open(struct ctx *cx, int64_t id, struct person_id peer)
{
    struct permission p = {.what = strategy_about(cx->actor->person, id),
                           .to = peer,
                           .purpose = N_("knowing what helps me"),
                           .until = TIME_NONE};
    struct strategy s;
    bool walks = false;

    if (!strategy_get(cx, id, &s) ||
        !peer_walks_with(cx, peer, p.what.person, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_INVALID, "peer",
                    "Please choose somebody who walks with you.");
    return permission_give(cx, &p);
}

/* The permission this peer has now; 0: none. */
static int64_t given_to(const struct ctx *cx, const struct permissions *all,
                        struct person_id peer)
{
    for (size_t i = 0; i < all->n; i++)
        if (person_same(all->at[i].to, peer) &&
            permission_is_valid(cx, &all->at[i]))
            return all->at[i].id;
    return 0;
}

bool strategy_shut(struct ctx *cx, int64_t id, struct person_id peer)
{
    struct permissions all;
    struct strategy s;

    if (!strategy_get(cx, id, &s) ||
        !permission_list_about(cx, strategy_about(s.person, id), &all))
        return false;
    const int64_t given = given_to(cx, &all, peer);
    return !given || permission_end(cx, given);
}

bool strategy_readers(struct ctx *cx, int64_t id, struct openeds *out)
{
    const struct person_id me = cx->actor->person;
    struct permissions all;
    struct persons peers;

    *out = (struct openeds){0};
    if (!permission_list_about(cx, strategy_about(me, id), &all) ||
        !person_peers(cx, me, &peers))
        return false;
    for (size_t i = 0; i < peers.n; i++)
        *LIST_PUSH(cx->mem, out) = (struct opened){
            peers.at[i], given_to(cx, &all, peers.at[i].id) != 0};
    return true;
}

/* What she opened to the actor, who walks with her. */
static bool opened_to_me(struct ctx *cx, struct person_id whose,
                         struct permissions *out)
{
    struct permissions all;
    bool walks = false;

    *out = (struct permissions){0};
    if (!peer_walks_with(cx, cx->actor->person, whose, &walks) ||
        !permission_to_me(cx, TOPIC_HELPS, &all))
        return false;
    if (!walks)
        return true;
    for (size_t i = 0; i < all.n; i++)
        if (person_same(all.at[i].what.person, whose) && all.at[i].what.thing)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    return true;
}

bool strategy_count_opened(struct ctx *cx, struct person_id whose, size_t *n)
{
    struct permissions given;

    if (!opened_to_me(cx, whose, &given))
        return false;
    *n = given.n;
    return true;
}

bool strategy_opened(struct ctx *cx, struct person_id whose,
                     struct strategies *out)
{
    struct permissions given;

    *out = (struct strategies){0};
    if (!opened_to_me(cx, whose, &given))
        return false;
    for (size_t i = 0; i < given.n; i++) {
        struct strategy *s = LIST_PUSH(cx->mem, out);
        if (!may(cx, MAY_SEE, given.at[i].what) ||
            !strategy_read(cx, whose, given.at[i].what.thing, s))
            return false;
        s->used = TIME_NONE;
    }
    return true;
}
