/* What is kept of the page beside what she said with it (said/keep.c): which
 * lines she switched off. */
#include "page/keep.h"

#include "db/db.h"
#include "keys/keys.h"
#include "store/keep.h"

bool page_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, visit, thing, choices"
                                 " FROM page_sheet WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "pages");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "visit", db_get_int(q));
        json_put_int(w, "said", db_get_int(q));
        json_put_text(w, "switches",
                      seal_get(q, (struct place){"page_sheet.choices", id, p}));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool page_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM page_sheet WHERE person = $1"),
                       p);
}
