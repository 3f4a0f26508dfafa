#include "mediation/keep.h"

#include "db/db.h"
#include "keys/keys.h"
#include "store/keep.h"

static bool put_cases(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, body, shown FROM mediation_case"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "twoSides");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "said", id);
        json_put_text(
            w, "allITyped",
            seal_get(q, (struct place){"mediation_case.body", id, p}));
        json_put_bool(w, "commentShown", db_get_int(q) != 0);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_helped(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, promise, helped, word, team, at"
                   " FROM mediation_helped WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "whatHelped");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "promise", db_get_int(q));
        json_put_bool(w, "helped", db_get_int(q) != 0);
        json_put_text(
            w, "word",
            seal_get(q, (struct place){"mediation_helped.word", id, p}));
        json_put_bool(w, "theOtherSideMayKnow", db_get_int(q) != 0);
        json_put_time(w, "at", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool mediation_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    return put_cases(cx, p, w) && put_helped(cx, p, w);
}

/* A peer who typed, and is erased, is no more named by it. */
bool mediation_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM mediation_case WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM mediation_helped WHERE person = $1"),
               p) &&
           keep_forget(db_sql(cx, "UPDATE mediation_case SET typed = NULL"
                                  " WHERE typed = $1"),
                       p);
}
