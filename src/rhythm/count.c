/* Courtesy calls, as numbers for who leads the program: never whose. R19, R21.
 */
#include "sharing/count.h"

#include "db/db.h"
#include "rhythm/task.h"

enum { WEEK = 7 };

/* 1970-01-01, day 0, was a Thursday. */
static struct date monday_of(struct date d)
{
    return (struct date){d.days - (d.days + 3) % WEEK};
}

bool courtesy_count(struct ctx *cx, int64_t *done, int64_t *due)
{
    const struct date today = day_of(cx->now);

    *done = *due = 0;
    if (!may_count(cx))
        return false;
    struct query *q = db_sql(
        cx, "SELECT COUNT(*), COUNT(CASE WHEN t.ending = $5 OR EXISTS (SELECT 1"
            " FROM rhythm_try y WHERE y.task = t.id) THEN 1 END)"
            " FROM rhythm_task t WHERE t.program = $1 AND t.kind = $2"
            " AND t.due >= $3 AND t.due <= $4 AND (t.ending = 0"
            " OR t.ending = $5 OR EXISTS (SELECT 1 FROM rhythm_try y"
            " WHERE y.task = t.id))");
    db_put_int(q, cx->actor->program);
    db_put_int(q, TASK_COURTESY);
    db_put_date(q, monday_of(today));
    db_put_date(q, today);
    db_put_int(q, TASK_REACHED);
    if (db_row(q)) {
        *due = db_get_int(q);
        *done = db_get_int(q);
    }
    return db_end(q);
}
