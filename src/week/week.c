#include "week/week.h"

#include <inttypes.h>

#include "db/db.h"

static bool nothing_here(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool week_side(struct ctx *cx, struct person_id peer, enum week_side *out)
{
    struct persons peers;

    *out = SIDE_PEER;
    if (cx->actor->role == ROLE_PEER && person_same(cx->actor->person, peer))
        return true;
    if (cx->actor->role != ROLE_SUPERVISOR)
        return nothing_here(cx);
    *out = SIDE_LEAD;
    return people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_PEER), &peers) &&
           (persons_have(&peers, peer) || nothing_here(cx));
}

/* --- entries --- */

static bool check_minutes(struct ctx *cx, int64_t minutes, const char *field)
{
    return (minutes >= 1 && minutes <= WEEK_MINUTES_MAX) ||
           fail(cx, ERR_INVALID, field,
                "Please write the minutes as a number from 1 to %d.",
                WEEK_MINUTES_MAX);
}

static bool check(struct ctx *cx, const struct week_entry *e)
{
    const int32_t today = day_of(cx->now).days;

    if ((int)e->kind <= WEEK_PEOPLE || e->kind >= WEEK_KINDS)
        return fail(cx, ERR_INVALID, "kind", "Please choose what it was.");
    if (!check_minutes(cx, e->minutes, "minutes"))
        return false;
    return (date_is_set(e->day) && e->day.days <= today &&
            e->day.days >= today - WEEK_DAYS_MAX) ||
           fail(cx, ERR_INVALID, "day",
                "Please choose one of the last %d days.", WEEK_DAYS_MAX);
}

bool week_add(struct ctx *cx, const struct week_entry *e)
{
    if (cx->actor->role != ROLE_PEER)
        return nothing_here(cx);
    if (!check(cx, e))
        return false;
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO week_entry (id, person, program, kind, day, minutes)"
            " VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, e->kind);
    db_put_date(q, e->day);
    db_put_int(q, e->minutes);
    return db_end(q) && id;
}

bool week_change(struct ctx *cx, int64_t id, int64_t minutes)
{
    const char *field = arena_fmt(cx->mem, "minutes-%" PRId64, id);

    if (!check_minutes(cx, minutes, field))
        return false;
    struct query *q = db_sql(cx, "UPDATE week_entry SET minutes = $1"
                                 " WHERE id = $2 AND person = $3 RETURNING id");
    db_put_int(q, minutes);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool week_remove(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "DELETE FROM week_entry WHERE id = $1"
                                 " AND person = $2 RETURNING id");

    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool week_entries(struct ctx *cx, struct date monday, struct week_entries *out)
{
    *out = (struct week_entries){0};
    struct query *q = db_sql(cx, "SELECT id, kind, day, minutes FROM week_entry"
                                 " WHERE person = $1 AND day >= $2 AND day < $3"
                                 " ORDER BY day DESC, id DESC");
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, monday);
    db_put_date(q, (struct date){monday.days + WEEK_DAYS});
    while (db_row(q)) {
        struct week_entry *e = LIST_PUSH(cx->mem, out);
        *e = (struct week_entry){.id = db_get_int(q)};
        e->kind = (enum week_kind)db_get_int(q);
        e->day = db_get_date(q);
        e->minutes = db_get_int(q);
        e->field = arena_fmt(cx->mem, "minutes-%" PRId64, e->id);
        e->value = arena_fmt(cx->mem, "%" PRId64, e->minutes);
    }
    return db_end(q);
}

/* --- the week --- */

/* With people, tries too: what contacts knows. */
static bool read_people(struct ctx *cx, struct person_id peer, struct week *w)
{
    struct query *q = db_sql(
        cx, "SELECT COALESCE(SUM(being + working), 0) FROM contacts_contact"
            " WHERE peer = $1 AND day >= $2 AND day < $3");

    db_put_int(q, peer.v);
    db_put_date(q, w->monday);
    db_put_date(q, (struct date){w->monday.days + WEEK_DAYS});
    if (db_row(q))
        w->minutes[WEEK_PEOPLE] = db_get_int(q);
    return db_end(q);
}

static bool read_rest(struct ctx *cx, struct person_id peer, struct week *w)
{
    struct query *q =
        db_sql(cx, "SELECT kind, SUM(minutes) FROM week_entry WHERE person = $1"
                   " AND day >= $2 AND day < $3 GROUP BY kind");

    db_put_int(q, peer.v);
    db_put_date(q, w->monday);
    db_put_date(q, (struct date){w->monday.days + WEEK_DAYS});
    while (db_row(q)) {
        const int64_t kind = db_get_int(q), minutes = db_get_int(q);
        if (kind > WEEK_PEOPLE && kind < WEEK_KINDS)
            w->minutes[kind] = minutes;
    }
    return db_end(q);
}

bool week_get(struct ctx *cx, struct person_id peer, struct date monday,
              struct week *out)
{
    enum week_side side;
    bool shown = true;

    *out = (struct week){.monday = monday};
    if (!week_side(cx, peer, &side))
        return false;
    if (side == SIDE_LEAD && !week_is_shown(cx, peer, monday, &shown))
        return false;
    if (!shown)
        return nothing_here(cx);
    if (!read_people(cx, peer, out) || !read_rest(cx, peer, out))
        return false;
    week_reckon(out);
    return true;
}

/* --- who sees it when --- */

struct date week_shown_from(struct date monday)
{
    return (struct date){monday.days + 2 * WEEK_DAYS};
}

bool week_show(struct ctx *cx, struct date monday)
{
    if (cx->actor->role != ROLE_PEER)
        return nothing_here(cx);
    if (!date_is_set(monday) || date_weekday(monday) != 0 ||
        monday.days > day_of(cx->now).days)
        return fail(cx, ERR_INVALID, NULL, "That week is still to come.");
    struct query *q =
        db_sql(cx, "INSERT INTO week_shown (person, monday, at)"
                   " VALUES ($1, $2, $3) ON CONFLICT (person, monday)"
                   " DO NOTHING");
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, monday);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool week_is_shown(struct ctx *cx, struct person_id peer, struct date monday,
                   bool *yes)
{
    *yes = week_shown_from(monday).days <= day_of(cx->now).days;
    struct query *q = db_sql(
        cx, "SELECT 1 FROM week_shown WHERE person = $1 AND monday = $2");
    db_put_int(q, peer.v);
    db_put_date(q, monday);
    if (db_row(q))
        *yes = true;
    return db_end(q);
}

bool week_newest_shown(struct ctx *cx, struct person_id peer,
                       struct date *monday)
{
    const struct date last = {date_monday(day_of(cx->now)).days -
                              2 * WEEK_DAYS};

    *monday = last;
    struct query *q =
        db_sql(cx, "SELECT MAX(monday) FROM week_shown WHERE person = $1");
    db_put_int(q, peer.v);
    if (db_row(q)) {
        const struct date shown = db_get_date(q);
        if (date_is_set(shown) && shown.days > last.days)
            *monday = shown;
    }
    return db_end(q);
}
