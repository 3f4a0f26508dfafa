#include "rhythm/rhythm.h"

#include "base/text.h"
#include "db/db.h"
#include "frame/notes.h"
#include "keys/keys.h"
#include "rhythm/meet.h"
#include "rhythm/space.h"
#include "sharing/may.h"

enum { DAYS_A_WEEK = 7 };

static struct place what_of(const struct rhythm *r)
{
    return (struct place){"rhythm_rhythm.what", r->id, r->person};
}

/* The first time of it after a moment. */
static int64_t next_after(const struct rhythm *r, int64_t after)
{
    const int32_t step = r->every * DAYS_A_WEEK;
    struct date d = r->first;
    const int32_t gone = day_of(after).days - d.days;

    if (gone > 0)
        d.days += gone / step * step;
    while (time_at(d, r->minute) <= after)
        d.days += step;
    return time_at(d, r->minute);
}

static void take(struct ctx *cx, struct query *q, struct rhythm *r)
{
    *r = (struct rhythm){.id = db_get_int(q), .who = ""};
    r->person.v = db_get_int(q);
    r->peer.v = db_get_int(q);
    r->first = db_get_date(q);
    r->minute = (int)db_get_int(q);
    r->every = (int)db_get_int(q);
    r->what = seal_get(q, what_of(r));
    r->asked.v = db_get_int(q);
    r->agreed = db_get_time(q);
    r->ended = TIME_NONE;
    r->next = next_after(r, cx->now);
    r->day = day_of(r->next);
    r->mine = person_same(r->asked, cx->actor->person);
}

bool rhythm_list(struct ctx *cx, struct person_id whose, struct rhythms *out)
{
    const bool herself = is_herself(cx, whose);
    struct person other;

    *out = (struct rhythms){0};
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_TIMES, 0}))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, person, peer, first, minute, every, what, asked,"
                   " agreed FROM rhythm_rhythm WHERE person = $1"
                   " AND ($2 = 0 OR peer = $2) AND ended IS NULL"
                   " ORDER BY id DESC");
    db_put_int(q, whose.v);
    db_put_int(q, herself ? 0 : cx->actor->person.v);
    while (db_row(q))
        take(cx, q, LIST_PUSH(cx->mem, out));
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < out->n; i++) {
        struct rhythm *r = &out->at[i];
        if (!person_get(cx, herself ? r->peer : r->person, &other))
            return false;
        r->who = other.first;
    }
    return true;
}

/* Those of people the actor walks with, with their names. */
static bool keep_near(struct ctx *cx, const struct rhythms *all,
                      struct rhythms *out)
{
    struct person p = {.first = ""};
    bool near = false;

    for (size_t i = 0; i < all->n; i++) {
        struct rhythm *r = &all->at[i];
        if (!may_know(cx, MAY_SEE, (struct about){r->person, TOPIC_TIMES, 0},
                      &near) ||
            (near &&
             !person_get(cx, is_herself(cx, r->person) ? r->peer : r->person,
                         &p)))
            return false;
        if (!near)
            continue;
        r->who = p.first;
        *LIST_PUSH(cx->mem, out) = *r;
    }
    return true;
}

bool rhythm_list_asked(struct ctx *cx, struct rhythms *out)
{
    struct rhythms all = {0};
    struct query *q =
        db_sql(cx, "SELECT id, person, peer, first, minute, every, what, asked,"
                   " agreed FROM rhythm_rhythm WHERE peer = $1"
                   " AND asked = person AND agreed IS NULL AND ended IS NULL"
                   " ORDER BY id");

    *out = (struct rhythms){0};
    db_put_int(q, cx->actor->person.v);
    while (db_row(q))
        take(cx, q, LIST_PUSH(cx->mem, &all));
    return db_end(q) && keep_near(cx, &all, out);
}

/* --- told that it ended --- */

