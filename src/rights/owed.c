#include "rights/owed.h"

#include "db/db.h"

bool answer_came(enum said_state state)
{
    return state == SAID_UNDERSTOOD || state == SAID_ANSWERED;
}

/* Since it was opened, for the first time or again. */
static bool lead_wrote(struct ctx *cx, struct said_id id, bool *out)
{
    struct query *q =
        db_sql(cx, "SELECT 1 FROM said_reply r JOIN people_staff s"
                   " ON s.person = r.author WHERE r.thing = $1"
                   " AND s.program = $2 AND s.role = $3"
                   " AND r.id > (SELECT COALESCE(MAX(m.id), 0) FROM said_move m"
                   " WHERE m.thing = $1 AND m.act = $4) LIMIT 1");

    db_put_int(q, id.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, ROLE_SUPERVISOR);
    db_put_int(q, ACT_REOPEN);
    *out = db_row(q);
    return db_end(q);
}

bool answer_owed(struct ctx *cx, struct said_id id, bool came, struct date *day)
{
    bool given = false;

    if (came && date_is_set(*day) && !lead_wrote(cx, id, &given))
        return false;
    if (given)
        *day = DATE_NONE;
    return true;
}
