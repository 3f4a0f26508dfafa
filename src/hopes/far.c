#include "hopes/far.h"

#include "hopes/hopes_int.h"

/* A hope among what moved. */
enum { POINT_WISH = MOVE_KINDS };

static bool count(struct ctx *cx, int64_t goal, int64_t *n)
{
    struct query *q = db_sql(
        cx, "WITH RECURSIVE chain (id, parent) AS ("
            "SELECT id, parent FROM hopes_goal WHERE id = $1 AND person = $2"
            " UNION ALL SELECT g.id, g.parent FROM hopes_goal g"
            " JOIN chain c ON g.id = c.parent)"
            " SELECT (SELECT COUNT(*) FROM chain) + (SELECT COUNT(*)"
            " FROM chain c JOIN hopes_move m ON m.goal = c.id"
            " WHERE m.agreed IS NOT NULL AND m.away IS NULL)");

    db_put_int(q, goal);
    db_put_int(q, cx->actor->person.v);
    *n = db_row(q) ? db_get_int(q) : 0;
    return db_end(q);
}

bool far_credit(struct ctx *cx, int64_t goal, int64_t *n)
{
    const struct person_id me = cx->actor->person;

    *n = 0;
    if (!may(cx, MAY_SEE, goal_about(me, goal)))
        return false;
    struct query *q = db_sql(
        cx, "WITH RECURSIVE chain (id, parent) AS ("
            "SELECT id, parent FROM hopes_goal WHERE id = $1 AND person = $2"
            " UNION ALL SELECT g.id, g.parent FROM hopes_goal g"
            " JOIN chain c ON g.id = c.parent)"
            " SELECT COUNT(*) FROM chain c JOIN hopes_move m ON m.goal = c.id"
            " WHERE c.id <> $1 AND m.agreed IS NOT NULL AND m.away IS NULL");
    db_put_int(q, goal);
    db_put_int(q, me.v);
    *n = db_row(q) ? db_get_int(q) : 0;
    return db_end(q);
}

static void read_point(struct query *q, struct person_id me, struct point *p)
{
    p->first = db_get_int(q) == 0;
    p->m.kind = (enum move_kind)db_get_int(q);
    p->wish = (int)p->m.kind == POINT_WISH;
    p->m.id = db_get_int(q);
    p->m.day = db_get_date(q);
    p->m.words = seal_get(q, p->wish ? HOPES_PLACE("goal.words", p->m.id, me)
                                     : HOPES_PLACE("move.words", p->m.id, me));
    p->picture =
        picture_named(seal_get(q, HOPES_PLACE("goal.picture", p->m.id, me)));
    p->m.before = seal_get(q, HOPES_PLACE("move.before", p->m.id, me));
    p->m.size = (enum move_size)db_get_int(q);
    p->m.years = (int)db_get_int(q);
    p->m.sort = (enum mile_sort)db_get_int(q);
    const struct person_id by = {db_get_int(q)};
    p->m.by_name = person_first_get(q, by);
}

/* The first wish is first, whatever came to her mind of days before it; then by
 * day, and as they were written: all ids are of one sequence. */
static bool read_line(struct ctx *cx, int64_t goal, struct line *out)
{
    const struct person_id me = cx->actor->person;
    struct query *q = db_sql(
        cx, "WITH RECURSIVE chain (id, parent, day) AS ("
            "SELECT id, parent, day FROM hopes_goal WHERE id = $1"
            " AND person = $2 UNION ALL SELECT g.id, g.parent, g.day"
            " FROM hopes_goal g JOIN chain c ON g.id = c.parent),"
            " line (turn, kind, id, day) AS (SELECT turn, kind, id, day FROM ("
            "SELECT CASE WHEN parent IS NULL THEN 0 ELSE 1 END AS turn,"
            " CAST($3 AS BIGINT) AS kind, id, day FROM chain"
            " UNION ALL SELECT 1, m.kind, m.id, m.day FROM chain c"
            " JOIN hopes_move m ON m.goal = c.id WHERE m.agreed IS NOT NULL"
            " AND m.away IS NULL) l ORDER BY turn, day, id LIMIT $4 OFFSET $5)"
            " SELECT l.turn, l.kind, l.id, l.day, COALESCE(m.words, g.words),"
            " g.picture, m.before, m.size, m.years, m.sort, m.by_peer, p.first "
            "FROM line l"
            " LEFT JOIN hopes_move m ON m.id = l.id"
            " LEFT JOIN hopes_goal g ON g.id = l.id"
            " LEFT JOIN people_person p ON p.id = m.by_peer"
            " ORDER BY l.turn, l.day, l.id");

    db_put_int(q, goal);
    db_put_int(q, me.v);
    db_put_int(q, POINT_WISH);
    db_put_int(q, FAR_PAGE);
    db_put_int(q, out->before);
    while (db_row(q))
        read_point(q, me, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool far_line(struct ctx *cx, int64_t goal, int64_t before, struct line *out)
{
    int64_t n = 0;

    *out = (struct line){0};
    if (!may(cx, MAY_SEE, goal_about(cx->actor->person, goal)) ||
        !count(cx, goal, &n))
        return false;
    if (n == 0)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    out->before = before < 0 || before >= n ? (n - 1) / FAR_PAGE * FAR_PAGE
                                            : before / FAR_PAGE * FAR_PAGE;
    if (!read_line(cx, goal, out))
        return false;
    out->after = n - out->before - (int64_t)out->n;
    return true;
}
