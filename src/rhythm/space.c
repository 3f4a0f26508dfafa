#include "rhythm/space.h"

#include "db/db.h"
#include "rhythm/meet.h"
#include "rhythm/rhythm.h"
#include "rhythm/task.h"
#include "sharing/may.h"

bool space_now(struct ctx *cx, struct person_id whose, struct date *until)
{
    struct query *q = db_once(
        db_sql(cx, "SELECT until FROM rhythm_space WHERE person = $1"
                   " AND ended IS NULL AND until > $2 ORDER BY until DESC"));

    *until = DATE_NONE;
    db_put_int(q, whose.v);
    db_put_date(q, day_of(cx->now));
    if (db_row(q))
        *until = db_get_date(q);
    return db_end(q);
}

/* A day that was changed: the one before ended at the second this began. */
bool space_since(struct ctx *cx, struct person_id whose, int64_t *since)
{
    struct date until;

    *since = SPACE_NOT;
    if (!space_now(cx, whose, &until))
        return false;
    if (!date_is_set(until))
        return true;
    struct query *q = db_sql(
        cx, "SELECT made, ended, until FROM rhythm_space WHERE person = $1"
            " AND (ended IS NOT NULL OR until > $2) ORDER BY id DESC");
    db_put_int(q, whose.v);
    db_put_date(q, day_of(cx->now));
    while (db_row(q)) {
        const int64_t made = db_get_int(q), ended = db_get_time(q);
        until = db_get_date(q);
        if (ended == TIME_NONE ||
            (ended == *since && until.days > day_of(ended).days))
            *since = made;
    }
    return db_end(q);
}

bool space_all(struct ctx *cx, int64_t program, struct spaces *out)
{
    struct query *q =
        db_sql(cx, "SELECT s.person, MAX(s.until) FROM rhythm_space s"
                   " WHERE s.ended IS NULL AND s.until > $1"
                   " AND EXISTS (SELECT 1 FROM people_member m"
                   " WHERE m.person = s.person AND m.program = $2)"
                   " GROUP BY s.person ORDER BY s.person");

    *out = (struct spaces){0};
    db_put_date(q, day_of(cx->now));
    db_put_int(q, program);
    while (db_row(q)) {
        struct space *s = LIST_PUSH(cx->mem, out);
        s->person.v = db_get_int(q);
        s->until = db_get_date(q);
    }
    return db_end(q);
}

struct date space_of(const struct spaces *all, struct person_id whose)
{
    for (size_t i = 0; i < all->n; i++)
        if (person_same(all->at[i].person, whose))
            return all->at[i].until;
    return DATE_NONE;
}

bool space_none(struct ctx *cx, struct person_id whose)
{
    struct date until;

    if (!space_now(cx, whose, &until))
        return false;
    if (!date_is_set(until))
        return true;
    if (person_same(whose, cx->actor->person))
        return fail(cx, ERR_INVALID, NULL,
                    "I asked for space. I can end that first.");
    return fail(cx, ERR_INVALID, NULL,
                "There is a wish for space. It is kept until its day.");
}

static bool end_all(struct ctx *cx, struct person_id whose)
{
    struct query *q = db_sql(cx, "UPDATE rhythm_space SET ended = $1"
                                 " WHERE person = $2 AND ended IS NULL");

    db_put_int(q, cx->now);
    db_put_int(q, whose.v);
    return db_end(q);
}

static bool write_new(struct ctx *cx, struct person_id whose, struct date until)
{
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO rhythm_space (id, person, made, until)"
                   " VALUES ($1, $2, $3, $4)");

    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, cx->now);
    db_put_date(q, until);
    return db_end(q);
}

static bool may_ask(struct ctx *cx, struct person_id whose)
{
    return may(cx, MAY_SEND, (struct about){whose, TOPIC_TIMES, 0});
}

bool space_ask(struct ctx *cx, struct person_id whose, struct date until)
{
    const int32_t today = day_of(cx->now).days;

    if (!may_ask(cx, whose))
        return false;
    if (!date_is_set(until) || until.days <= today)
        return fail(cx, ERR_INVALID, "until",
                    "Please choose a day that is still to come.");
    if (until.days > today + SPACE_DAYS_MAX)
        return fail(cx, ERR_INVALID, "until",
                    "Please choose a day in the next year.");
    return end_all(cx, whose) && write_new(cx, whose, until) &&
           task_close_all(cx, whose) && meet_close_all(cx, whose) &&
           rhythm_end_unsaid(cx, whose);
}

bool space_end(struct ctx *cx, struct person_id whose)
{
    return may_ask(cx, whose) && end_all(cx, whose) && rhythm_go_on(cx);
}
