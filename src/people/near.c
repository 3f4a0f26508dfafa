#include "frame/module.h"
#include "people/people_int.h"

bool program_add(struct ctx *cx, const char *name, int64_t *id)
{
    name = text_trim(cx->mem, name);
    if (!*name)
        return fail(cx, ERR_INVALID, "name", "Please write a name.");
    *id = db_new_id(cx);
    struct query *q = db_sql(
        cx,
        "INSERT INTO people_program (id, name, changed) VALUES ($1, $2, 0)");
    db_put_int(q, *id);
    db_put_text(q, name);
    return db_end(q);
}

bool program_only(struct ctx *cx, int64_t *id)
{
    struct query *q = db_sql(cx, "SELECT id FROM people_program LIMIT 2");
    int n = 0;

    for (; db_row(q); n++)
        *id = db_get_int(q);
    if (!db_end(q))
        return false;
    if (n == 0)
        return fail(cx, ERR_NOTFOUND, "program", "There is no program yet.");
    return n == 1 || fail(cx, ERR_NOTFOUND, "program",
                          "There are several programs. Please say which.");
}

bool team_add(struct ctx *cx, int64_t program, const char *name, int64_t *id)
{
    name = text_trim(cx->mem, name);
    if (!*name)
        return fail(cx, ERR_INVALID, "name", "Please write a name.");
    *id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO people_team (id, program, name) VALUES ($1, $2, $3)");
    db_put_int(q, *id);
    db_put_int(q, program);
    db_put_text(q, name);
    return db_end(q);
}

bool team_join(struct ctx *cx, int64_t team, struct person_id p)
{
    struct query *q = db_sql(cx, "INSERT INTO people_team_member (team, person)"
                                 " VALUES ($1, $2) ON CONFLICT DO NOTHING");

    db_put_int(q, team);
    db_put_int(q, p.v);
    return db_end(q);
}

static bool take_teams(struct ctx *cx, struct query *q, struct teams *out)
{
    *out = (struct teams){0};
    while (db_row(q)) {
        struct team *t = LIST_PUSH(cx->mem, out);
        t->id = db_get_int(q);
        t->name = db_get_text(q);
    }
    return db_end(q);
}

bool team_leave(struct ctx *cx, int64_t team, struct person_id p)
{
    struct query *q = db_sql(cx, "DELETE FROM people_team_member"
                                 " WHERE team = $1 AND person = $2"
                                 " RETURNING person");

    db_put_int(q, team);
    db_put_int(q, p.v);
    bool found = db_row(q);
    if (!db_end(q))
        return false;
    return found || fail(cx, ERR_NOTFOUND, NULL, "They are not in this team.");
}

bool team_of(struct ctx *cx, struct person_id p, struct teams *out)
{
    struct query *q = db_sql(cx, "SELECT t.id, t.name FROM people_team_member m"
                                 " JOIN people_team t ON t.id = m.team"
                                 " WHERE m.person = $1 ORDER BY t.name, t.id");

    db_put_int(q, p.v);
    return take_teams(cx, q, out);
}

bool team_list(struct ctx *cx, int64_t program, struct teams *out)
{
    struct query *q = db_sql(cx, "SELECT id, name FROM people_team"
                                 " WHERE program = $1 ORDER BY name, id");

    db_put_int(q, program);
    return take_teams(cx, q, out);
}

bool person_peers(struct ctx *cx, struct person_id member, struct persons *out)
{
    struct query *q = db_once(db_sql(
        cx, "SELECT p.id, p.program, s.role, p.name, p.first, p.title, p.days"
            " FROM people_peer w"
            " JOIN people_person p ON p.id = w.peer"
            " JOIN people_staff s ON s.person = w.peer"
            " WHERE w.member = $1 AND w.since <= $2"
            " AND (w.until IS NULL OR w.until > $2) AND p.erased IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM people_staff d"
            " WHERE d.person = w.member)"
            " ORDER BY w.since, w.id"));

    db_put_int(q, member.v);
    db_put_int(q, cx->now);
    return persons_take(q, out);
}

bool peer_members(struct ctx *cx, struct person_id peer, struct persons *out)
{
    struct query *q =
        db_sql(cx, "SELECT p.id, p.program, 0, p.name, p.first, p.title, p.days"
                   " FROM people_peer w JOIN people_person p ON p.id = w.member"
                   " WHERE w.peer = $1 AND w.since <= $2"
                   " AND (w.until IS NULL OR w.until > $2) AND p.erased IS NULL"
                   " AND NOT EXISTS (SELECT 1 FROM people_staff d"
                   " WHERE d.person = w.member)");

    db_put_int(q, peer.v);
    db_put_int(q, cx->now);
    if (!persons_take(q, out))
        return false;
    persons_sort(cx->mem, out, true);
    return true;
}

