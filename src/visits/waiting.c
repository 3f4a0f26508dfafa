#include "visits/waiting.h"

#include "db/db.h"
#include "people/people.h"
#include "sharing/may.h"

static bool name_each(struct ctx *cx, const struct persons *who,
                      struct waitings *out)
{
    for (size_t i = 0; i < out->n; i++) {
        struct person p;
        if (!person_get(cx, who->at[i].id, &p))
            return false;
        out->at[i].name = p.first;
    }
    return true;
}

bool waiting_list(struct ctx *cx, struct person_id whose, struct visit_id visit,
                  struct waitings *out)
{
    struct persons who = {0};

    *out = (struct waitings){0};
    if (!may(cx, MAY_SEE,
             (struct about){.person = whose, .topic = TOPIC_ANSWERS}))
        return false;
    struct query *q = db_sql(
        cx, "SELECT r.visit, a.typed_by, COUNT(*)"
            " FROM visits_answer a JOIN visits_prep r ON r.id = a.prep"
            " JOIN visits_visit v ON v.id = r.visit"
            " WHERE a.person = $1 AND a.waits = 1 AND a.nth = 0"
            " AND (v.id = $2 OR ($2 = 0 AND v.at > $3))"
            " GROUP BY r.visit, a.typed_by, v.at ORDER BY v.at, a.typed_by");
    db_put_int(q, whose.v);
    db_put_int(q, visit.v);
    db_put_int(q, cx->now - VISIT_LASTS);
    while (db_row(q)) {
        struct waiting *w = LIST_PUSH(cx->mem, out);
        w->visit.v = db_get_int(q);
        LIST_PUSH(cx->mem, &who)->id.v = db_get_int(q);
        w->lines = (int)db_get_int(q);
    }
    return db_end(q) && name_each(cx, &who, out);
}

bool waiting_panel(struct req *rq, struct tpl *t)
{
    struct waitings all;

    if (!waiting_list(rq->cx, rq->cx->actor->person, (struct visit_id){0},
                      &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        waiting_html(t, &all.at[i]);
    return true;
}
