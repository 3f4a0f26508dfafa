/* Courtesy calls, as numbers for who leads the program: never whose. R19, R21.
 */
#include "db/db.h"
#include "rhythm/task.h"

bool courtesy_count(struct ctx *cx, struct courtesy *out)
{
    const struct date today = day_of(cx->now);

    *out = (struct courtesy){0};
    if (!may_count(cx))
        return false;
    struct query *q = db_sql(
        cx, "SELECT COUNT(*), COUNT(CASE WHEN t.ending = $5 OR EXISTS (SELECT 1"
            " FROM rhythm_try y WHERE y.task = t.id) THEN 1 END)"
            " FROM rhythm_task t WHERE t.program = $1 AND t.kind = $2"
            " AND t.due <= $4 AND (t.ending = 0 OR (t.due >= $3"
            " AND (t.ending = $5 OR EXISTS (SELECT 1 FROM rhythm_try y"
            " WHERE y.task = t.id))))");
    db_put_int(q, cx->actor->program);
    db_put_int(q, TASK_COURTESY);
    db_put_date(q, date_monday(today));
    db_put_date(q, today);
    db_put_int(q, TASK_REACHED);
    if (db_row(q)) {
        out->due = db_get_int(q);
        out->done = db_get_int(q);
    }
    return db_end(q);
}
