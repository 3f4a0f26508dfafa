/* Meetings, and the seats at tables. */
#include "base/text.h"
#include "council/council.h"
#include "db/db.h"

static bool does_work(struct ctx *cx, bool leads_too)
{
    struct council_part p;

    if (!council_part(cx, &p))
        return false;
    return p.sits || (leads_too && p.leads) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool council_meetings(struct ctx *cx, struct council_meetings *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, day, agenda, minutes FROM council_meeting"
                   " ORDER BY day DESC, id DESC LIMIT $1");

    *out = (struct council_meetings){0};
    db_put_int(q, COUNCIL_SHOWN);
    while (db_row(q)) {
        struct council_meeting *m = LIST_PUSH(cx->mem, out);
        *m = (struct council_meeting){.id = db_get_int(q)};
        m->day = db_get_date(q);
        m->agenda = db_get_text(q);
        m->minutes = db_get_text(q);
        m->was = m->day.days <= day_of(cx->now).days;
    }
    return db_end(q);
}

static bool lines_fit(struct ctx *cx, const char *field, const char *lines)
{
    return text_fits(cx, field, lines, COUNCIL_LINES_MAX);
}

static bool meet_again(struct ctx *cx, const struct council_meeting *m)
{
    struct query *q =
        db_sql(cx, "UPDATE council_meeting SET minutes = $1 WHERE id = $2"
                   " AND day <= $3 RETURNING id");

    db_put_text(q, m->minutes);
    db_put_int(q, m->id);
    db_put_date(q, day_of(cx->now));
    return db_end_one(q);
}

bool council_meet(struct ctx *cx, const struct council_meeting *m)
{
    if (!does_work(cx, false) || !lines_fit(cx, "agenda", m->agenda) ||
        !lines_fit(cx, "minutes", m->minutes))
        return false;
    if (m->id)
        return meet_again(cx, m);
    if (!date_is_set(m->day))
        return fail(cx, ERR_INVALID, "day", "Please choose a day.");
    int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO council_meeting (id, day, agenda, minutes)"
                   " VALUES ($1, $2, $3, $4)");
    db_put_int(q, id);
    db_put_date(q, m->day);
    db_put_text(q, m->agenda);
    db_put_text(q, m->minutes);
    return db_end(q) && id;
}

bool council_seats(struct ctx *cx, struct council_seats *out)
{
    struct query *q = db_sql(cx, "SELECT id, place, holder, lived, paid"
                                 " FROM council_seat ORDER BY place, id");

    *out = (struct council_seats){0};
    while (db_row(q)) {
        struct council_seat *s = LIST_PUSH(cx->mem, out);
        *s = (struct council_seat){.id = db_get_int(q)};
        s->place = db_get_text(q);
        s->holder = db_get_text(q);
        s->lived = db_get_bool(q);
        s->paid = db_get_bool(q);
    }
    return db_end(q);
}

bool council_seat_add(struct ctx *cx, const struct council_seat *s)
{
    if (!does_work(cx, true))
        return false;
    if (!*s->place)
        return fail(cx, ERR_INVALID, "place",
                    "Please write which table it is.");
    if (!text_fits(cx, "place", s->place, COUNCIL_NAME_MAX))
        return false;
    if (!text_fits(cx, "holder", s->holder, COUNCIL_NAME_MAX))
        return false;
    int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO council_seat (id, place, holder, lived, paid)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_text(q, s->place);
    db_put_text(q, s->holder);
    db_put_int(q, s->lived);
    db_put_int(q, s->paid);
    return db_end(q) && id;
}

bool council_seat_remove(struct ctx *cx, int64_t id)
{
    if (!does_work(cx, true))
        return false;
    struct query *q =
        db_sql(cx, "DELETE FROM council_seat WHERE id = $1 RETURNING id");
    db_put_int(q, id);
    return db_end_one(q);
}
