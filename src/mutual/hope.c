#include "mutual/hope.h"

#include "frame/notes.h"
#include "mutual/mutual_int.h"
#include "rhythm/space.h"

enum { WEEK = 7 * 24 * 3600 };

struct place hope_place(int64_t note, struct person_id whose)
{
    return (struct place){"mutual_hope.words", note, whose};
}

static struct about hope_of(struct person_id whose, int64_t thing)
{
    return (struct about){whose, TOPIC_HOPE, thing};
}

bool hope_is_on(struct ctx *cx, struct person_id person, bool *on)
{
    struct query *q =
        db_sql(cx, "SELECT 1 FROM mutual_no_hope WHERE person = $1");

    db_put_int(q, person.v);
    *on = !db_row(q);
    return db_end(q);
}

/* --- hers --- */

bool hope_list(struct ctx *cx, struct hopes *out)
{
    const struct person_id me = cx->actor->person;

    int64_t space = 0;

    *out = (struct hopes){0};
    if (!may(cx, MAY_SEE, hope_of(me, 0)) || !space_since(cx, me, &space))
        return false;
    struct query *q = db_sql(
        cx, "SELECT h.id, h.words, h.at, h.seen, h.hidden, h.peer, p.first"
            " FROM mutual_hope h JOIN people_person p ON p.id = h.peer"
            " WHERE h.person = $1 AND h.at < $2 AND h.away IS NULL"
            " AND h.back IS NULL ORDER BY h.id DESC");
    db_put_int(q, me.v);
    db_put_int(q, space);
    while (db_row(q)) {
        struct hope *h = LIST_PUSH(cx->mem, out);
        *h = (struct hope){.id = db_get_int(q)};
        h->words = seal_get(q, hope_place(h->id, me));
        h->at = db_get_time(q);
        h->fresh = db_get_time(q) == TIME_NONE;
        h->hidden = db_get_time(q) != TIME_NONE;
        const struct person_id peer = {db_get_int(q)};
        h->who = person_first_get(q, peer);
    }
    return db_end(q);
}

bool hope_newest(struct ctx *cx, const char **who)
{
    const struct person_id me = cx->actor->person;
    int64_t space = 0;

    *who = "";
    if (!may(cx, MAY_SEE, hope_of(me, 0)) || !space_since(cx, me, &space))
        return false;
    struct query *q = db_sql(
        cx, "SELECT h.peer, p.first FROM mutual_hope h"
            " JOIN people_person p ON p.id = h.peer WHERE h.person = $1"
            " AND h.at < $2 AND h.seen IS NULL AND h.hidden IS NULL AND h.away "
            "IS NULL"
            " AND h.back IS NULL AND NOT EXISTS (SELECT 1 FROM mutual_no_hope n"
            " WHERE n.person = $1) ORDER BY h.id DESC LIMIT 1");
    db_put_int(q, me.v);
    db_put_int(q, space);
    if (db_row(q)) {
        const struct person_id peer = {db_get_int(q)};
        *who = person_first_get(q, peer);
    }
    return db_end(q);
}

bool hope_any(struct ctx *cx, bool *yes)
{
    const struct person_id me = cx->actor->person;
    int64_t space = 0;

    if (!space_since(cx, me, &space))
        return false;
    struct query *q =
        db_sql(cx, "SELECT 1 FROM mutual_hope WHERE person = $1 AND at < $2"
                   " AND away IS NULL AND back IS NULL LIMIT 1");
    db_put_int(q, me.v);
    db_put_int(q, space);
    *yes = db_row(q);
    return db_end(q);
}

static bool write_seen(struct ctx *cx, void *what)
{
    const struct person_id *me = what;
    int64_t space = 0;

    if (!space_since(cx, *me, &space))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE mutual_hope SET seen = $1"
                   " WHERE person = $2 AND seen IS NULL AND at < $3");
    db_put_time(q, cx->now);
    db_put_int(q, me->v);
    db_put_int(q, space);
    return db_end(q);
}

void hope_note_seen(struct ctx *cx)
{
    struct person_id *me = ARENA_NEW(cx->mem, struct person_id);

    *me = cx->actor->person;
    note_later(cx, write_seen, me);
}

