#include "contacts/week.h"

#include "contacts/contacts_int.h"

static bool count_open(struct ctx *cx, struct count *n)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM contacts_contact WHERE program = $1"
                   " AND locked IS NULL AND kind < $2 AND mode > $3"
                   " AND EXISTS (SELECT 1 FROM contacts_line l"
                   " WHERE l.contact = contacts_contact.id)");

    db_put_int(q, cx->actor->program);
    db_put_int(q, CONTACT_NOTE);
    db_put_int(q, RECORD_NONE);
    if (db_row(q))
        *n = count_of(db_get_int(q));
    return db_end(q);
}

bool contacts_week(struct ctx *cx, struct contacts_week *out)
{
    const struct date today = day_of(cx->now);

    *out = (struct contacts_week){0};
    if (!may_count(cx) || !count_open(cx, &out->open))
        return false;
    struct query *q = db_sql(
        cx, "SELECT COUNT(DISTINCT person), COALESCE(SUM(being + working), 0),"
            " COALESCE(SUM(being), 0) FROM contacts_contact"
            " WHERE program = $1 AND day >= $2 AND day <= $3 AND kind < $4");
    db_put_int(q, cx->actor->program);
    db_put_date(q, date_monday(today));
    db_put_date(q, today);
    db_put_int(q, CONTACT_NOTE);
    if (db_row(q)) {
        out->people = count_of(db_get_int(q));
        if (out->people.how == COUNT_EXACT) {
            out->minutes = db_get_int(q);
            out->being = db_get_int(q);
        }
    }
    return db_end(q);
}
