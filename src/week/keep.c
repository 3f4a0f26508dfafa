#include "week/keep.h"

#include "db/db.h"
#include "store/keep.h"
#include "week/share.h"

static bool put_entries(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT kind, day, minutes FROM week_entry"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "minutes");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_text(w, "what", week_kind_says((enum week_kind)db_get_int(q)));
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        json_put_int(w, "minutes", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_shown(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT monday, at FROM week_shown"
                                 " WHERE person = $1 ORDER BY monday");

    db_put_int(q, p.v);
    json_put_list(w, "shownToWhoLeads");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_text(w, "weekOf", date_iso(cx->mem, db_get_date(q)));
        json_put_time(w, "at", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_plan(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT hours, lasts, way, groups_ FROM week_plan"
                   " WHERE person = $1");

    db_put_int(q, p.v);
    if (db_row(q)) {
        json_put_int(w, "hoursAWeek", db_get_int(q));
        json_put_int(w, "minutesOfOneTime", db_get_int(q));
        json_put_int(w, "minutesOnTheWay", db_get_int(q));
        json_put_int(w, "hoursOfGroups", db_get_int(q));
    }
    return db_end(q);
}

static bool put_marks(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT share, at, agreed, ended"
                                 " FROM week_mark WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "leastShareOfPeerWork");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "percent", db_get_int(q));
        json_put_time(w, "proposed", db_get_int(q));
        json_put_time(w, "agreed", db_get_time(q));
        json_put_time(w, "over", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool week_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "week");
    bool all = put_entries(cx, p, w) && put_shown(cx, p, w) &&
               put_plan(cx, p, w) && put_marks(cx, p, w);
    json_put_end(w);
    return all;
}

bool week_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM week_entry WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM week_shown WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM week_plan WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM week_mark WHERE person = $1"),
                       p);
}
