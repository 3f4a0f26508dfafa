#include "council/keep.h"

#include "db/db.h"
#include "keys/keys.h"
#include "store/keep.h"

static bool put_votes(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT proposal, vote FROM council_vote"
                                 " WHERE person = $1 ORDER BY proposal");

    db_put_int(q, p.v);
    json_put_list(w, "openVotes");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "proposal", db_get_int(q));
        json_put_int(w, "vote", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool council_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, shown, until, agreed FROM council_member"
                   " WHERE person = $1");

    json_put_object(w, "council");
    db_put_int(q, p.v);
    if (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_text(
            w, "shownAs",
            seal_get(q, (struct place){"council_member.shown", id, p}));
        json_put_text(w, "until", date_iso(cx->mem, db_get_date(q)));
        json_put_text(w, "saidYes", date_iso(cx->mem, db_get_date(q)));
    }
    bool all = db_end(q) && put_votes(cx, p, w);
    json_put_end(w);
    return all;
}

bool council_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM council_vote WHERE person = $1"),
                       p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM council_member WHERE person = $1"), p);
}
