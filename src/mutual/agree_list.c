/* Lists of agreements: how each stands, and none of its words. */
#include "mutual/agree.h"
#include "mutual/mutual_int.h"

/* As it stands for this side. by: who made the newest version. */
static enum agree_state state_for(enum agree_side me, enum agree_side by,
                                  bool my_yes, bool their_yes)
{
    if (my_yes)
        return their_yes ? AGREE_BOTH : AGREE_THEIR_TURN;
    return their_yes || by != me ? AGREE_MY_TURN : AGREE_THEIR_TURN;
}

/* Columns side, her_yes, peer_yes. */
static enum agree_state take_state(struct query *q, enum agree_side me)
{
    const enum agree_side by = (enum agree_side)db_get_int(q);
    const bool hers = db_get_time(q) != TIME_NONE;
    const bool peers = db_get_time(q) != TIME_NONE;

    return me == SIDE_HERS ? state_for(me, by, hers, peers)
                           : state_for(me, by, peers, hers);
}

static struct agree_row *row_of(struct agree_rows *all, struct person_id peer)
{
    for (size_t i = 0; i < all->n; i++)
        if (person_same(all->at[i].peer, peer))
            return &all->at[i];
    return NULL;
}

static bool add_written(struct ctx *cx, struct agree_rows *out)
{
    const struct person_id me = cx->actor->person;
    struct query *q =
        db_sql(cx, "SELECT peer, peer_name, side, her_yes, peer_yes"
                   " FROM mutual_two WHERE person = $1 ORDER BY id");

    db_put_int(q, me.v);
    while (db_row(q)) {
        const struct person_id peer = {db_get_int(q)};
        const char *name = person_first_get(q, peer);
        struct agree_row *r = row_of(out, peer);
        if (!r) {
            r = LIST_PUSH(cx->mem, out);
            *r = (struct agree_row){.person = me, .peer = peer, .name = name};
        }
        r->state = take_state(q, SIDE_HERS);
    }
    return db_end(q);
}

bool agree_list(struct ctx *cx, struct agree_rows *out)
{
    const struct person_id me = cx->actor->person;
    struct persons peers;

    *out = (struct agree_rows){0};
    if (!may(cx, MAY_SEE, (struct about){me, TOPIC_AGREEMENT, 0}) ||
        !person_peers(cx, me, &peers))
        return false;
    for (size_t i = 0; i < peers.n; i++)
        *LIST_PUSH(cx->mem, out) = (struct agree_row){.person = me,
                                                      .peer = peers.at[i].id,
                                                      .name = peers.at[i].first,
                                                      .state = AGREE_NOTHING,
                                                      .walks = true};
    return add_written(cx, out);
}

/* Of those the peer walks with still. */
static bool keep_walking(struct ctx *cx, const struct agree_rows *all,
                         struct agree_rows *out)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct agree_row *r = &all->at[i];
        bool yes = false;
        if (!peer_walks_with(cx, r->peer, r->person, &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = *r;
    }
    return true;
}

bool agree_list_waiting(struct ctx *cx, struct agree_rows *out)
{
    const struct person_id me = cx->actor->person;
    struct agree_rows all = {0};
    struct query *q =
        db_sql(cx, "SELECT person, her_name, side, her_yes, peer_yes"
                   " FROM mutual_two WHERE peer = $1 ORDER BY id");

    *out = (struct agree_rows){0};
    db_put_int(q, me.v);
    while (db_row(q)) {
        struct agree_row r = {
            .person = {db_get_int(q)}, .peer = me, .walks = true};
        r.name = person_first_get(q, r.person);
        r.state = take_state(q, SIDE_PEERS);
        if (r.state == AGREE_MY_TURN)
            *LIST_PUSH(cx->mem, &all) = r;
    }
    return db_end(q) && keep_walking(cx, &all, out);
}

bool agree_state_with(struct ctx *cx, struct person_id person,
                      enum agree_state *out)
{
    struct query *q =
        db_sql(cx, "SELECT side, her_yes, peer_yes FROM mutual_two"
                   " WHERE person = $1 AND peer = $2");

    *out = AGREE_NOTHING;
    db_put_int(q, person.v);
    db_put_int(q, cx->actor->person.v);
    if (db_row(q))
        *out = take_state(q, SIDE_PEERS);
    return db_end(q);
}
