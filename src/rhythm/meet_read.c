/* Reading the times of two: hers, and those between her and one peer. */
#include "db/db.h"
#include "keys/keys.h"
#include "rhythm/meet.h"
#include "sharing/may.h"

static void take(struct ctx *cx, struct query *q, struct meet *m)
{
    *m = (struct meet){.id = db_get_int(q), .who = ""};
    m->person.v = db_get_int(q);
    m->peer.v = db_get_int(q);
    m->at = db_get_int(q);
    m->what = seal_get(q, (struct place){"rhythm_time.what", m->id, m->person});
    m->place =
        seal_get(q, (struct place){"rhythm_time.place", m->id, m->person});
    m->state = (enum meet_state)db_get_int(q);
    m->told = (enum told)db_get_int(q);
    m->by.v = db_get_int(q);
    m->over = m->at <= cx->now;
    m->hers = person_same(m->by, m->person);
}

static bool walks_now(struct ctx *cx, const struct meet *m, bool *walks)
{
    return peer_walks_with(cx, m->peer, m->person, walks);
}

/* The first name of the other one, read once for a run of the same. */
static bool name_all(struct ctx *cx, struct meets *list)
{
    struct person other = {0};
    bool walks = true;

    for (size_t i = 0; i < list->n; i++) {
        struct meet *m = &list->at[i];
        const struct person_id id =
            is_herself(cx, m->person) ? m->peer : m->person;
        if (!person_same(other.id, id) &&
            (!person_get(cx, id, &other) || !walks_now(cx, m, &walks)))
            return false;
        m->who = other.first;
        m->left = is_herself(cx, m->person) && !walks;
    }
    return true;
}

static bool take_all(struct ctx *cx, struct query *q, struct meets *out)
{
    *out = (struct meets){0};
    while (out->n < MEETS_SHOWN && db_row(q))
        take(cx, q, LIST_PUSH(cx->mem, out));
    return db_end(q) && name_all(cx, out);
}

/* Of which peer the actor may see times: their own; she, of all. */
static int64_t only_with(const struct ctx *cx, struct person_id whose)
{
    return is_herself(cx, whose) ? 0 : cx->actor->person.v;
}

/* States 3 to 5 are called off. */
static struct query *list_of(struct ctx *cx, enum meet_when when)
{
    if (when == MEET_COMING)
        return db_sql(cx, "SELECT id, person, peer, at, what, place, state,"
                          " told, by_whom FROM rhythm_time WHERE person = $1"
                          " AND ($2 = 0 OR peer = $2) AND state = 0"
                          " ORDER BY CASE WHEN at > $3 THEN 0 ELSE 1 END,"
                          " CASE WHEN at > $3 THEN at ELSE -at END, id");
    if (when == MEET_OFF)
        return db_sql(cx, "SELECT id, person, peer, at, what, place, state,"
                          " told, by_whom FROM rhythm_time WHERE person = $1"
                          " AND ($2 = 0 OR peer = $2) AND state >= 3"
                          " AND at >= $3 ORDER BY at, id LIMIT $4");
    return db_sql(cx, "SELECT id, person, peer, at, what, place, state,"
                      " told, by_whom FROM rhythm_time WHERE person = $1"
                      " AND ($2 = 0 OR peer = $2) AND state <> 0"
                      " AND (state < 3 OR at < $3)"
                      " ORDER BY at DESC, id DESC LIMIT $4");
}

bool meet_list(struct ctx *cx, struct person_id whose, enum meet_when when,
               struct meets *out)
{
    *out = (struct meets){0};
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_TIMES, 0}))
        return false;
    struct query *q = list_of(cx, when);
    db_put_int(q, whose.v);
    db_put_int(q, only_with(cx, whose));
    db_put_int(q, when == MEET_COMING ? cx->now : time_at(day_of(cx->now), 0));
    if (when != MEET_COMING)
        db_put_int(q, when == MEET_PAST ? MEETS_SHOWN / 4 : MEETS_SHOWN);
    return take_all(cx, q, out);
}

