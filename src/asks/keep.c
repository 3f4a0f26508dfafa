#include "asks/keep.h"

#include "asks/asks_int.h"
#include "asks/holders.h"
#include "db/db.h"
#include "store/keep.h"

static bool put_steps(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT thing, step, chosen, since, holder FROM asks_step"
                   " WHERE person = $1 ORDER BY thing, step");

    db_put_int(q, p.v);
    json_put_list(w, "steps");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "ask", db_get_int(q));
        const int64_t step = db_get_int(q);
        json_put_text(w, "step",
                      step < ASK_STEPS ? step_words((enum ask_step)step) : "");
        json_put_int(w, "chosen", db_get_int(q));
        const int64_t since = db_get_time(q), holder = db_get_int(q);
        if (since != TIME_NONE) {
            json_put_time(w, "since", since);
            json_put_int(w, "who", holder);
        }
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_dids(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, thing, author, words, at"
                                 " FROM asks_did WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "done");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "ask", db_get_int(q));
        json_put_int(w, "author", db_get_int(q));
        json_put_text(w, "words", seal_get(q, did_place(id, p)));
        json_put_time(w, "at", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_overs(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT o.thing, o.holder, o.at FROM asks_over o"
                   " JOIN said_thing t ON t.id = o.thing"
                   " WHERE t.person = $1 ORDER BY o.id");

    db_put_int(q, p.v);
    json_put_list(w, "toBeToldThatItIsOver");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "ask", db_get_int(q));
        json_put_int(w, "who", db_get_int(q));
        json_put_int(w, "at", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool asks_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "asks");
    bool all = put_steps(cx, p, w) && put_dids(cx, p, w) && put_overs(cx, p, w);
    json_put_end(w);
    return all;
}

/* Of one who stood on a step of another's ask, only the place. */
bool asks_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM asks_did WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM asks_over WHERE holder = $1"
                                  " OR thing IN (SELECT s.thing FROM asks_step"
                                  " s WHERE s.person = $1)"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM asks_step WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM asks_holder WHERE holder = $1"),
                       p) &&
           keep_forget(db_sql(cx, "UPDATE asks_step SET since = NULL,"
                                  " holder = NULL WHERE holder = $1"),
                       p);
}
