#include "hopes/theirs.h"

#include "hopes/hopes_int.h"
#include "sharing/permission.h"

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

bool theirs_whom(struct ctx *cx, struct persons *out)
{
    return permission_givers(cx, out);
}

/* A peer who walks with her; of the team, whom she lets see something. */
static bool may_say(struct ctx *cx, struct person_id whose)
{
    const enum role role = cx->actor->role;
    struct persons whom;

    if (role == ROLE_PEER)
        return may(cx, MAY_CHANGE, left(whose));
    if (role == ROLE_CLINICIAN || role == ROLE_CASE_MANAGER) {
        if (!theirs_whom(cx, &whom))
            return false;
        if (persons_have(&whom, whose))
            return true;
    }
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool theirs_add(struct ctx *cx, struct person_id whose, const char *words)
{
    if (!may_say(cx, whose) || !goal_words_fit(cx, "words", words) ||
        !check_room(cx, whose))
        return false;
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO hopes_theirs (id, person, author, words, at)"
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
        cx,
        "SELECT t.id, t.words, t.at, t.author, p.first FROM hopes_theirs t"
        " JOIN people_person p ON p.id = t.author WHERE t.person = $1"
        " AND (t.author = $2 OR CAST($3 AS BIGINT) = 1) ORDER BY t.id DESC");
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, hers);
    while (db_row(q)) {
        struct theirs *t = LIST_PUSH(cx->mem, out);
        t->id = db_get_int(q);
        t->words = seal_get(q, HOPES_PLACE("theirs.words", t->id, whose));
        t->at = db_get_time(q);
        const struct person_id who = {db_get_int(q)};
        t->who = person_first_get(q, who);
    }
    return db_end(q);
}

bool theirs_list_mine(struct ctx *cx, struct all_theirs *out)
{
    struct persons whom;

    *out = (struct all_theirs){0};
    if (!theirs_whom(cx, &whom))
        return false;
    struct query *q = db_sql(cx, "SELECT id, person, words, at"
                                 " FROM hopes_theirs WHERE author = $1"
                                 " ORDER BY id DESC");
    db_put_int(q, cx->actor->person.v);
    while (db_row(q)) {
        struct theirs t = {.id = db_get_int(q), .who = ""};
        const struct person_id whose = {db_get_int(q)};
        t.words = seal_get(q, HOPES_PLACE("theirs.words", t.id, whose));
        t.at = db_get_time(q);
        for (size_t i = 0; i < whom.n; i++)
            if (person_same(whom.at[i].id, whose))
                t.who = whom.at[i].first;
        *LIST_PUSH(cx->mem, out) = t;
    }
    return db_end(q);
}

bool theirs_take_back(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "DELETE FROM hopes_theirs WHERE id = $1"
                                 " AND author = $2 RETURNING id");

    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool theirs_away(struct ctx *cx, struct person_id whose, int64_t id)
{
    if (!may(cx, MAY_CHANGE, left(whose)))
        return false;
    struct query *q =
        db_sql(cx, "DELETE FROM hopes_theirs WHERE id = $1 AND person = $2"
                   " AND (author = $3 OR person = $3) RETURNING id");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}
