#include "week/plan.h"

#include "db/db.h"
#include "rhythm/meet.h"

enum { HOUR = 60, EVERY_ALL = 840 /* all of 1..8 weeks divide it */ };

bool plan_get(struct ctx *cx, struct person_id peer, struct week_plan *out)
{
    enum week_side side;

    *out = (struct week_plan){
        .lasts = PLAN_LASTS, .way = PLAN_WAY, .by = "", .changed = DATE_NONE};
    if (!week_side(cx, peer, &side))
        return false;
    struct query *q = db_sql(
        cx, "SELECT w.hours, w.lasts, w.way, w.groups_, w.kept, w.changed,"
            " w.by_whom, p.first FROM week_plan w"
            " LEFT JOIN people_person p ON p.id = w.by_whom"
            " WHERE w.person = $1");
    db_put_int(q, peer.v);
    if (db_row(q)) {
        out->hours = db_get_int(q);
        out->lasts = db_get_int(q);
        out->way = db_get_int(q);
        out->groups = db_get_int(q);
        out->kept = db_get_time(q) != TIME_NONE;
        out->changed = day_of(db_get_time(q));
        const struct person_id by = {db_get_int(q)};
        out->by = person_first_get(q, by);
    }
    return db_end(q);
}

static bool check_hours(struct ctx *cx, int64_t hours)
{
    return (hours >= 1 && hours <= PLAN_HOURS_MAX) ||
           fail(cx, ERR_INVALID, "hours",
                "Please write the hours as a number from 1 to %d.",
                PLAN_HOURS_MAX);
}

static bool check_minutes(struct ctx *cx, const struct week_plan *p)
{
    if (p->lasts < 1 || p->lasts > PLAN_LASTS_MAX)
        return fail(cx, ERR_INVALID, "lasts",
                    "Please write the minutes as a number from 1 to %d.",
                    PLAN_LASTS_MAX);
    if (p->way < 0 || p->way > PLAN_WAY_MAX)
        return fail(cx, ERR_INVALID, "way",
                    "Please write the minutes as a number, at most %d.",
                    PLAN_WAY_MAX);
    return (p->groups >= 0 && p->groups <= PLAN_HOURS_MAX) ||
           fail(cx, ERR_INVALID, "groups",
                "Please write the hours as a number, at most %d.",
                PLAN_HOURS_MAX);
}

bool plan_hours(struct ctx *cx, struct person_id peer, int64_t hours)
{
    enum week_side side;

    if (!week_side(cx, peer, &side) || !check_hours(cx, hours))
        return false;
    struct query *q =
        db_sql(cx, "INSERT INTO week_plan (person, hours, lasts, way, groups_,"
                   " changed, by_whom) VALUES ($1, $2, $3, $4, 0, $5, $6)"
                   " ON CONFLICT (person) DO UPDATE SET hours = excluded.hours,"
                   " changed = excluded.changed, by_whom = excluded.by_whom"
                   " WHERE week_plan.hours <> excluded.hours");
    db_put_int(q, peer.v);
    db_put_int(q, hours);
    db_put_int(q, PLAN_LASTS);
    db_put_int(q, PLAN_WAY);
    db_put_int(q, cx->now);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

bool plan_put(struct ctx *cx, const struct week_plan *p)
{
    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!check_minutes(cx, p) || !plan_hours(cx, cx->actor->person, p->hours))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE week_plan SET lasts = $1, way = $2, groups_ = $3,"
                   " kept = $4 WHERE person = $5");
    db_put_int(q, p->lasts);
    db_put_int(q, p->way);
    db_put_int(q, p->groups);
    db_put_int(q, cx->now);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

/* --- what it needs --- */

/* Times a week, in parts of EVERY_ALL: of the rhythms with those the peer walks
 * with now. */
static bool rhythm_times(struct ctx *cx, struct person_id peer, int64_t *parts)
{
    *parts = 0;
    struct query *q = db_sql(
        cx, "SELECT r.every, COUNT(*) FROM rhythm_rhythm r WHERE r.peer = $1"
            " AND r.agreed IS NOT NULL AND r.ended IS NULL AND EXISTS (SELECT 1"
            " FROM people_peer w WHERE w.peer = r.peer AND w.member = r.person"
            " AND w.since <= $2 AND (w.until IS NULL OR w.until > $2))"
            " GROUP BY r.every");
    db_put_int(q, peer.v);
    db_put_int(q, cx->now);
    while (db_row(q)) {
        const int64_t every = db_get_int(q), n = db_get_int(q);
        if (every > 0)
            *parts += n * EVERY_ALL / every;
    }
    return db_end(q);
}

static bool single_times(struct ctx *cx, struct person_id peer,
                         struct week_load *l)
{
    const struct date next = {l->monday.days + WEEK_DAYS};
    struct query *q = db_sql(
        cx, "SELECT COUNT(*) FROM rhythm_time t WHERE t.peer = $1"
            " AND t.rhythm IS NULL AND (t.state = $2 OR t.state = $3)"
            " AND t.at >= $4 AND t.at < $5 AND EXISTS (SELECT 1"
            " FROM people_peer w WHERE w.peer = t.peer AND w.member = t.person"
            " AND w.since <= $6 AND (w.until IS NULL OR w.until > $6))");

    db_put_int(q, peer.v);
    db_put_int(q, MEET_SET);
    db_put_int(q, MEET_HELD);
    db_put_int(q, time_at(l->monday, 0));
    db_put_int(q, time_at(next, 0));
    db_put_int(q, cx->now);
    if (db_row(q))
        l->singles = db_get_int(q);
    return db_end(q);
}

bool load_get(struct ctx *cx, struct person_id peer, struct date monday,
              struct week_load *out)
{
    struct week_plan p;
    enum week_side side;
    int64_t parts;

    *out = (struct week_load){.monday = monday};
    if (!plan_get(cx, peer, &p) || !week_side(cx, peer, &side))
        return false;
    if (side == SIDE_LEAD && !p.kept)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!rhythm_times(cx, peer, &parts) || !single_times(cx, peer, out))
        return false;
    parts += out->singles * EVERY_ALL;
    out->with = parts * p.lasts / EVERY_ALL;
    out->way = parts * p.way / EVERY_ALL;
    out->groups = p.groups * HOUR;
    out->needs = (out->with + out->way + out->groups + HOUR - 1) / HOUR;
    out->has = p.hours;
    out->over = out->has > 0 && out->needs > out->has;
    return true;
}

bool load_ahead(struct ctx *cx, struct week_load *out)
{
    const struct date monday = date_monday(day_of(cx->now));
    struct week_load first = {0};

    for (int i = 0; i < PLAN_WEEKS; i++) {
        const struct date of = {monday.days + i * WEEK_DAYS};
        if (!load_get(cx, cx->actor->person, of, out))
            return false;
        if (out->over)
            return true;
        if (i == 0)
            first = *out;
    }
    *out = first;
    return true;
}
