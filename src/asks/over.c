#include "asks/over.h"

#include "asks/held.h"
#include "db/db.h"

struct holder_ids {
    int64_t *at;
    size_t n, cap;
};

/* Who could read it at this second, by a step and by her permission. */
static bool read_holders(struct ctx *cx, const struct said *s,
                         struct holder_ids *out)
{
    struct query *q = db_sql(
        cx, "SELECT DISTINCT s.holder FROM asks_step s"
            " WHERE s.thing = $1 AND s.holder IS NOT NULL AND s.since <= $2"
            " AND EXISTS (SELECT 1 FROM sharing_permission p"
            " WHERE p.person = s.person AND p.reader = s.holder"
            " AND p.topic = $3 AND p.thing = s.thing AND p.since <= $2"
            " AND p.ended IS NULL AND (p.until IS NULL OR p.until > $2))"
            " ORDER BY s.holder");

    *out = (struct holder_ids){0};
    db_put_int(q, s->id.v);
    db_put_int(q, cx->now);
    db_put_int(q, TOPIC_ASK);
    while (db_row(q))
        *LIST_PUSH(cx->mem, out) = db_get_int(q);
    return db_end(q);
}

static bool forget_one(struct ctx *cx, const struct said *s, int64_t holder)
{
    struct query *q = db_sql(cx, "DELETE FROM asks_over WHERE thing = $1"
                                 " AND holder = $2");

    db_put_int(q, s->id.v);
    db_put_int(q, holder);
    return db_end(q);
}

static bool write_one(struct ctx *cx, const struct said *s, int64_t holder)
{
    if (!forget_one(cx, s, holder))
        return false;
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO asks_over (id, thing, holder, made, at)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_int(q, s->id.v);
    db_put_int(q, holder);
    db_put_int(q, s->approved);
    db_put_int(q, cx->now);
    return db_end(q);
}

static bool has_then(const struct ladder *then, int64_t holder)
{
    for (int i = 0; i < ASK_STEPS; i++)
        if (then->at[i].when == WHEN_NOW && then->at[i].has.v == holder)
            return true;
    return false;
}

bool over_tell(struct ctx *cx, const struct said *s, const struct ladder *then)
{
    struct holder_ids now;

    if (!read_holders(cx, s, &now))
        return false;
    for (size_t i = 0; i < now.n; i++)
        if (!has_then(then, now.at[i]) && !write_one(cx, s, now.at[i]))
            return false;
    for (int i = 0; i < ASK_STEPS; i++)
        if (then->at[i].when == WHEN_NOW &&
            !forget_one(cx, s, then->at[i].has.v))
            return false;
    return true;
}

bool over_list(struct ctx *cx, struct overs *out)
{
    struct query *q = db_sql(cx, "SELECT id, made, at FROM asks_over"
                                 " WHERE holder = $1 ORDER BY at DESC, id DESC"
                                 " LIMIT $2");

    *out = (struct overs){0};
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, HELD_SHOWN);
    while (db_row(q)) {
        struct over *o = LIST_PUSH(cx->mem, out);
        o->id = db_get_int(q);
        o->made = db_get_int(q);
        o->at = db_get_int(q);
    }
    return db_end(q);
}

bool over_read(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "DELETE FROM asks_over WHERE id = $1"
                                 " AND holder = $2 RETURNING id");

    db_put_int(q, id);
    db_put_int(q, reader_of(cx->actor));
    return db_end_one(q);
}
