/* What is kept here about one person, given back and taken away. */
#include "imports/keep.h"

#include "keys/keys.h"
#include "store/keep.h"

bool imports_export(struct ctx *cx, struct person_id p, struct json_out *out)
{
    struct query *q = db_sql(cx, "SELECT id, outside_id FROM imports_person"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(out, "imports_person");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_text(
            out, NULL,
            seal_get(q, (struct place){"imports_person.outside_id", id, p}));
    }
    json_put_end(out);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "SELECT id, outside_id, with_id FROM imports_visit"
                   " WHERE person = $1 ORDER BY id");
    db_put_int(q, p.v);
    json_put_list(out, "imports_visit");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(out, NULL);
        json_put_int(out, "visit", id);
        json_put_text(
            out, "outside_id",
            seal_get(q, (struct place){"imports_visit.outside_id", id, p}));
        json_put_text(
            out, "with_outside_id",
            seal_get(q, (struct place){"imports_visit.with_id", id, p}));
        json_put_end(out);
    }
    json_put_end(out);
    return db_end(q);
}

bool imports_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM imports_person WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM imports_visit WHERE person = $1"), p);
}