bool peer_walks_with(struct ctx *cx, struct person_id peer,
                     struct person_id member, bool *yes)
{
    struct query *q =
        db_sql(cx, "SELECT w.id FROM people_peer w"
                   " WHERE w.peer = $1 AND w.member = $2 AND w.since <= $3"
                   " AND (w.until IS NULL OR w.until > $3)"
                   " AND NOT EXISTS (SELECT 1 FROM people_staff d"
                   " WHERE d.person = w.member) LIMIT 1");

    db_put_int(q, peer.v);
    db_put_int(q, member.v);
    db_put_int(q, cx->now);
    *yes = db_row(q);
    return db_end(q);
}

/* Both are of one program, and the member does not work there (R103). */
static bool can_walk(struct ctx *cx, struct person_id peer,
                     struct person_id member)
{
    struct query *q =
        db_sql(cx, "SELECT (SELECT COUNT(*) FROM people_staff d"
                   " WHERE d.person = m.person) FROM people_member m"
                   " JOIN people_staff s ON s.program = m.program"
                   " WHERE s.person = $1 AND s.role = $2 AND m.person = $3");

    db_put_int(q, peer.v);
    db_put_int(q, ROLE_PEER);
    db_put_int(q, member.v);
    bool found = db_row(q);
    bool locked = found && db_get_int(q) > 0;
    if (!db_end(q))
        return false;
    if (!found)
        return fail(cx, ERR_NOTFOUND, NULL, "There is no such person.");
    return !locked ||
           fail(cx, ERR_CONFLICT, NULL,
                "They work here too, so their own things stay closed to "
                "colleagues. They can name someone themselves.");
}

bool peer_join(struct ctx *cx, struct person_id peer, struct person_id member)
{
    bool already = false;

    if (!can_walk(cx, peer, member) ||
        !peer_walks_with(cx, peer, member, &already))
        return false;
    if (already)
        return true;
    int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO people_peer (id, peer, member, since)"
                   " VALUES ($1, $2, $3, $4)");
    db_put_int(q, id);
    db_put_int(q, peer.v);
    db_put_int(q, member.v);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool peer_leave(struct ctx *cx, struct person_id peer, struct person_id member)
{
    struct query *q =
        db_sql(cx, "UPDATE people_peer SET until = $3 WHERE peer = $1"
                   " AND member = $2 AND (until IS NULL OR until > $3)");

    db_put_int(q, peer.v);
    db_put_int(q, member.v);
    db_put_int(q, cx->now);
    return db_end(q) &&
           raise_event(cx, PEER_LEFT, &(struct peer_left){peer, member});
}

static bool count_walked(struct ctx *cx, int64_t program, int64_t *n)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(DISTINCT w.member) FROM people_staff s"
                   " JOIN people_peer w ON w.peer = s.person"
                   " WHERE s.program = $1 AND s.role = $2 AND w.since <= $3"
                   " AND (w.until IS NULL OR w.until > $3)"
                   " AND NOT EXISTS (SELECT 1 FROM people_staff d"
                   " WHERE d.person = w.member)");

    db_put_int(q, program);
    db_put_int(q, ROLE_PEER);
    db_put_int(q, cx->now);
    *n = db_row(q) ? db_get_int(q) : 0;
    return db_end(q);
}

bool peer_loads(struct ctx *cx, int64_t program, struct peer_loads *out)
{
    struct persons peers;

    *out = (struct peer_loads){0};
    if (!people_staff(cx, program, ROLE_BIT(ROLE_PEER), &peers) ||
        !count_walked(cx, program, &out->members))
        return false;
    for (size_t i = 0; i < peers.n; i++)
        *LIST_PUSH(cx->mem, out) = (struct peer_load){peers.at[i], 0};
    struct query *q =
        db_sql(cx, "SELECT w.peer, COUNT(DISTINCT w.member) FROM people_staff s"
                   " JOIN people_peer w ON w.peer = s.person"
                   " WHERE s.program = $1 AND s.role = $2 AND w.since <= $3"
                   " AND (w.until IS NULL OR w.until > $3)"
                   " AND NOT EXISTS (SELECT 1 FROM people_staff d"
                   " WHERE d.person = w.member) GROUP BY w.peer");
    db_put_int(q, program);
    db_put_int(q, ROLE_PEER);
    db_put_int(q, cx->now);
    while (db_row(q)) {
        int64_t peer = db_get_int(q), n = db_get_int(q);
        for (size_t i = 0; i < out->n; i++)
            if (out->at[i].peer.id.v == peer)
                out->at[i].members = n;
    }
    return db_end(q);
}
