#include "visits/program.h"

#include "db/db.h"
#include "visits/company.h"
#include "visits/prep.h"

enum { WEEK = 7 };

static bool count_week(struct ctx *cx, struct program *out)
{
    struct date monday = date_monday(day_of(cx->now));
    struct query *q = db_sql(
        cx, "SELECT COUNT(DISTINCT v.person),"
            " COUNT(DISTINCT CASE WHEN p.state = $5 THEN v.person END),"
            " COUNT(DISTINCT CASE WHEN c.wanted = $6 THEN v.person END)"
            " FROM visits_visit v LEFT JOIN visits_prep p ON p.visit = v.id"
            " LEFT JOIN visits_company c ON c.visit = v.id"
            " WHERE v.program = $1 AND v.at >= $2 AND v.at < $3"
            " AND v.state <> $4");

    db_put_int(q, cx->actor->program);
    db_put_int(q, time_at(monday, 0));
    db_put_int(q, time_at((struct date){monday.days + WEEK}, 0));
    db_put_int(q, VISIT_CANCELLED);
    db_put_int(q, PREP_FINISHED);
    db_put_int(q, COMPANY_YES);
    if (db_row(q)) {
        int64_t all = db_get_int(q);
        out->visit = count_of(all);
        out->ready = count_among(db_get_int(q), all);
        out->company = count_among(db_get_int(q), all);
    }
    return db_end(q);
}

static void cover(struct ctx *cx, struct program *out)
{
    struct {
        struct count *at;
        size_t n, cap;
    } list = {0};

    for (size_t i = 0; i < out->peers.n; i++)
        *LIST_PUSH(cx->mem, &list) = out->peers.at[i].members;
    counts_cover(list.at, list.n);
    for (size_t i = 0; i < out->peers.n; i++)
        out->peers.at[i].members = list.at[i];
}

bool program_get(struct ctx *cx, struct program *out)
{
    struct peer_loads loads;

    *out = (struct program){0};
    if (!may_count(cx) || !peer_loads(cx, cx->actor->program, &loads))
        return false;
    out->members = count_of(loads.members);
    for (size_t i = 0; i < loads.n; i++)
        *LIST_PUSH(cx->mem, &out->peers) = (struct program_peer){
            loads.at[i].peer, count_of(loads.at[i].members)};
    cover(cx, out);
    return count_week(cx, out);
}
