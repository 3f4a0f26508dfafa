#include "week/mark.h"

#include "db/db.h"

static void take(struct person_id peer, struct query *q, struct week_marks *out)
{
    struct week_mark m = {.id = db_get_int(q)};

    m.share = db_get_int(q);
    m.by = db_get_int(q) == peer.v ? SIDE_PEER : SIDE_LEAD;
    const int64_t at = db_get_time(q), agreed = db_get_time(q);
    m.day = day_of(agreed == TIME_NONE ? at : agreed);
    *(agreed == TIME_NONE ? &out->asked : &out->agreed) = m;
}

bool mark_get(struct ctx *cx, struct person_id peer, struct week_marks *out)
{
    enum week_side side;

    *out = (struct week_marks){0};
    if (!week_side(cx, peer, &side))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, share, asked, at, agreed FROM week_mark"
                   " WHERE person = $1 AND ended IS NULL ORDER BY id");
    db_put_int(q, peer.v);
    while (db_row(q))
        take(peer, q, out);
    return db_end(q);
}

/* What was proposed, or what was agreed on, is over. */
static bool end(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "UPDATE week_mark SET ended = $1"
                                 " WHERE id = $2 AND ended IS NULL");

    db_put_int(q, cx->now);
    db_put_int(q, id);
    return db_end(q);
}

bool mark_ask(struct ctx *cx, struct person_id peer, int64_t share)
{
    struct week_marks marks;

    if (!mark_get(cx, peer, &marks))
        return false;
    if (share < 1 || share > 100)
        return fail(cx, ERR_INVALID, "share",
                    "Please write a number from 1 to 100.");
    if (!end(cx, marks.asked.id))
        return false;
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO week_mark (id, person, share, asked, at)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_int(q, peer.v);
    db_put_int(q, share);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    return db_end(q) && id;
}

/* What stands proposed is this one. */
static bool is_asked(struct ctx *cx, struct person_id peer, int64_t id,
                     struct week_marks *marks)
{
    return mark_get(cx, peer, marks) &&
           ((id && marks->asked.id == id) ||
            fail(cx, ERR_NOTFOUND, NULL, "There is nothing here."));
}

bool mark_yes(struct ctx *cx, struct person_id peer, int64_t id)
{
    struct week_marks marks = {0};
    enum week_side side;

    if (!is_asked(cx, peer, id, &marks) || !week_side(cx, peer, &side))
        return false;
    if (side == marks.asked.by)
        return fail(cx, ERR_CONFLICT, NULL, "The other one says yes to this.");
    if (!end(cx, marks.agreed.id))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE week_mark SET agreed = $1 WHERE id = $2");
    db_put_int(q, cx->now);
    db_put_int(q, id);
    return db_end(q);
}

bool mark_no(struct ctx *cx, struct person_id peer, int64_t id)
{
    struct week_marks marks;

    return is_asked(cx, peer, id, &marks) && end(cx, id);
}
