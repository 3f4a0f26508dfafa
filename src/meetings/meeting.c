#include "meetings/meeting.h"

#include "meetings/meetings_int.h"

unsigned meeting_roles(void)
{
    return ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
           ROLE_BIT(ROLE_CASE_MANAGER) | ROLE_BIT(ROLE_SUPERVISOR);
}

static int64_t start_of_today(const struct ctx *cx)
{
    return time_at(day_of(cx->now), 0);
}

bool meeting_is_over(const struct ctx *cx, const struct meeting *m)
{
    return m->at + MEETING_SECONDS <= cx->now;
}

static bool nothing_here(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* The columns m.id, m.team, t.name, m.peer, m.at, its series while that goes
 * on, m.called_off. */
static bool take_all(struct ctx *cx, struct query *q, struct meetings *out)
{
    *out = (struct meetings){0};
    while (db_row(q)) {
        struct meeting *m = LIST_PUSH(cx->mem, out);
        *m = (struct meeting){.id = db_get_int(q)};
        m->team = db_get_int(q);
        m->team_name = db_get_text(q);
        m->peer.v = db_get_int(q);
        m->at = db_get_int(q);
        m->series = db_get_int(q);
        m->off = db_get_time(q);
    }
    return db_end(q);
}

/* --- making one --- */

bool meeting_hour_free(struct ctx *cx, int64_t program, const struct meeting *m,
                       bool *yes)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM meetings_meeting"
                                 " WHERE program = $1 AND team = $2"
                                 " AND at = $3 AND called_off IS NULL");

    db_put_int(q, program);
    db_put_int(q, m->team);
    db_put_int(q, m->at);
    *yes = db_row(q) && db_get_int(q) == 0;
    return db_end(q);
}

static bool is_free(struct ctx *cx, const struct meeting *m)
{
    bool yes = false;

    if (!meeting_hour_free(cx, cx->actor->program, m, &yes))
        return false;
    return yes || fail(cx, ERR_INVALID, "time",
                       "This team meets at this hour already.");
}

static bool check_at(struct ctx *cx, const struct meeting *m)
{
    if (m->at < start_of_today(cx))
        return fail(cx, ERR_INVALID, "day",
                    "This day is over. Please choose a later one.");
    if (m->at < cx->now)
        return fail(cx, ERR_INVALID, "time",
                    "This hour is over. Please choose a later one.");
    return day_of(m->at).days <= day_of(cx->now).days + MEETING_DAYS_MAX ||
           fail(cx, ERR_INVALID, "day",
                "That is far away. Please choose a day within a year.");
}

bool meeting_teams(struct ctx *cx, struct teams *out)
{
    return cx->actor->role == ROLE_SUPERVISOR
               ? team_list(cx, cx->actor->program, out)
               : team_of(cx, cx->actor->person, out);
}

static bool check(struct ctx *cx, const struct meeting *m)
{
    struct teams teams;
    bool on = false;

    if (!meeting_teams(cx, &teams))
        return false;
    for (size_t i = 0; i < teams.n; i++)
        on = on || teams.at[i].id == m->team;
    if (!on)
        return fail(cx, ERR_INVALID, "team", "Please choose a team.");
    return check_at(cx, m) && is_free(cx, m);
}

static bool add_there(struct ctx *cx, int64_t meeting, int64_t who)
{
    struct query *q = db_sql(cx, "INSERT INTO meetings_there (meeting, who)"
                                 " VALUES ($1, $2) ON CONFLICT DO NOTHING");

    db_put_int(q, meeting);
    db_put_int(q, who);
    return db_end(q);
}

static bool forget_there(struct ctx *cx, int64_t id)
{
    struct query *q =
        db_sql(cx, "DELETE FROM meetings_there WHERE meeting = $1");

    db_put_int(q, id);
    return db_end(q);
}

