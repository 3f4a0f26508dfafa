#include "signal/keep.h"

#include "signal/knew.h"
#include "signal/signal_int.h"
#include "store/keep.h"

static bool put_cards(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, version, made, means, is_not, ours, choose"
                   " FROM signal_card WHERE person = $1 ORDER BY version");

    db_put_int(q, p.v);
    json_put_list(w, "myCard");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "version", db_get_int(q));
        json_put_time(w, "made", db_get_time(q));
        for (int i = 0; i < SIGNAL_PARTS; i++)
            json_put_text(
                w, signal_field((enum signal_part)i),
                seal_get(q, signal_place((enum signal_part)i, id, p)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_shown(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT peer, since, version FROM signal_shown"
                                 " WHERE person = $1 ORDER BY peer");

    db_put_int(q, p.v);
    json_put_list(w, "cardsIWasShown");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_time(w, "first", db_get_time(q));
        json_put_int(w, "version", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_knew(struct ctx *cx, struct person_id p, struct json_out *w)
{
    static const char *const answers[KNEW_ANSWERS] = {"skipped", "yes", "no",
                                                      "not sure"};
    struct query *q = db_sql(cx, "SELECT peer, answer, told FROM signal_knew"
                                 " WHERE person = $1 ORDER BY peer");

    db_put_int(q, p.v);
    json_put_list(w, "whetherIKnewWhatAPeerIs");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "answer", answers[db_get_int(q)]);
        json_put_time(w, "toldAgain", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool signal_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "signal");
    bool all = put_cards(cx, p, w) && put_shown(cx, p, w) && put_knew(cx, p, w);
    json_put_end(w);
    return all;
}

bool signal_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM signal_card WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM signal_shown WHERE person = $1"
                                  " OR peer = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM signal_knew WHERE person = $1"
                                  " OR peer = $1"),
                       p);
}
