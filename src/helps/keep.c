#include "helps/keep.h"

#include "helps/helps_int.h"
#include "store/keep.h"

static void put_parts(struct query *q, struct json_out *w, struct person_id p,
                      struct place (*place)(enum part, int64_t,
                                            struct person_id))
{
    const int64_t id = db_get_int(q);

    json_put_text(w, "what", seal_get(q, place(PART_WORDS, id, p)));
    json_put_text(w, "when", seal_get(q, place(PART_MOMENT, id, p)));
    json_put_text(w, "helpsWith", seal_get(q, place(PART_HELPS, id, p)));
}

static bool put_own(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, words, moment, helps, source, made, used"
                   " FROM helps_strategy WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "whatHelpsMe");
    while (db_row(q)) {
        json_put_object(w, NULL);
        put_parts(q, w, p, strategy_place);
        const int64_t from = db_get_int(q);
        if (from)
            json_put_int(w, "copiedFrom", from);
        json_put_time(w, "made", db_get_int(q));
        json_put_time(w, "lastUsed", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_signed(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, words, moment, helps, made"
                                 " FROM helps_signed WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "signedForOthers");
    while (db_row(q)) {
        json_put_object(w, NULL);
        put_parts(q, w, p, signed_place);
        json_put_time(w, "made", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_habits(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, words, step, measure, made"
                                 " FROM helps_habit WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "habits");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "habit", id);
        json_put_text(w, "what", seal_get(q, habit_place(HABIT_WORDS, id, p)));
        json_put_text(w, "step", seal_get(q, habit_place(HABIT_STEP, id, p)));
        json_put_text(w, "measure",
                      seal_get(q, habit_place(HABIT_MEASURE, id, p)));
        json_put_time(w, "made", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_checks(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, habit, day, who, value FROM"
                                 " helps_check WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "habitsDone");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "habit", db_get_int(q));
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        json_put_int(w, "by", db_get_int(q));
        json_put_text(w, "measure", seal_get(q, check_place(id, p)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool helps_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    return put_own(cx, p, w) && put_signed(cx, p, w) && put_habits(cx, p, w) &&
           put_checks(cx, p, w);
}

bool helps_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM helps_strategy WHERE person = $1"), p) &&
           keep_forget(db_sql(cx, "DELETE FROM helps_signed WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM helps_check WHERE person = $1"
                                  " OR who = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM helps_habit WHERE person = $1"),
                       p);
}