bool meet_list_mine(struct ctx *cx, struct meets *out)
{
    const struct date today = day_of(cx->now);
    struct query *q = db_sql(
        cx, "SELECT m.id, m.person, m.peer, m.at, m.what, m.place, m.state,"
            " m.told, m.by_whom FROM rhythm_time m"
            " WHERE m.id IN (SELECT id FROM rhythm_time"
            " WHERE peer = $1 AND at >= $2 AND at < $3"
            " UNION SELECT id FROM rhythm_time"
            " WHERE peer = $1 AND state = 0 AND at < $2"
            " UNION SELECT id FROM rhythm_time"
            " WHERE peer = $1 AND changed >= $4 AND by_whom = person)"
            " AND EXISTS (SELECT 1 FROM people_peer w WHERE w.peer = m.peer"
            " AND w.member = m.person AND w.since <= $5"
            " AND (w.until IS NULL OR w.until > $5))"
            " AND NOT EXISTS (SELECT 1 FROM people_staff d"
            " WHERE d.person = m.person)"
            " ORDER BY m.at, m.id LIMIT $6");

    db_put_int(q, cx->actor->person.v);
    db_put_int(q, time_at(today, 0));
    db_put_int(q, time_at((struct date){today.days + 1}, 0));
    db_put_int(q, time_at((struct date){today.days - 1}, 0));
    db_put_int(q, cx->now);
    db_put_int(q, MEETS_SHOWN);
    return take_all(cx, q, out);
}

static bool name_gone(struct ctx *cx, struct meets *list)
{
    struct person gone;

    for (size_t i = 0; i < list->n; i++) {
        if (!person_get(cx, list->at[i].peer, &gone))
            return false;
        list->at[i].gone = gone.first;
    }
    return true;
}

bool meet_list_left(struct ctx *cx, struct person_id whose, struct meets *out)
{
    const struct date tomorrow = {day_of(cx->now).days + 1};

    *out = (struct meets){0};
    if (whose.v && !may(cx, MAY_CHANGE, (struct about){whose, TOPIC_TIMES, 0}))
        return false;
    struct query *q = db_sql(
        cx, "SELECT m.id, m.person, m.peer, m.at, NULL, NULL, m.state, m.told,"
            " m.by_whom FROM people_peer w JOIN rhythm_time m"
            " ON m.person = w.member AND m.state = 0 AND m.at > $3"
            " WHERE w.peer = $1 AND w.since <= $3"
            " AND (w.until IS NULL OR w.until > $3)"
            " AND (m.person = $2 OR (CAST($2 AS BIGINT) = 0 AND m.at < $4))"
            " AND NOT EXISTS (SELECT 1 FROM people_staff d"
            " WHERE d.person = m.person)"
            " AND NOT EXISTS (SELECT 1 FROM people_peer o WHERE o.peer = m.peer"
            " AND o.member = m.person AND o.since <= $3"
            " AND (o.until IS NULL OR o.until > $3))"
            " ORDER BY m.at, m.id LIMIT $5");
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, whose.v);
    db_put_int(q, cx->now);
    db_put_int(q, time_at(tomorrow, 0));
    db_put_int(q, MEETS_SHOWN);
    return take_all(cx, q, out) && name_gone(cx, out);
}

bool meet_get(struct ctx *cx, struct person_id whose, int64_t id,
              struct meet *out)
{
    struct meets one;

    *out = (struct meet){0};
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_TIMES, 0}))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, person, peer, at, what, place, state, told,"
                   " by_whom FROM rhythm_time WHERE id = $1 AND person = $2"
                   " AND ($3 = 0 OR peer = $3)");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, only_with(cx, whose));
    if (!take_all(cx, q, &one))
        return false;
    if (one.n == 0)
        return fail(cx, ERR_NOTFOUND, NULL, "There is no such time.");
    *out = one.at[0];
    return true;
}
