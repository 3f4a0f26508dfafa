#include "crisis/open.h"

#include "db/db.h"
#include "people/people.h"
#include "sharing/may.h"
#include "sharing/permission.h"

static bool is_hers(struct ctx *cx, enum verb verb)
{
    const struct person_id me = cx->actor->person;

    if (!is_herself(cx, me))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return may(cx, verb, (struct about){me, TOPIC_HARD, 0});
}

static bool read_row(struct ctx *cx, struct open_now *out)
{
    struct query *q = db_sql(cx, "SELECT id, whom FROM crisis_open"
                                 " WHERE person = $1 AND ended IS NULL");

    *out = (struct open_now){0};
    db_put_int(q, cx->actor->person.v);
    if (db_row(q)) {
        out->id = db_get_int(q);
        out->to = (enum open_to)db_get_int(q);
    }
    return db_end(q);
}

bool open_get(struct ctx *cx, enum open_to *to)
{
    struct open_now row;

    *to = OPEN_NOBODY;
    if (!is_hers(cx, MAY_SEE) || !read_row(cx, &row))
        return false;
    *to = row.to;
    return true;
}

static bool end_row(struct ctx *cx, int64_t id)
{
    struct query *q =
        db_sql(cx, "UPDATE crisis_open SET ended = $1 WHERE id = $2");

    db_put_int(q, cx->now);
    db_put_int(q, id);
    return db_end(q) &&
           permission_end_thing(
               cx, (struct about){cx->actor->person, TOPIC_HARD, id});
}

bool open_put(struct ctx *cx, enum open_to to)
{
    struct open_now row;

    if ((int)to < OPEN_NOBODY || to >= OPEN_COUNT)
        return fail(cx, ERR_INVALID, "whom", "Please choose one.");
    if (!is_hers(cx, MAY_CHANGE) || !read_row(cx, &row))
        return false;
    if (row.to == to)
        return true;
    if (row.id && !end_row(cx, row.id))
        return false;
    if (to == OPEN_NOBODY)
        return true;
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO crisis_open (id, person, whom, since)"
                   " VALUES ($1, $2, $3, $4)");
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, to);
    db_put_int(q, cx->now);
    return db_end(q);
}

/* Something is written, and she does not work here too (R103). */
static bool read_open(struct ctx *cx, struct person_id whose,
                      struct open_now *out)
{
    struct query *q = db_sql(
        cx, "SELECT o.id, o.whom FROM crisis_open o JOIN people_member m"
            " ON m.person = o.person JOIN crisis_choice c"
            " ON c.person = o.person WHERE o.person = $1 AND o.ended IS NULL"
            " AND m.program = $2 AND c.bare = 0 AND NOT EXISTS"
            " (SELECT 1 FROM crisis_choice n WHERE n.person = c.person"
            " AND n.number > c.number) AND NOT EXISTS (SELECT 1"
            " FROM people_staff d WHERE d.person = o.person)");

    *out = (struct open_now){0};
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->program);
    if (db_row(q)) {
        out->id = db_get_int(q);
        out->to = (enum open_to)db_get_int(q);
    }
    return db_end(q);
}

bool open_holds(struct ctx *cx, enum open_to *to)
{
    struct open_now now;

    *to = OPEN_NOBODY;
    if (!read_open(cx, cx->actor->person, &now))
        return false;
    if (now.id)
        *to = now.to;
    return true;
}

bool open_now(struct ctx *cx, struct person_id whose, struct open_now *out)
{
    bool walks = false;

    *out = (struct open_now){0};
    if (cx->actor->role != ROLE_PEER)
        return true;
    if (!read_open(cx, whose, out) ||
        !peer_walks_with(cx, cx->actor->person, whose, &walks))
        return false;
    if (out->to == OPEN_WALKS && !walks)
        *out = (struct open_now){0};
    return true;
}
