/* A peer types her side for her, as long as she lets it be. */
#include "db/db.h"
#include "mediation/opening.h"
#include "sharing/permission.h"

static struct about typing_of(struct person_id whose, struct said_id id)
{
    return (struct about){whose, TOPIC_TYPING, id.v};
}

static bool set_typist(struct ctx *cx, struct said_id id,
                       struct person_id typist)
{
    struct query *q = db_sql(cx, "UPDATE mediation_case SET typist = $1"
                                 " WHERE id = $2 AND person = $3");

    if (typist.v)
        db_put_int(q, typist.v);
    else
        db_put_null(q);
    db_put_int(q, id.v);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

bool opening_end_typing(struct ctx *cx, struct said_id id)
{
    return permission_end_thing(cx, typing_of(cx->actor->person, id)) &&
           set_typist(cx, id, (struct person_id){0});
}

bool opening_typist(struct ctx *cx, const struct opening *o,
                    struct person_id *out)
{
    struct permissions all;
    bool walks = false;

    *out = (struct person_id){0};
    if (!o->typist.v)
        return true;
    if (!permission_list_about(cx, typing_of(o->person, o->id), &all) ||
        !peer_walks_with(cx, o->typist, o->person, &walks))
        return false;
    for (size_t i = 0; walks && i < all.n; i++)
        if (person_same(all.at[i].to, o->typist) &&
            permission_is_valid(cx, &all.at[i]))
            *out = o->typist;
    return true;
}

static bool give_typing(struct ctx *cx, const struct opening *o,
                        struct person_id peer)
{
    struct permission p = {.what = typing_of(o->person, o->id),
                           .to = peer,
                           .purpose = N_("typing this with me"),
                           .until = o->held};
    bool walks = false;

    if (!peer_walks_with(cx, peer, o->person, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_INVALID, "peer",
                    "Please choose somebody who walks with you.");
    return permission_give(cx, &p) && set_typist(cx, o->id, peer);
}

bool opening_let_type(struct ctx *cx, struct said_id id, struct person_id peer)
{
    const struct person_id me = cx->actor->person;
    struct opening o;

    if (!is_herself(cx, me))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!opening_get(cx, me, id, &o) || !opening_end_typing(cx, id))
        return false;
    if (!peer.v)
        return true;
    if (opening_is_over(cx, &o))
        return fail(cx, ERR_CONFLICT, NULL,
                    "This is over, so it cannot be changed any more.");
    return give_typing(cx, &o, peer);
}

static bool list_let(struct ctx *cx, struct person_id whose,
                     struct openings *out)
{
    struct query *q =
        db_sql(cx, "SELECT c.id FROM mediation_case c"
                   " JOIN said_thing t ON t.id = c.id"
                   " WHERE c.person = $1 AND c.typist = $2 AND t.state < $3"
                   " AND (t.until IS NULL OR t.until > $4) ORDER BY c.id DESC");

    *out = (struct openings){0};
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, SAID_CLOSED);
    db_put_time(q, cx->now);
    while (db_row(q))
        LIST_PUSH(cx->mem, out)->v = db_get_int(q);
    return db_end(q);
}

bool opening_typings(struct ctx *cx, struct person_id whose,
                     struct openings *out)
{
    struct openings all;
    bool walks = false;

    *out = (struct openings){0};
    if (!peer_walks_with(cx, cx->actor->person, whose, &walks) ||
        !list_let(cx, whose, &all))
        return false;
    for (size_t i = 0; walks && i < all.n; i++) {
        bool yes = false;
        if (!may_know(cx, MAY_CHANGE, typing_of(whose, all.at[i]), &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    }
    return true;
}
