#include "weighing/keep.h"

#include "store/keep.h"
#include "weighing/weighing_int.h"

bool weighing_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT s.id, s.made, r.id, r.part, r.words, r.waits, r.typed_by"
            " FROM weighing_part r JOIN weighing_sheet s ON s.id = r.sheet"
            " WHERE r.person = $1 ORDER BY s.id, r.part");

    db_put_int(q, p.v);
    json_put_list(w, "thoughtOver");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "sheet", db_get_int(q));
        json_put_time(w, "made", db_get_int(q));
        const int64_t id = db_get_int(q);
        const int64_t part = db_get_int(q) % SHEET_PARTS;
        json_put_text(w, "part", sheet_field((enum sheet_part)part));
        json_put_text(w, "words", seal_get(q, sheet_place(id, p)));
        const char *waits = seal_get(q, sheet_waits_place(id, p));
        const int64_t by = db_get_int(q);
        if (by) {
            json_put_text(w, "typedForMe", waits);
            json_put_int(w, "typedBy", by);
        }
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool weighing_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM weighing_part WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM weighing_sheet WHERE person = $1"), p);
}