/* Who leads sits there only if they say so; without a peer nobody is heard. */
static bool check_there(struct ctx *cx, const struct staff_ids *there)
{
    struct persons staff;
    bool peer = cx->actor->role == ROLE_PEER;

    if (there->n > THERE_MAX)
        return fail(cx, ERR_INVALID, "there",
                    "That is a lot of people. Please name at most %d.",
                    THERE_MAX);
    if (!people_staff(cx, cx->actor->program, meeting_roles(), &staff))
        return false;
    for (size_t i = 0; i < there->n; i++)
        if (!persons_have(&staff, (struct person_id){there->at[i]}))
            return fail(cx, ERR_INVALID, "there",
                        "Please choose people who work here.");
    for (size_t i = 0; i < staff.n && !peer; i++)
        for (size_t k = 0; k < there->n; k++)
            peer |= staff.at[i].role == ROLE_PEER &&
                    staff.at[i].id.v == there->at[k];
    return peer ||
           fail(cx, ERR_INVALID, "there", "Please name a peer who is there.");
}

/* The peer who says so is there too. */
bool meeting_seat(struct ctx *cx, int64_t id, const struct staff_ids *there)
{
    if (!forget_there(cx, id) || (cx->actor->role == ROLE_PEER &&
                                  !add_there(cx, id, cx->actor->person.v)))
        return false;
    for (size_t i = 0; i < there->n; i++)
        if (!add_there(cx, id, there->at[i]))
            return false;
    return true;
}

bool meeting_insert(struct ctx *cx, int64_t program, struct meeting *m)
{
    m->id = db_new_id(cx);
    m->off = TIME_NONE;
    struct query *q = db_sql(
        cx, "INSERT INTO meetings_meeting (id, program, team, peer, at, series)"
            " VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, m->id);
    db_put_int(q, program);
    db_put_int(q, m->team);
    db_put_int(q, m->peer.v);
    db_put_int(q, m->at);
    if (m->series)
        db_put_int(q, m->series);
    else
        db_put_null(q);
    return db_end(q);
}

bool meeting_make(struct ctx *cx, struct meeting *m,
                  const struct staff_ids *there)
{
    if (cx->actor->role != ROLE_PEER && cx->actor->role != ROLE_SUPERVISOR)
        return nothing_here(cx);
    m->peer = cx->actor->person;
    m->series = 0;
    return check(cx, m) && check_there(cx, there) &&
           meeting_insert(cx, cx->actor->program, m) &&
           meeting_seat(cx, m->id, there);
}

/* The table as it began, once: what is said after that is a correction. */
static bool keep_start(struct ctx *cx, const struct meeting *m)
{
    if (m->at > cx->now)
        return true;
    struct query *q =
        db_sql(cx, "INSERT INTO meetings_start (meeting, who)"
                   " SELECT b.meeting, b.who FROM meetings_began b"
                   " WHERE b.meeting = $1 ON CONFLICT DO NOTHING");
    db_put_int(q, m->id);
    return db_end(q);
}

bool meeting_set_there(struct ctx *cx, int64_t id,
                       const struct staff_ids *there)
{
    struct meeting m;

    if (!meeting_get(cx, id, &m))
        return false;
    if (m.at < start_of_today(cx))
        return fail(cx, ERR_CONFLICT, NULL, "This meeting is over.");
    return check_there(cx, there) && keep_start(cx, &m) &&
           meeting_seat(cx, id, there);
}

bool meeting_call_off(struct ctx *cx, int64_t id)
{
    struct meeting m;

    if (!meeting_get(cx, id, &m))
        return false;
    if (!person_same(m.peer, cx->actor->person))
        return nothing_here(cx);
    if (m.at <= cx->now)
        return fail(cx, ERR_CONFLICT, NULL, "This meeting is over.");
    struct query *q =
        db_sql(cx, "UPDATE meetings_meeting SET called_off = $1 WHERE id = $2"
                   " AND program = $3 AND called_off IS NULL RETURNING id");
    db_put_time(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, cx->actor->program);
    return db_end_one(q);
}

/* --- reading --- */

bool meeting_list_mine(struct ctx *cx, struct meetings *out)
{
    struct query *q = db_sql(
        cx, "SELECT m.id, m.team, t.name, m.peer, m.at, (SELECT s.id FROM"
            " meetings_series s WHERE s.id = m.series AND s.ended IS NULL),"
            " m.called_off FROM meetings_meeting m"
            " JOIN people_team t ON t.id = m.team"
            " WHERE m.program = $2 AND m.at >= $3 AND m.called_off IS NULL"
            " AND (EXISTS (SELECT 1 FROM meetings_there h"
            " WHERE h.meeting = m.id AND h.who = $1)"
            " OR (CAST($5 AS BIGINT) = 1 AND m.peer = $1))"
            " ORDER BY m.at, m.id LIMIT $4");

    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, start_of_today(cx));
    db_put_int(q, MEETINGS_SHOWN);
    db_put_int(q, cx->actor->role == ROLE_SUPERVISOR);
    return take_all(cx, q, out);
}

