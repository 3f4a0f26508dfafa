/* What is kept of her days: given out whole, and made to go. */
#include "between/keep.h"
#include "between/between.h"
#include "db/db.h"
#include "keys/keys.h"
#include "store/keep.h"

static bool put_lines(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, kind, name FROM between_line"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "lines");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "id", id);
        json_put_int(w, "kind", db_get_int(q));
        json_put_text(w, "name",
                      seal_get(q, (struct place){"between_line.name", id, p}));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_entries(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT id, line, day, value FROM between_entry"
            " WHERE person = $1 AND ended_by IS NULL ORDER BY day, line");

    db_put_int(q, p.v);
    json_put_list(w, "days");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "line", db_get_int(q));
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        json_put_text(
            w, "value",
            seal_get(q, (struct place){"between_entry.value", id, p}));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_events(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, day, words FROM between_event"
                                 " WHERE person = $1 AND ended IS NULL"
                                 " ORDER BY day, id");

    db_put_int(q, p.v);
    json_put_list(w, "events");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        json_put_text(
            w, "words",
            seal_get(q, (struct place){"between_event.words", id, p}));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool between_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "between");
    bool all =
        put_lines(cx, p, w) && put_entries(cx, p, w) && put_events(cx, p, w);
    json_put_end(w);
    return all;
}

bool between_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM between_entry WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM between_event WHERE person = $1"), p) &&
           keep_forget(db_sql(cx, "DELETE FROM between_line WHERE person = $1"),
                       p);
}
