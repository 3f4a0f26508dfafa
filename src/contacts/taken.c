#include "contacts/taken.h"

#include "contacts/contacts_int.h"
#include "frame/notes.h"

enum { TAKEN_SHOWN = 20 };

bool contact_is_mine_to_take(const struct ctx *cx, const struct contact *c)
{
    return person_same(c->peer, cx->actor->person) && c->locked == TIME_NONE &&
           c->her_hand == TIME_NONE;
}

/* Of one that she had no hand in. */
static bool take_words(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(
        cx, "DELETE FROM contacts_added WHERE contact = $1 AND contact IN"
            " (SELECT id FROM contacts_contact WHERE id = $1"
            " AND locked IS NULL AND her_hand IS NULL)");

    db_put_int(q, id);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM contacts_line WHERE contact = $1 AND contact IN"
                   " (SELECT id FROM contacts_contact WHERE id = $1"
                   " AND locked IS NULL AND her_hand IS NULL)");
    db_put_int(q, id);
    return db_end(q);
}

static bool take_contact(struct ctx *cx, int64_t id, bool *gone)
{
    struct query *q =
        db_sql(cx, "DELETE FROM contacts_contact WHERE id = $1"
                   " AND locked IS NULL AND her_hand IS NULL RETURNING id");

    db_put_int(q, id);
    *gone = db_row(q);
    return db_end(q);
}

static bool tell(struct ctx *cx, const struct contact *c)
{
    struct query *q =
        db_sql(cx, "INSERT INTO contacts_taken (id, person, peer, day, at)"
                   " VALUES ($1, $2, $3, $4, $5)");

    db_put_int(q, c->id);
    db_put_int(q, c->person.v);
    db_put_int(q, c->peer.v);
    db_put_date(q, c->day);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool contact_take_back(struct ctx *cx, const struct contact *c)
{
    bool gone = false;

    if (!person_same(c->peer, cx->actor->person))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!take_words(cx, c->id) || !take_contact(cx, c->id, &gone))
        return false;
    if (!gone)
        return fail(cx, ERR_INVALID, NULL, "It cannot be taken back now.");
    return tell(cx, c);
}

static bool take_all(struct ctx *cx, struct query *q, struct takens *out)
{
    *out = (struct takens){0};
    while (db_row(q)) {
        struct taken *one = LIST_PUSH(cx->mem, out);
        one->id = db_get_int(q);
        one->day = db_get_date(q);
        one->on = day_of(db_get_int(q));
        one->seen = db_get_time(q) != TIME_NONE;
        const struct person_id peer = {db_get_int(q)};
        one->peer = person_first_get(q, peer);
    }
    return db_end(q);
}

bool taken_list(struct ctx *cx, struct takens *out)
{
    struct query *q = db_sql(
        cx, "SELECT t.id, t.day, t.at, t.seen, t.peer, p.first"
            " FROM contacts_taken t JOIN people_person p ON p.id = t.peer"
            " WHERE t.person = $1 ORDER BY t.at DESC, t.id DESC LIMIT $2");

    db_put_int(q, cx->actor->person.v);
    db_put_int(q, TAKEN_SHOWN);
    return take_all(cx, q, out);
}

bool taken_get(struct ctx *cx, int64_t id, struct taken *out)
{
    struct takens found;
    struct query *q = db_sql(
        cx, "SELECT t.id, t.day, t.at, t.seen, t.peer, p.first"
            " FROM contacts_taken t JOIN people_person p ON p.id = t.peer"
            " WHERE t.id = $1 AND t.person = $2");

    *out = (struct taken){0};
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    if (!take_all(cx, q, &found))
        return false;
    if (found.n)
        *out = found.at[0];
    return true;
}

static bool write_seen(struct ctx *cx, void *what)
{
    const struct person_id *me = what;
    struct query *q = db_sql(cx, "UPDATE contacts_taken SET seen = $1"
                                 " WHERE person = $2 AND seen IS NULL");

    db_put_time(q, cx->now);
    db_put_int(q, me->v);
    return db_end(q);
}

void taken_note_seen(struct ctx *cx)
{
    struct person_id *me = ARENA_NEW(cx->mem, struct person_id);

    *me = cx->actor->person;
    note_later(cx, write_seen, me);
}
