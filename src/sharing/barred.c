#include "sharing/barred.h"

#include "db/db.h"

bool barred_add(struct ctx *cx, struct about what, struct person_id who)
{
    if (!is_herself(cx, what.person))
        return fail(cx, ERR_DENIED, NULL, "Only the person can allow this.");
    struct query *q =
        db_sql(cx, "INSERT INTO sharing_barred (person, topic, thing, reader)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING");
    db_put_int(q, what.person.v);
    db_put_int(q, what.topic);
    db_put_int(q, what.thing);
    db_put_int(q, who.v);
    return db_end(q);
}

bool barred_list(struct ctx *cx, struct about what, struct persons *out)
{
    *out = (struct persons){0};
    struct query *q =
        db_sql(cx, "SELECT b.reader, r.first FROM sharing_barred b"
                   " LEFT JOIN people_person r ON r.id = b.reader"
                   " WHERE b.person = $1 AND b.topic = $2 AND b.thing = $3"
                   " ORDER BY b.reader");
    db_put_int(q, what.person.v);
    db_put_int(q, what.topic);
    db_put_int(q, what.thing);
    while (db_row(q)) {
        struct person *p = LIST_PUSH(cx->mem, out);
        *p = (struct person){
            .id = {db_get_int(q)}, .name = "", .title = "", .days = ""};
        p->first = person_first_get(q, p->id);
    }
    return db_end(q);
}
