#include "role/keep.h"

#include "db/db.h"
#include "role/asked.h"
#include "role/talk.h"
#include "store/keep.h"

static bool put_asked(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT a.category, s.words, a.asker, a.day"
                                 " FROM role_asked a LEFT JOIN role_sort s"
                                 " ON s.id = a.category - $2"
                                 " WHERE a.person = $1 ORDER BY a.id");

    db_put_int(q, p.v);
    db_put_int(q, SORT_OWN);
    json_put_list(w, "notMineToDo");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_text(w, "what", asked_name_get(q, LANG_EN));
        json_put_text(w, "askedBy", asker_says((enum asker)db_get_int(q)));
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_read(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT version, day FROM role_read"
                                 " WHERE person = $1");

    db_put_int(q, p.v);
    if (db_row(q)) {
        json_put_int(w, "cardVersionRead", db_get_int(q));
        json_put_text(w, "cardReadOn", date_iso(cx->mem, db_get_date(q)));
    }
    return db_end(q);
}

bool role_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    static const char *const levels[TALK_LEVELS] = {"none", "own questions",
                                                    "open"};
    enum talk own = TALK_OPEN;

    json_put_object(w, "role");
    bool all =
        put_asked(cx, p, w) && put_read(cx, p, w) && talk_of(cx, p, &own);
    if (all && talk_good(own))
        json_put_text(w, "talkOfMedicine", levels[own]);
    json_put_end(w);
    return all;
}

bool role_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM role_asked WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM role_read WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM role_talk WHERE person = $1"),
                       p);
}
