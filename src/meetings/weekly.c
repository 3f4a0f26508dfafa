#include "meetings/weekly.h"

#include "meetings/meetings_int.h"

struct series {
    int64_t id, program, team;
    struct person_id maker;
    struct date day; /* the next date that is not there yet */
    int minute;
};

struct all_series {
    struct series *at;
    size_t n, cap;
};

/* --- its dates --- */

static bool set_day(struct ctx *cx, const struct series *s)
{
    struct query *q =
        db_sql(cx, "UPDATE meetings_series SET day = $1 WHERE id = $2");

    db_put_date(q, s->day);
    db_put_int(q, s->id);
    return db_end(q);
}

/* Those who are always there, and work here still. */
static bool seat_always(struct ctx *cx, const struct series *s, int64_t meeting)
{
    struct query *q =
        db_sql(cx, "INSERT INTO meetings_there (meeting, who)"
                   " SELECT CAST($1 AS BIGINT), a.who FROM meetings_always a"
                   " JOIN people_staff f ON f.person = a.who AND f.program = $2"
                   " WHERE a.series = $3");

    db_put_int(q, meeting);
    db_put_int(q, s->program);
    db_put_int(q, s->id);
    return db_end(q);
}

/* An hour that is over, or at which the team meets anyway, is left out. */
static bool add_date(struct ctx *cx, const struct series *s)
{
    struct meeting m = {.team = s->team,
                        .peer = s->maker,
                        .series = s->id,
                        .at = time_at(s->day, s->minute)};
    bool is_free = false;

    if (m.at < cx->now)
        return true;
    if (!meeting_hour_free(cx, s->program, &m, &is_free))
        return false;
    return !is_free ||
           (meeting_insert(cx, s->program, &m) && seat_always(cx, s, m.id));
}

static bool go_on(struct ctx *cx, struct series *s)
{
    const int last = day_of(cx->now).days + WEEKLY_AHEAD;

    while (s->day.days <= last) {
        if (!add_date(cx, s))
            return false;
        s->day.days += 7;
    }
    return set_day(cx, s);
}

/* None goes on whose maker works here no more. */
bool weekly_go_on(struct ctx *cx)
{
    struct all_series all = {0};
    struct query *q =
        db_sql(cx, "SELECT s.id, s.program, s.team, s.maker, s.day, s.minute"
                   " FROM meetings_series s JOIN people_staff f"
                   " ON f.person = s.maker AND f.program = s.program"
                   " WHERE s.ended IS NULL AND s.day <= $1 ORDER BY s.id");

    db_put_int(q, day_of(cx->now).days + WEEKLY_AHEAD);
    while (db_row(q)) {
        struct series *s = LIST_PUSH(cx->mem, &all);
        s->id = db_get_int(q);
        s->program = db_get_int(q);
        s->team = db_get_int(q);
        s->maker.v = db_get_int(q);
        s->day = db_get_date(q);
        s->minute = (int)db_get_int(q);
    }
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (!go_on(cx, &all.at[i]))
            return false;
    return true;
}

/* --- by who made it --- */

static bool insert(struct ctx *cx, struct series *s)
{
    s->id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO meetings_series (id, program, team, maker, day,"
                   " minute) VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, s->id);
    db_put_int(q, s->program);
    db_put_int(q, s->team);
    db_put_int(q, s->maker.v);
    db_put_date(q, s->day);
    db_put_int(q, s->minute);
    return db_end(q);
}

/* Who is at this one, is always. */
static bool keep_always(struct ctx *cx, int64_t series, int64_t meeting)
{
    struct query *q =
        db_sql(cx, "DELETE FROM meetings_always WHERE series = $1");

    db_put_int(q, series);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "INSERT INTO meetings_always (series, who)"
                   " SELECT CAST($1 AS BIGINT), who FROM meetings_there"
                   " WHERE meeting = $2");
    db_put_int(q, series);
    db_put_int(q, meeting);
    return db_end(q);
}

static bool join_series(struct ctx *cx, int64_t meeting, int64_t series)
{
    struct query *q =
        db_sql(cx, "UPDATE meetings_meeting SET series = $1 WHERE id = $2");

    db_put_int(q, series);
    db_put_int(q, meeting);
    return db_end(q);
}

bool weekly_make(struct ctx *cx, struct meeting *m,
                 const struct staff_ids *there)
{
    const struct date first = day_of(m->at);

    if (!meeting_make(cx, m, there))
        return false;
    struct series s = {.program = cx->actor->program,
                       .team = m->team,
                       .maker = m->peer,
                       .day = {first.days + 7},
                       .minute = (int)((m->at - time_at(first, 0)) / 60)};
    if (!insert(cx, &s) || !keep_always(cx, s.id, m->id) ||
        !join_series(cx, m->id, s.id))
        return false;
    m->series = s.id;
    return go_on(cx, &s);
}

static bool read_after(struct ctx *cx, const struct meeting *m,
                       struct staff_ids *out)
{
    struct query *q =
        db_sql(cx, "SELECT id FROM meetings_meeting WHERE series = $1"
                   " AND at > $2 AND called_off IS NULL ORDER BY id");

    db_put_int(q, m->series);
    db_put_int(q, m->at);
    while (db_row(q))
        *LIST_PUSH(cx->mem, out) = db_get_int(q);
    return db_end(q);
}

bool weekly_set_there(struct ctx *cx, int64_t id, const struct staff_ids *there)
{
    struct meeting m;
    struct staff_ids after = {0};

    if (!meeting_get(cx, id, &m) || !meeting_set_there(cx, id, there))
        return false;
    if (!m.series)
        return true;
    if (!keep_always(cx, m.series, id) || !read_after(cx, &m, &after))
        return false;
    for (size_t i = 0; i < after.n; i++)
        if (!meeting_seat(cx, after.at[i], there))
            return false;
    return true;
}

bool weekly_stop(struct ctx *cx, int64_t id)
{
    struct meeting m;

    if (!meeting_get(cx, id, &m))
        return false;
    if (!m.series || !person_same(m.peer, cx->actor->person))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    struct query *q = db_sql(cx, "UPDATE meetings_series SET ended = $1"
                                 " WHERE id = $2 AND ended IS NULL");
    db_put_time(q, cx->now);
    db_put_int(q, m.series);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "UPDATE meetings_meeting SET called_off = $1"
                   " WHERE series = $2 AND at > $3 AND called_off IS NULL");
    db_put_time(q, cx->now);
    db_put_int(q, m.series);
    db_put_int(q, m.at);
    return db_end(q);
}
