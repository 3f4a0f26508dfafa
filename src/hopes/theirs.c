#include "hopes/theirs.h"

#include "hopes/hopes_int.h"

/* Hope left for her (TOPIC_HOPE): whoever walks with her may leave some. */
static struct about left(struct person_id whose)
{
    return (struct about){whose, TOPIC_HOPE, 0};
}

static bool check_room(struct ctx *cx, struct person_id whose)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM hopes_theirs WHERE person = $1");

    db_put_int(q, whose.v);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < THEIRS_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "There are %d of these already. That is enough to carry.",
                THEIRS_MAX);
}

bool theirs_add(struct ctx *cx, struct person_id whose, const char *words)
{
    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!may(cx, MAY_CHANGE, left(whose)) ||
        !goal_words_fit(cx, "words", words) || !check_room(cx, whose))
        return false;
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO hopes_theirs (id, person, peer, words, at)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    seal_put(q, HOPES_PLACE("theirs.words", id, whose), words);
    db_put_time(q, cx->now);
    return db_end(q);
}

bool theirs_list(struct ctx *cx, struct person_id whose, struct all_theirs *out)
{
    const bool hers = is_herself(cx, whose);

    *out = (struct all_theirs){0};
    if (!may(cx, hers ? MAY_SEE : MAY_CHANGE, left(whose)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT t.id, t.words, t.at, t.peer, p.first FROM hopes_theirs t"
            " JOIN people_person p ON p.id = t.peer WHERE t.person = $1"
            " AND (t.peer = $2 OR CAST($3 AS BIGINT) = 1) ORDER BY t.id DESC");
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, hers);
    while (db_row(q)) {
        struct theirs *t = LIST_PUSH(cx->mem, out);
        t->id = db_get_int(q);
        t->words = seal_get(q, HOPES_PLACE("theirs.words", t->id, whose));
        t->at = db_get_time(q);
        const struct person_id peer = {db_get_int(q)};
        t->who = person_first_get(q, peer);
        t->mine = person_same(peer, cx->actor->person);
    }
    return db_end(q);
}

bool theirs_away(struct ctx *cx, struct person_id whose, int64_t id)
{
    if (!may(cx, MAY_CHANGE, left(whose)))
        return false;
    struct query *q =
        db_sql(cx, "DELETE FROM hopes_theirs WHERE id = $1 AND person = $2"
                   " AND (peer = $3 OR person = $3) RETURNING id");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}