static bool put_away(struct ctx *cx, int64_t id)
{
    struct query *q =
        db_sql(cx, "UPDATE mutual_hope SET away = $1, words = NULL"
                   " WHERE id = $2 AND person = $3 AND away IS NULL"
                   " AND back IS NULL RETURNING id");

    db_put_time(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

static bool put_hidden(struct ctx *cx, int64_t id, int64_t hidden)
{
    struct query *q = db_sql(cx, "UPDATE mutual_hope SET hidden = $1"
                                 " WHERE id = $2 AND person = $3"
                                 " AND away IS NULL AND back IS NULL"
                                 " RETURNING id");

    db_put_time(q, hidden);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool hope_move(struct ctx *cx, int64_t id, enum hope_act act)
{
    if (!may(cx, MAY_CHANGE, hope_of(cx->actor->person, id)))
        return false;
    switch (act) {
    case HOPE_HIDE: return put_hidden(cx, id, cx->now);
    case HOPE_SHOW: return put_hidden(cx, id, TIME_NONE);
    case HOPE_AWAY: return put_away(cx, id);
    }
    return fail(cx, ERR_INVALID, "act", "Please choose one.");
}

bool hope_set(struct ctx *cx, bool on)
{
    const struct person_id me = cx->actor->person;

    if (!may(cx, MAY_CHANGE, hope_of(me, 0)))
        return false;
    struct query *q =
        on ? db_sql(cx, "DELETE FROM mutual_no_hope WHERE person = $1")
           : db_sql(cx, "INSERT INTO mutual_no_hope (person, since)"
                        " VALUES ($1, $2) ON CONFLICT (person) DO NOTHING");
    db_put_int(q, me.v);
    if (!on)
        db_put_time(q, cx->now);
    return db_end(q);
}

/* --- a peer's --- */

static bool may_leave(struct ctx *cx, struct person_id person, int64_t id)
{
    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return may(cx, MAY_CHANGE, hope_of(person, id));
}

static bool check_words(struct ctx *cx, const char *words)
{
    if (!*words)
        return fail(cx, ERR_INVALID, "words",
                    "Please write the hope you hold, in a line or two.");
    return text_fits(cx, "words", words, HOPE_WORDS_MAX);
}

static bool check_wanted(struct ctx *cx, struct person_id person)
{
    bool on = false;

    if (!hope_is_on(cx, person, &on))
        return false;
    return on || fail(cx, ERR_CONFLICT, NULL,
                      "No notes of hope are wanted now. You can hold it "
                      "without words.");
}

static bool check_few(struct ctx *cx, struct person_id person)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM mutual_hope"
                                 " WHERE peer = $1 AND person = $2"
                                 " AND at > $3");

    db_put_int(q, cx->actor->person.v);
    db_put_int(q, person.v);
    db_put_time(q, cx->now - WEEK);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < HOPE_WEEK_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "You left %d this week. A few words weigh more than many.",
                HOPE_WEEK_MAX);
}

bool hope_leave(struct ctx *cx, struct person_id person, const char *words)
{
    if (!may_leave(cx, person, 0) || !check_words(cx, words) ||
        !check_wanted(cx, person) || !check_few(cx, person))
        return false;
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO mutual_hope (id, person, peer, words, at)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_int(q, person.v);
    db_put_int(q, cx->actor->person.v);
    seal_put(q, hope_place(id, person), words);
    db_put_time(q, cx->now);
    return db_end(q);
}

bool hope_take_back(struct ctx *cx, struct person_id person, int64_t id)
{
    if (!may_leave(cx, person, id))
        return false;
    struct query *q = db_sql(
        cx, "UPDATE mutual_hope SET back = COALESCE(back, $1), words = NULL"
            " WHERE id = $2 AND person = $3 AND peer = $4 RETURNING id");
    db_put_time(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, person.v);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool hope_list_left(struct ctx *cx, struct person_id person,
                    struct hope_lefts *out)
{
    int64_t space = 0;

    *out = (struct hope_lefts){0};
    if (!may_leave(cx, person, 0) || !space_since(cx, person, &space))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, at, back FROM mutual_hope WHERE peer = $1"
                   " AND person = $2 ORDER BY id DESC LIMIT $3");
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, person.v);
    db_put_int(q, HOPE_LEFT_SHOWN);
    while (db_row(q)) {
        struct hope_left *h = LIST_PUSH(cx->mem, out);
        *h = (struct hope_left){.id = db_get_int(q)};
        h->at = db_get_time(q);
        h->back = db_get_time(q) != TIME_NONE;
        h->kept = h->at >= space;
    }
    return db_end(q);
}
