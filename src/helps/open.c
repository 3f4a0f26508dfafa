#include "helps/open.h"

#include "helps/habit.h"
#include "helps/helps_int.h"

static bool open_to(struct ctx *cx, struct about what, struct person_id peer)
{
    struct permission p = {.what = what,
                           .to = peer,
                           .purpose = what.topic == TOPIC_HABIT
                                          ? N_("walking this with me")
                                          : N_("knowing what helps me"),
                           .until = TIME_NONE};
    bool walks = false;

    if (!peer_walks_with(cx, peer, what.person, &walks))
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

static bool shut_to(struct ctx *cx, struct about what, struct person_id peer)
{
    struct permissions all;

    if (!permission_list_about(cx, what, &all))
        return false;
    const int64_t given = given_to(cx, &all, peer);
    return !given || permission_end(cx, given);
}

bool open_readers(struct ctx *cx, struct about what, struct openeds *out)
{
    struct permissions all;
    struct persons peers;

    *out = (struct openeds){0};
    if (!permission_list_about(cx, what, &all) ||
        !person_peers(cx, what.person, &peers))
        return false;
    for (size_t i = 0; i < peers.n; i++)
        *LIST_PUSH(cx->mem, out) = (struct opened){
            peers.at[i], given_to(cx, &all, peers.at[i].id) != 0};
    return true;
}

bool open_to_me(struct ctx *cx, struct person_id whose, enum topic topic,
                struct permissions *out)
{
    struct permissions all;
    bool walks = false;

    *out = (struct permissions){0};
    if (!peer_walks_with(cx, cx->actor->person, whose, &walks) ||
        !permission_to_me(cx, topic, &all))
        return false;
    for (size_t i = 0; walks && i < all.n; i++)
        if (person_same(all.at[i].what.person, whose) && all.at[i].what.thing)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    return true;
}

/* --- what helps her --- */

bool strategy_open(struct ctx *cx, int64_t id, struct person_id peer)
{
    struct strategy s;

    return strategy_get(cx, id, &s) &&
           open_to(cx, strategy_about(s.person, id), peer);
}

bool strategy_shut(struct ctx *cx, int64_t id, struct person_id peer)
{
    struct strategy s;

    return strategy_get(cx, id, &s) &&
           shut_to(cx, strategy_about(s.person, id), peer);
}

bool strategy_readers(struct ctx *cx, int64_t id, struct openeds *out)
{
    return open_readers(cx, strategy_about(cx->actor->person, id), out);
}

bool strategy_opened(struct ctx *cx, struct person_id whose,
                     struct strategies *out)
{
    struct permissions given;

    *out = (struct strategies){0};
    if (!open_to_me(cx, whose, TOPIC_HELPS, &given))
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

/* --- her habits --- */

bool habit_walk_with(struct ctx *cx, int64_t id, struct person_id peer)
{
    const struct person_id me = cx->actor->person;
    struct habit h;

    return habit_get(cx, me, id, &h) && open_to(cx, habit_about(me, id), peer);
}

bool habit_walk_alone(struct ctx *cx, int64_t id, struct person_id peer)
{
    const struct person_id me = cx->actor->person;
    struct habit h;

    return habit_get(cx, me, id, &h) && shut_to(cx, habit_about(me, id), peer);
}