bool meeting_get(struct ctx *cx, int64_t id, struct meeting *out)
{
    struct meetings found;
    struct query *q = db_sql(
        cx, "SELECT m.id, m.team, t.name, m.peer, m.at, (SELECT s.id FROM"
            " meetings_series s WHERE s.id = m.series AND s.ended IS NULL),"
            " m.called_off FROM meetings_meeting m"
            " JOIN people_team t ON t.id = m.team"
            " WHERE m.id = $1 AND m.program = $3 AND m.called_off IS NULL"
            " AND (EXISTS (SELECT 1 FROM meetings_sat h"
            " WHERE h.meeting = m.id AND h.who = $2)"
            " OR (CAST($4 AS BIGINT) = 1 AND m.peer = $2))");
    const bool leads = cx->actor->role == ROLE_SUPERVISOR;

    *out = (struct meeting){0};
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, leads);
    if (!take_all(cx, q, &found))
        return false;
    if (found.n == 0 || (cx->actor->role != ROLE_PEER && !leads))
        return nothing_here(cx);
    *out = found.at[0];
    return true;
}

bool meeting_list_around(struct ctx *cx, struct person_id whose, int64_t id,
                         struct meetings *out)
{
    *out = (struct meetings){0};
    if (!may(cx, MAY_CHANGE, (struct about){whose, TOPIC_MEETING, id}))
        return false;
    struct query *q = db_sql(
        cx, "SELECT m.id, m.team, t.name, m.peer, m.at, (SELECT s.id FROM"
            " meetings_series s WHERE s.id = m.series AND s.ended IS NULL),"
            " m.called_off FROM meetings_meeting m"
            " JOIN people_team t ON t.id = m.team"
            " WHERE m.program = $2"
            " AND ((CAST($3 AS BIGINT) = 0 AND m.at > $1) OR m.id = $3)"
            " AND (m.called_off IS NULL OR EXISTS (SELECT 1 FROM meetings_word"
            " o WHERE o.meeting = m.id AND o.person = $4))"
            " AND EXISTS (SELECT 1 FROM meetings_sat h"
            " JOIN people_peer w ON w.peer = h.who"
            " WHERE h.meeting = m.id AND w.member = $4 AND w.since <= $5"
            " AND (w.until IS NULL OR w.until > $5))"
            " ORDER BY m.at, m.id LIMIT $6");
    db_put_int(q, cx->now - MEETING_SECONDS);
    db_put_int(q, cx->actor->program);
    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, cx->now);
    db_put_int(q, MEETINGS_SHOWN);
    if (!take_all(cx, q, out))
        return false;
    return id == 0 || out->n == 1 || nothing_here(cx);
}

static bool take_staff(struct ctx *cx, struct query *q, struct persons *out)
{
    struct staff_ids ids = {0};

    *out = (struct persons){0};
    while (db_row(q))
        *LIST_PUSH(cx->mem, &ids) = db_get_int(q);
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < ids.n; i++)
        if (!person_get(cx, (struct person_id){ids.at[i]},
                        LIST_PUSH(cx->mem, out)))
            return false;
    return true;
}

bool meeting_there(struct ctx *cx, int64_t id, struct persons *out)
{
    struct query *q =
        db_sql(cx, "SELECT who FROM meetings_there WHERE meeting = $1"
                   " ORDER BY who");

    db_put_int(q, id);
    return take_staff(cx, q, out);
}

bool meeting_joined(struct ctx *cx, int64_t id, struct persons *out)
{
    struct query *q =
        db_sql(cx, "SELECT h.who FROM meetings_there h WHERE h.meeting = $1"
                   " AND NOT EXISTS (SELECT 1 FROM meetings_began b"
                   " WHERE b.meeting = h.meeting AND b.who = h.who)"
                   " ORDER BY h.who");

    db_put_int(q, id);
    return take_staff(cx, q, out);
}
