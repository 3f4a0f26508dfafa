#include "rhythm/keep.h"

#include "db/db.h"
#include "keys/keys.h"
#include "rhythm/meet.h"
#include "rhythm/reach.h"
#include "rhythm/task.h"
#include "store/keep.h"

static const char *const states[MEET_STATES] = {"set",
                                                "we met",
                                                "we missed each other",
                                                "called off by my peer",
                                                "called off by me",
                                                "I wanted space"};
static const char *const told[] = {"",          "called",       "text",
                                   "word left", "face to face", "not yet"};
static const char *const kinds[] = {"tell that a time is off", "courtesy call",
                                    "check-in"};
static const char *const endings[] = {"open", "in touch", "all tries used",
                                      "space"};
static const char *const outcomes[] = {"", "in touch", "word left",
                                       "no answer"};

static bool put_rhythms(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, peer, first, minute, every, what, asked, agreed,"
                   " ended FROM rhythm_rhythm WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "rhythms");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "with", db_get_int(q));
        json_put_text(w, "firstDay", date_iso(cx->mem, db_get_date(q)));
        json_put_int(w, "minute", db_get_int(q));
        json_put_int(w, "everyWeeks", db_get_int(q));
        json_put_text(w, "what",
                      seal_get(q, (struct place){"rhythm_rhythm.what", id, p}));
        json_put_int(w, "askedBy", db_get_int(q));
        json_put_time(w, "agreed", db_get_time(q));
        json_put_time(w, "ended", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_times(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT id, peer, at, what, place, state, told, told_who, changed"
            " FROM rhythm_time WHERE person = $1 ORDER BY at, id");

    db_put_int(q, p.v);
    json_put_list(w, "times");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "with", db_get_int(q));
        json_put_time(w, "at", db_get_int(q));
        json_put_text(w, "what",
                      seal_get(q, (struct place){"rhythm_time.what", id, p}));
        json_put_text(w, "where",
                      seal_get(q, (struct place){"rhythm_time.place", id, p}));
        json_put_text(w, "state", states[db_get_int(q)]);
        json_put_text(w, "told", told[db_get_int(q)]);
        json_put_text(
            w, "wordWith",
            seal_get(q, (struct place){"rhythm_time.told_who", id, p}));
        json_put_time(w, "changed", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_tasks(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, peer, kind, due, channel, what, closed, ending"
                   " FROM rhythm_task WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "toGetInTouch");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "id", id);
        json_put_int(w, "by", db_get_int(q));
        json_put_text(w, "kind", kinds[db_get_int(q)]);
        json_put_text(w, "due", date_iso(cx->mem, db_get_date(q)));
        json_put_text(w, "way", channel_word((enum channel)db_get_int(q)));
        json_put_text(w, "what",
                      seal_get(q, (struct place){"rhythm_task.what", id, p}));
        json_put_time(w, "ended", db_get_time(q));
        json_put_text(w, "ending", endings[db_get_int(q)]);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_tries(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT task, number, channel, outcome,"
                                 " by_whom, at FROM rhythm_try"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "tries");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "for", db_get_int(q));
        json_put_int(w, "number", db_get_int(q));
        json_put_text(w, "way", channel_word((enum channel)db_get_int(q)));
        json_put_text(w, "outcome", outcomes[db_get_int(q)]);
        json_put_int(w, "by", db_get_int(q));
        json_put_time(w, "at", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_reach(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, safe, most, who, changed"
                                 " FROM rhythm_reach WHERE person = $1");

    db_put_int(q, p.v);
    json_put_list(w, "howToReachMe");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        struct reach r = {.safe = (unsigned)db_get_int(q)};
        json_put_list(w, "safe");
        for (int c = CHANNEL_CALL; c < CHANNELS; c++)
            if (reach_has(&r, (enum channel)c))
                json_put_text(w, NULL, channel_word((enum channel)c));
        if (r.safe & REACH_MAIL)
            json_put_text(w, NULL, "voice mail");
        json_put_end(w);
        json_put_int(w, "tries", db_get_int(q));
        json_put_text(w, "wordWith",
                      seal_get(q, (struct place){"rhythm_reach.who", id, p}));
        json_put_time(w, "changed", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_space(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT made, until, ended FROM rhythm_space"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "space");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_time(w, "asked", db_get_int(q));
        json_put_text(w, "until", date_iso(cx->mem, db_get_date(q)));
        json_put_time(w, "ended", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_answer(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, words, at FROM rhythm_way_answer"
                                 " WHERE person = $1");

    db_put_int(q, p.v);
    json_put_list(w, "myWordsBesideIt");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_text(
            w, "words",
            seal_get(q, (struct place){"rhythm_way_answer.words", id, p}));
        json_put_int(w, "said", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_way(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, away, words, by_whom, at"
                                 " FROM rhythm_way WHERE person = $1"
                                 " ORDER BY number");

    db_put_int(q, p.v);
    json_put_list(w, "comingToMeSafely");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_text(w, "what", db_get_int(q) ? "taken away" : "written");
        json_put_text(w, "words",
                      seal_get(q, (struct place){"rhythm_way.words", id, p}));
        json_put_int(w, "by", db_get_int(q));
        json_put_int(w, "at", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q) && put_answer(cx, p, w);
}

bool rhythm_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "rhythm");
    bool all = put_rhythms(cx, p, w) && put_times(cx, p, w) &&
               put_tasks(cx, p, w) && put_tries(cx, p, w) &&
               put_reach(cx, p, w) && put_space(cx, p, w) && put_way(cx, p, w);
    json_put_end(w);
    return all;
}

bool rhythm_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM rhythm_try WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM rhythm_task WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM rhythm_time WHERE person = $1"),
                       p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM rhythm_rhythm WHERE person = $1"), p) &&
           keep_forget(db_sql(cx, "DELETE FROM rhythm_reach WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM rhythm_space WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM rhythm_way WHERE person = $1"),
                       p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM rhythm_way_answer WHERE person = $1"),
               p);
}