bool rhythm_list_ended(struct ctx *cx, struct person_id whose,
                       struct rhythms *out)
{
    const bool herself = is_herself(cx, whose);
    struct rhythms all = {0};
    struct query *q =
        db_sql(cx, "SELECT id, person, peer, first, minute, every, what, asked,"
                   " agreed, ended FROM rhythm_rhythm WHERE"
                   " (person = $1 OR (CAST($1 AS BIGINT) = 0 AND peer = $2))"
                   " AND (CAST($3 AS BIGINT) = 1 OR peer = $2)"
                   " AND ended_by IS NOT NULL"
                   " AND ended_by <> $2 AND told IS NULL ORDER BY id");

    *out = (struct rhythms){0};
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, herself);
    while (db_row(q)) {
        struct rhythm *r = LIST_PUSH(cx->mem, &all);
        take(cx, q, r);
        r->ended = db_get_time(q);
    }
    return db_end(q) && keep_near(cx, &all, out);
}

static bool write_told(struct ctx *cx, void *what)
{
    const struct person_id *whose = what;
    struct query *q =
        db_sql(cx, "UPDATE rhythm_rhythm SET told = $1 WHERE person = $2"
                   " AND (person = $3 OR peer = $3) AND ended_by IS NOT NULL"
                   " AND ended_by <> $3 AND told IS NULL");

    db_put_int(q, cx->now);
    db_put_int(q, whose->v);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

void rhythm_note_told(struct ctx *cx, struct person_id whose)
{
    struct person_id *p = ARENA_NEW(cx->mem, struct person_id);

    *p = whose;
    note_later(cx, write_told, p);
}

/* --- asking and agreeing --- */

static bool check(struct ctx *cx, const struct rhythm *r)
{
    const int32_t today = day_of(cx->now).days;

    if (!date_is_set(r->first) || r->first.days < today ||
        r->first.days > today + RHYTHM_AHEAD_MAX)
        return fail(cx, ERR_INVALID, "first",
                    "Please choose a first day in the next three months.");
    if (r->minute < 0)
        return fail(cx, ERR_INVALID, "time", "Please say at what time.");
    if (r->every < 1 || r->every > RHYTHM_WEEKS_MAX)
        return fail(cx, ERR_INVALID, "every",
                    "Please choose how many weeks, from 1 to %d.",
                    RHYTHM_WEEKS_MAX);
    if (!*r->what)
        return fail(cx, ERR_INVALID, "what", "Please write what you will do.");
    return text_length(r->what) <= RHYTHM_WHAT_MAX ||
           fail(cx, ERR_INVALID, "what", "Please make it a bit shorter.");
}

static bool write_new(struct ctx *cx, struct rhythm *r)
{
    r->id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO rhythm_rhythm (id, person, peer, first, minute, every,"
            " what, asked, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    db_put_int(q, r->id);
    db_put_int(q, r->person.v);
    db_put_int(q, r->peer.v);
    db_put_date(q, r->first);
    db_put_int(q, r->minute);
    db_put_int(q, r->every);
    seal_put(q, what_of(r), r->what);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    return db_end(q);
}

/* What was asked for before between the two is over. */
static bool end_asked(struct ctx *cx, const struct rhythm *r)
{
    struct query *q =
        db_sql(cx, "UPDATE rhythm_rhythm SET ended = $1 WHERE person = $2"
                   " AND peer = $3 AND agreed IS NULL AND ended IS NULL");

    db_put_int(q, cx->now);
    db_put_int(q, r->person.v);
    db_put_int(q, r->peer.v);
    return db_end(q);
}

bool rhythm_ask(struct ctx *cx, struct rhythm *r)
{
    return meet_may_change(cx, r->person, r->peer) &&
           meet_walks(cx, r->person, r->peer) && space_none(cx, r->person) &&
           check(cx, r) && end_asked(cx, r) && write_new(cx, r);
}

/* One that has not ended, of the actor's. */
static bool get_open(struct ctx *cx, struct person_id whose, int64_t id,
                     struct rhythm *out)
{
    struct rhythms all;

    *out = (struct rhythm){0};
    if (!rhythm_list(cx, whose, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].id == id) {
            *out = all.at[i];
            return meet_may_change(cx, whose, out->peer);
        }
    return fail(cx, ERR_NOTFOUND, NULL, "There is no such rhythm.");
}

/* by: of whom the other one is told; {0}: nobody needs to be. */
static bool set_ended(struct ctx *cx, int64_t id, struct person_id by)
{
    struct query *q = db_sql(cx, "UPDATE rhythm_rhythm SET ended = $1,"
                                 " ended_by = $2 WHERE id = $3");

    db_put_int(q, cx->now);
    db_put_time(q, by.v ? by.v : TIME_NONE);
    db_put_int(q, id);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM rhythm_time WHERE rhythm = $1 AND state = 0"
                   " AND at > $2");
    db_put_int(q, id);
    db_put_int(q, cx->now);
    return db_end(q);
}

/* The one that two had agreed on gives way to a new one. */
static bool end_older(struct ctx *cx, const struct rhythm *new)
{
    struct rhythms all;

    if (!rhythm_list(cx, new->person, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct rhythm *r = &all.at[i];
        if (r->id != new->id && person_same(r->peer, new->peer) &&
            !set_ended(cx, r->id, (struct person_id){0}))
            return false;
    }
    return true;
}

bool rhythm_agree(struct ctx *cx, struct person_id whose, int64_t id)
{
    struct rhythm r;

    if (!get_open(cx, whose, id, &r) || !space_none(cx, whose))
        return false;
    if (r.mine || r.agreed != TIME_NONE)
        return fail(cx, ERR_CONFLICT, NULL,
                    "The other one of you two says yes to this.");
    if (!end_older(cx, &r))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE rhythm_rhythm SET agreed = $1 WHERE id = $2");
    db_put_int(q, cx->now);
    db_put_int(q, id);
    return db_end(q) && rhythm_go_on(cx);
}

bool rhythm_end(struct ctx *cx, struct person_id whose, int64_t id)
{
    struct rhythm r;

    if (!get_open(cx, whose, id, &r))
        return false;
    const bool only_asked = r.mine && r.agreed == TIME_NONE;
    return set_ended(cx, id,
                     only_asked ? (struct person_id){0} : cx->actor->person);
}

bool rhythm_end_unsaid(struct ctx *cx, struct person_id whose)
{
    struct query *q =
        db_sql(cx, "UPDATE rhythm_rhythm SET ended = $1 WHERE person = $2"
                   " AND agreed IS NULL AND ended IS NULL");

    db_put_int(q, cx->now);
    db_put_int(q, whose.v);
    return db_end(q);
}

/* --- its next time --- */

bool rhythm_go_on(struct ctx *cx)
{
    struct rhythms all = {0};
    struct query *q = db_sql(
        cx, "SELECT r.id, r.person, r.peer, r.first, r.minute, r.every, r.what,"
            " r.asked, r.agreed, (SELECT MAX(s.slot) FROM rhythm_time s"
            " WHERE s.rhythm = r.id) FROM rhythm_rhythm r"
            " WHERE r.agreed IS NOT NULL AND r.ended IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM rhythm_time t"
            " WHERE t.rhythm = r.id AND t.state = 0 AND t.at > $1)"
            " AND NOT EXISTS (SELECT 1 FROM rhythm_space z"
            " WHERE z.person = r.person AND z.ended IS NULL AND z.until > $2)"
            " AND EXISTS (SELECT 1 FROM people_peer w WHERE w.peer = r.peer"
            " AND w.member = r.person AND w.since <= $1"
            " AND (w.until IS NULL OR w.until > $1)) ORDER BY r.id");

    db_put_int(q, cx->now);
    db_put_date(q, day_of(cx->now));
    while (db_row(q)) {
        struct rhythm *r = LIST_PUSH(cx->mem, &all);
        take(cx, q, r);
        const int64_t last = db_get_time(q);
        if (last > cx->now)
            r->next = next_after(r, last);
    }
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (!meet_of_rhythm(cx, &all.at[i]))
            return false;
    return true;
}
