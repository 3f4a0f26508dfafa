/* How many came: without a name, from the first tap to the sum of a month. */
#include <inttypes.h>

#include "db/db.h"
#include "groups/group_day.h"
#include "groups/groups_int.h"

/* Says "the same sitting at a screen", and nothing to whoever has not got the
 * key of the store. */
static const char *mark_of(struct ctx *cx, int64_t session)
{
    return keys_hash(cx->mem, "groups.mark",
                     arena_fmt(cx->mem, "%" PRId64 " %" PRId64,
                               cx->actor->session, session));
}

/* That somebody was counted is kept until the day is over. */
static bool forget_marks(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "DELETE FROM groups_mark WHERE session IN"
                   " (SELECT id FROM groups_session WHERE day < $1)");

    db_put_date(q, day_of(cx->now));
    return db_end(q);
}

bool group_day_counted(struct ctx *cx, const struct group_day *s, bool *yes)
{
    struct query *q = db_sql(cx, "SELECT 1 FROM groups_mark WHERE session = $1"
                                 " AND mark = $2");

    db_put_int(q, s->id);
    db_put_text(q, mark_of(cx, s->id));
    *yes = db_row(q);
    return db_end(q);
}

bool group_day_count_me(struct ctx *cx, const struct group_day *s)
{
    struct group_day row = *s;

    if (!group_day_is_on(cx, s) || !cx->actor->session)
        return fail(cx, ERR_CONFLICT, NULL,
                    "It is not on right now. Please look once more.");
    if (!forget_marks(cx) || !group_day_row(cx, s, &row.id))
        return false;
    struct query *q =
        db_sql(cx, "INSERT INTO groups_mark (session, mark) VALUES ($1, $2)"
                   " ON CONFLICT (session, mark) DO NOTHING RETURNING session");
    db_put_int(q, row.id);
    db_put_text(q, mark_of(cx, row.id));
    const bool first = db_row(q);
    if (!db_end(q) || !first)
        return cx->err.code == ERR_NONE;
    q = db_sql(cx,
               "UPDATE groups_session SET tapped = tapped + 1 WHERE id = $1");
    db_put_int(q, row.id);
    return db_end(q);
}

/* The first day of the month so many months before the one of d. */
static struct date month_start(struct date d, int back)
{
    int year = 0, month = 0, day = 0;

    date_split(d, &year, &month, &day);
    const int months = year * 12 + month - 1 - back;
    return date_ymd(months / 12, months % 12 + 1, 1);
}

bool heads_of_month(struct ctx *cx, int back, struct all_heads *out)
{
    const struct date today = day_of(cx->now);
    struct query *q = db_sql(
        cx, "SELECT g.name, COUNT(*),"
            " CAST(SUM(COALESCE(s.heads, s.tapped)) AS BIGINT)"
            " FROM groups_session s JOIN groups_group g ON g.id = s.in_group"
            " WHERE g.program = $1 AND s.off = 0 AND s.day >= $2"
            " AND s.day < $3 AND (s.heads IS NOT NULL OR s.tapped > 0)"
            " GROUP BY g.id, g.name ORDER BY g.name, g.id");

    *out = (struct all_heads){0};
    db_put_int(q, cx->actor->program);
    db_put_date(q, month_start(today, back));
    db_put_date(q, month_start(today, back - 1));
    while (db_row(q)) {
        struct heads *h = LIST_PUSH(cx->mem, out);
        *h = (struct heads){.name = db_get_text(q)};
        h->days = db_get_int(q);
        h->n = db_get_int(q);
        out->days += h->days;
        out->sum += h->n;
    }
    return db_end(q);
}
