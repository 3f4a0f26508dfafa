#include "hopes/typed.h"

#include "hopes/hopes_int.h"
#include "sharing/permission.h"

static bool nothing(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static struct about typing_of(struct person_id whose, int64_t id)
{
    return (struct about){whose, TOPIC_TYPING, id};
}

/* She; or a peer whom she lets type this one, while they walk together. */
static bool typed_may(struct ctx *cx, enum verb verb, struct person_id whose,
                      int64_t id)
{
    bool walks = false;

    if (is_herself(cx, whose))
        return may(cx, verb, goal_about(whose, 0));
    if (!peer_walks_with(cx, cx->actor->person, whose, &walks))
        return false;
    return walks ? may(cx, verb, typing_of(whose, id)) : nothing(cx);
}

static void read_typed(struct query *q, struct typed *d)
{
    d->id = db_get_int(q);
    d->person.v = db_get_int(q);
    d->goal = db_get_int(q);
    d->by.v = db_get_int(q);
    d->as.words = seal_get(q, HOPES_PLACE("typed.words", d->id, d->person));
    d->as.picture = picture_named(
        seal_get(q, HOPES_PLACE("typed.picture", d->id, d->person)));
    d->by_name = person_first_get(q, d->by);
}

bool typed_get(struct ctx *cx, struct person_id whose, int64_t id,
               struct typed *out)
{
    *out = (struct typed){.by_name = "", .as.words = ""};
    if (!typed_may(cx, MAY_SEE, whose, id))
        return false;
    struct query *q = db_sql(
        cx, "SELECT t.id, t.person, t.goal, t.by_peer, t.words, t.picture,"
            " p.first FROM hopes_typed t"
            " LEFT JOIN people_person p ON p.id = t.by_peer"
            " WHERE t.id = $1 AND t.person = $2");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    if (db_row(q))
        read_typed(q, out);
    if (!db_end(q))
        return false;
    return out->id ? true : nothing(cx);
}

bool typed_list(struct ctx *cx, struct typeds *out)
{
    *out = (struct typeds){0};
    if (!goal_is_mine(cx, 0))
        return false;
    struct query *q = db_sql(
        cx, "SELECT t.id, t.person, t.goal, t.by_peer, t.words, t.picture,"
            " p.first FROM hopes_typed t"
            " LEFT JOIN people_person p ON p.id = t.by_peer"
            " LEFT JOIN hopes_goal g ON g.id = t.goal"
            " WHERE t.person = $1 AND (g.state IS NULL OR g.state <> $2)"
            " ORDER BY t.id DESC");
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, GOAL_KEPT);
    while (db_row(q))
        read_typed(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool typed_who(struct ctx *cx, int64_t id, const char **first)
{
    const struct about what = typing_of(cx->actor->person, id);
    struct permissions all;

    *first = "";
    if (!permission_list_about(cx, what, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        bool walks = false;
        if (!permission_is_valid(cx, &all.at[i]))
            continue;
        if (!peer_walks_with(cx, all.at[i].to, what.person, &walks))
            return false;
        if (walks)
            *first = all.at[i].name;
    }
    return true;
}

/* --- begun, and typed --- */

static bool insert(struct ctx *cx, struct person_id whose, int64_t goal,
                   struct wish as, int64_t *id)
{
    const bool hers = is_herself(cx, whose);

    *id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO hopes_typed (id, person, goal, by_peer, words,"
            " picture, at) VALUES ($1, $2, NULLIF($3, 0), NULLIF($4, 0), $5,"
            " $6, $7)");
    db_put_int(q, *id);
    db_put_int(q, whose.v);
    db_put_int(q, goal);
    db_put_int(q, hers ? 0 : cx->actor->person.v);
    seal_put(q, HOPES_PLACE("typed.words", *id, whose), as.words);
    seal_put(q, HOPES_PLACE("typed.picture", *id, whose),
             picture_name(as.picture));
    db_put_time(q, cx->now);
    return db_end(q);
}

static bool put(struct ctx *cx, struct person_id whose, int64_t id,
                struct wish as)
{
    struct query *q = db_sql(
        cx, "UPDATE hopes_typed SET by_peer = $1, words = $2, picture = $3,"
            " at = $4 WHERE id = $5 AND person = $6 RETURNING id");

    db_put_int(q, cx->actor->person.v);
    seal_put(q, HOPES_PLACE("typed.words", id, whose), as.words);
    seal_put(q, HOPES_PLACE("typed.picture", id, whose),
             picture_name(as.picture));
    db_put_time(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, whose.v);
    return db_end_one(q);
}

static bool check_few(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM hopes_typed"
                                 " WHERE person = $1 AND goal IS NULL");

    db_put_int(q, cx->actor->person.v);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < TYPED_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "%d hopes wait for your yes. Please answer one first.",
                TYPED_MAX);
}

bool typed_begin(struct ctx *cx, struct wish as, struct person_id peer,
                 int64_t *id)
{
    const struct person_id me = cx->actor->person;
    bool walks = false;

    if (!goal_is_mine(cx, 0) || !check_few(cx) ||
        (*as.words && !goal_words_fit(cx, "words", as.words)) ||
        !peer_walks_with(cx, peer, me, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_INVALID, "peer",
                    "Please choose a peer who walks with you.");
    if (!insert(cx, me, 0, as, id))
        return false;
    struct permission p = {.what = typing_of(me, *id),
                           .to = peer,
                           .purpose = N_("typing a hope with me"),
                           .until = TIME_NONE};
    return permission_give(cx, &p);
}

bool typed_write(struct ctx *cx, struct person_id whose, int64_t id,
                 struct wish as)
{
    if (is_herself(cx, whose))
        return nothing(cx);
    return typed_may(cx, MAY_CHANGE, whose, id) &&
           wish_fits(cx, "words", &as) && put(cx, whose, id, as);
}

static bool offered(struct ctx *cx, enum verb verb, struct person_id whose,
                    int64_t goal, struct typed *out)
{
    *out = (struct typed){.by_name = "", .as.words = ""};
    if (!goal_may(cx, verb, whose, goal))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, person, goal, by_peer, words, picture, NULL"
                   " FROM hopes_typed WHERE goal = $1 AND person = $2"
                   " AND by_peer = $3");
    db_put_int(q, goal);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    if (db_row(q))
        read_typed(q, out);
    return db_end(q);
}

bool typed_offered(struct ctx *cx, struct person_id whose, int64_t goal,
                   struct typed *out)
{
    return offered(cx, MAY_SEE, whose, goal, out);
}

bool typed_offer(struct ctx *cx, struct person_id whose, int64_t goal,
                 struct wish as)
{
    struct typed was;
    int64_t id = 0;

    if (cx->actor->role != ROLE_PEER || is_herself(cx, whose))
        return nothing(cx);
    if (!offered(cx, MAY_CHANGE, whose, goal, &was) ||
        !goal_is_shown(cx, whose, goal) || !wish_fits(cx, "hope", &as))
        return false;
    return was.id ? put(cx, whose, was.id, as)
                  : insert(cx, whose, goal, as, &id);
}

bool typed_list_near(struct ctx *cx, struct person_id whose, struct typeds *out)
{
    bool walks = false;

    *out = (struct typeds){0};
    if (!peer_walks_with(cx, cx->actor->person, whose, &walks))
        return false;
    struct query *q = db_sql(cx, "SELECT id FROM hopes_typed WHERE person = $1"
                                 " AND goal IS NULL ORDER BY id DESC LIMIT $2");
    struct typeds all = {0};
    db_put_int(q, whose.v);
    db_put_int(q, TYPED_MAX);
    while (db_row(q))
        LIST_PUSH(cx->mem, &all)->id = db_get_int(q);
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < all.n && walks; i++) {
        bool lets = false;
        if (!may_know(cx, MAY_CHANGE, typing_of(whose, all.at[i].id), &lets))
            return false;
        if (lets)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    }
    return true;
}

/* --- her word --- */

static bool drop(struct ctx *cx, int64_t id)
{
    const struct person_id me = cx->actor->person;
    struct query *q = db_sql(cx, "DELETE FROM hopes_typed WHERE id = $1"
                                 " AND person = $2 RETURNING id");

    db_put_int(q, id);
    db_put_int(q, me.v);
    return db_end_one(q) && permission_end_thing(cx, typing_of(me, id));
}

bool typed_away(struct ctx *cx, int64_t id)
{
    return goal_is_mine(cx, 0) && drop(cx, id);
}

bool typed_yes(struct ctx *cx, int64_t id, struct wish as, int64_t *goal)
{
    struct typed d;

    if (!goal_is_mine(cx, 0) || !typed_get(cx, cx->actor->person, id, &d))
        return false;
    *goal = d.goal;
    return (d.goal ? goal_rename(cx, d.goal, as) : goal_add(cx, as, goal)) &&
           drop(cx, id);
}
