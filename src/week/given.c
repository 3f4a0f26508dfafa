#include "week/given.h"

#include <string.h>

#include "contacts/contact.h"
#include "db/db.h"
#include "frame/settings.h"
#include "week/share.h"

static const char *const payers[] = {"unsaid", "both", "working"};

bool week_payer_good(const char *value)
{
    for (size_t i = 0; i < sizeof payers / sizeof *payers; i++)
        if (strcmp(payers[i], value) == 0)
            return true;
    return false;
}

enum payer week_payer(void)
{
    const char *value = setting_text("week.payer");

    if (strcmp(value, payers[PAYER_BOTH]) == 0)
        return PAYER_BOTH;
    return strcmp(value, payers[PAYER_WORKING]) == 0 ? PAYER_WORKING
                                                     : PAYER_UNSAID;
}

static bool with_people(struct ctx *cx, struct week_given *g)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(DISTINCT person), COALESCE(SUM(being), 0),"
                   " COALESCE(SUM(working), 0) FROM contacts_contact"
                   " WHERE program = $1 AND day >= $2 AND day <= $3"
                   " AND kind < $4");

    db_put_int(q, cx->actor->program);
    db_put_date(q, g->from);
    db_put_date(q, g->to);
    db_put_int(q, CONTACT_NOTE);
    if (db_row(q)) {
        g->people = count_of(db_get_int(q));
        if (g->people.how == COUNT_EXACT) {
            g->being = db_get_int(q);
            g->working = db_get_int(q);
        }
    }
    return db_end(q);
}

static bool beside_it(struct ctx *cx, struct week_given *g)
{
    struct query *q = db_sql(
        cx, "SELECT COUNT(DISTINCT person),"
            " COALESCE(SUM(CASE WHEN kind = $4 THEN minutes ELSE 0 END), 0),"
            " COALESCE(SUM(CASE WHEN kind = $5 THEN minutes ELSE 0 END), 0)"
            " FROM week_entry WHERE program = $1 AND day >= $2 AND day <= $3"
            " AND (kind = $4 OR kind = $5)");

    db_put_int(q, cx->actor->program);
    db_put_date(q, g->from);
    db_put_date(q, g->to);
    db_put_int(q, WEEK_TRAVEL);
    db_put_int(q, WEEK_WRITING);
    if (db_row(q)) {
        g->peers = count_of(db_get_int(q));
        if (g->peers.how == COUNT_EXACT) {
            g->travel = db_get_int(q);
            g->writing = db_get_int(q);
        }
    }
    return db_end(q);
}

bool week_given(struct ctx *cx, struct date day, struct week_given *out)
{
    const struct date today = day_of(cx->now);
    int y, m, d;

    date_split(day, &y, &m, &d);
    *out = (struct week_given){.from = date_ymd(y, m, 1)};
    out->to.days = date_ymd(m < 12 ? y : y + 1, m % 12 + 1, 1).days - 1;
    if (out->to.days > today.days)
        out->to = today;
    return may_count(cx) && with_people(cx, out) && beside_it(cx, out);
}
