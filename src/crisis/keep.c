#include "crisis/keep.h"

#include "crisis/crisis_int.h"
#include "crisis/open.h"
#include "store/keep.h"

static const char *const parts[CHOICE_PARTS] = {
    "whatHelpsMe",    "whatMakesItWorse", "whoToCall",           "whoNotToCall",
    "whereIWantToBe", "whatIDoNotWant",   "whereMySignedPaperIs"};
static const char *const opens[OPEN_COUNT] = {"nobody", "who walks with me",
                                              "any peer of my program"};
static const char *const hows[THERE_HOWS] = {"in person", "phone", "text"};

static bool put_choices(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, at, helps, worse, call, not_call, place, no,"
                   " paper FROM crisis_choice WHERE person = $1"
                   " ORDER BY number");

    db_put_int(q, p.v);
    json_put_list(w, "myChoices");
    while (db_row(q)) {
        struct choice_words c = {.id = db_get_int(q)};
        json_put_object(w, NULL);
        json_put_time(w, "at", db_get_int(q));
        choice_take(q, p, &c);
        for (int i = 0; i < CHOICE_PARTS; i++)
            json_put_text(w, parts[i], c.words[i]);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_opens(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT whom, since, ended FROM crisis_open"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "openTo");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_text(w, "whom", opens[db_get_int(q)]);
        json_put_time(w, "since", db_get_int(q));
        json_put_time(w, "ended", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_looks(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT peer, at, until, seen FROM crisis_look"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "openedBy");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_time(w, "at", db_get_int(q));
        json_put_time(w, "until", db_get_int(q));
        json_put_time(w, "toldMe", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_theres(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, peer, day, how, minutes, place, others, wanted"
                   " FROM crisis_there WHERE person = $1 ORDER BY day, id");

    db_put_int(q, p.v);
    json_put_list(w, "whoWasThere");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        json_put_text(w, "how", hows[db_get_int(q)]);
        json_put_int(w, "minutes", db_get_int(q));
        json_put_text(w, "where", seal_get(q, there_place(id, p)));
        json_put_text(w, "whoElseCame", seal_get(q, there_others_place(id, p)));
        json_put_text(w, "whatIWanted", seal_get(q, there_wanted_place(id, p)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool crisis_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "hardTimes");
    const bool all = put_choices(cx, p, w) && put_opens(cx, p, w) &&
                     put_looks(cx, p, w) && put_theres(cx, p, w);
    json_put_end(w);
    return all;
}

bool crisis_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM crisis_choice WHERE person = $1"), p) &&
           keep_forget(db_sql(cx, "DELETE FROM crisis_open WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM crisis_look WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM crisis_there WHERE person = $1"),
                       p);
}
