#include "groups/keep.h"

#include "db/db.h"
#include "groups/groups_int.h"
#include "store/keep.h"

static bool put_leads(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT g.name, l.backup, l.shown FROM groups_lead l"
            " JOIN groups_group g ON g.id = l.in_group WHERE l.person = $1"
            " ORDER BY g.id");

    db_put_int(q, p.v);
    json_put_list(w, "groupsLed");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_text(w, "group", db_get_text(q));
        json_put_bool(w, "stepsIn", db_get_bool(q));
        json_put_bool(w, "nameIsShown", db_get_bool(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_notes(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT g.name, s.day, n.session, n.words FROM groups_note n"
            " JOIN groups_session s ON s.id = n.session JOIN groups_group g"
            " ON g.id = s.in_group WHERE n.person = $1 ORDER BY s.day, s.id");

    db_put_int(q, p.v);
    json_put_list(w, "groupNotes");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_text(w, "group", db_get_text(q));
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        const int64_t session = db_get_int(q);
        json_put_text(w, "words", seal_get(q, note_place(session, p)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool groups_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    return put_leads(cx, p, w) && put_notes(cx, p, w);
}

bool groups_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM groups_note WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM groups_lead WHERE person = $1"),
                       p);
}
