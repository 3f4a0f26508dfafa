#include "hopes/moving.h"

#include "hopes/hopes_int.h"

static int64_t since(const struct ctx *cx)
{
    return day_of(cx->now).days - MOVING_DAYS;
}

/* Who did both is what the two have over all of them: when that is under
 * COUNT_LEAST, one of the two is not said. */
static void cover_both(struct moving *out)
{
    if (out->moving.how == COUNT_EXACT && out->step.how == COUNT_EXACT &&
        out->shift.how == COUNT_EXACT &&
        out->step.n + out->shift.n - out->moving.n < COUNT_LEAST)
        out->shift = (struct count){COUNT_FEW, 0};
}

/* Only whom somebody of the program walks with now: nobody does with a
 * colleague (R103). */
static bool count_moves(struct ctx *cx, int64_t all, struct moving *out)
{
    struct query *q = db_sql(
        cx, "SELECT COUNT(DISTINCT m.person),"
            " COUNT(DISTINCT CASE WHEN m.kind = $3 THEN m.person END),"
            " COUNT(DISTINCT CASE WHEN m.kind = $4 THEN m.person END)"
            " FROM hopes_move m JOIN people_member b ON b.person = m.person"
            " WHERE b.program = $1 AND m.day > $2 AND m.kind IN ($3, $4)"
            " AND m.agreed IS NOT NULL AND m.away IS NULL"
            " AND EXISTS (SELECT 1 FROM people_peer w WHERE w.member = m.person"
            " AND w.since <= $5 AND (w.until IS NULL OR w.until > $5))"
            " AND NOT EXISTS (SELECT 1 FROM people_staff d"
            " WHERE d.person = m.person)");

    db_put_int(q, cx->actor->program);
    db_put_int(q, since(cx));
    db_put_int(q, MOVE_STEP);
    db_put_int(q, MOVE_SHIFT);
    db_put_time(q, cx->now);
    out->share = -1;
    if (db_row(q)) {
        const int64_t moving = db_get_int(q);
        out->moving = count_among(moving, all);
        /* beside each other and all of them: no rest under 5 is left over */
        out->step = count_among(db_get_int(q), moving);
        out->shift = count_among(db_get_int(q), moving);
        if (out->moving.how == COUNT_EXACT && all > 0)
            out->share = percent_of(moving, all);
        cover_both(out);
    }
    return db_end(q);
}

static bool count_done(struct ctx *cx, int64_t all, struct moving *out)
{
    struct query *q = db_sql(
        cx, "SELECT COUNT(DISTINCT g.person) FROM people_member b"
            " JOIN hopes_goal g ON g.person = b.person WHERE b.program = $1"
            " AND g.state = $2 AND g.since >= $3"
            " AND EXISTS (SELECT 1 FROM people_peer w WHERE w.member = g.person"
            " AND w.since <= $4 AND (w.until IS NULL OR w.until > $4))"
            " AND NOT EXISTS (SELECT 1 FROM people_staff d"
            " WHERE d.person = g.person)");

    db_put_int(q, cx->actor->program);
    db_put_int(q, GOAL_DONE);
    db_put_time(q, time_at((struct date){(int32_t)since(cx) + 1}, 0));
    db_put_time(q, cx->now);
    if (db_row(q))
        out->done = count_among(db_get_int(q), all);
    return db_end(q);
}

static bool count_miles(struct ctx *cx, int64_t all, struct moving *out)
{
    struct query *q = db_sql(
        cx, "SELECT m.sort, COUNT(DISTINCT m.person) FROM hopes_move m"
            " JOIN people_member b ON b.person = m.person"
            " WHERE b.program = $1 AND m.day > $2 AND m.kind = $3"
            " AND m.counts = 1 AND m.agreed IS NOT NULL AND m.away IS NULL"
            " AND EXISTS (SELECT 1 FROM people_peer w WHERE w.member = m.person"
            " AND w.since <= $4 AND (w.until IS NULL OR w.until > $4))"
            " AND NOT EXISTS (SELECT 1 FROM people_staff d"
            " WHERE d.person = m.person)"
            " GROUP BY m.sort");

    for (int i = 0; i < MILES; i++)
        out->mile[i] = count_of(0);
    db_put_int(q, cx->actor->program);
    db_put_int(q, since(cx));
    db_put_int(q, MOVE_MILE);
    db_put_time(q, cx->now);
    while (db_row(q)) {
        const int64_t sort = db_get_int(q), n = db_get_int(q);
        if (sort >= 0 && sort < MILES)
            out->mile[sort] = count_among(n, all);
    }
    return db_end(q);
}

bool moving_get(struct ctx *cx, struct moving *out)
{
    struct peer_loads loads;

    *out = (struct moving){0};
    if (!may_count(cx) || !peer_loads(cx, cx->actor->program, &loads))
        return false;
    return count_moves(cx, loads.members, out) &&
           count_done(cx, loads.members, out) &&
           count_miles(cx, loads.members, out);
}
