#include "meetings/keep.h"

#include "meetings/meetings_int.h"
#include "store/keep.h"

static const char *const voices[VOICES] = {"my peer reads it",
                                           "my peer reads it, I am in the room",
                                           "I read, my peer beside me",
                                           "I speak, my peer beside me",
                                           "I speak alone",
                                           "I chose not to be there"};
static const char *const hows[HOWS] = {"here", "by phone", "when we meet"};
static const char *const kinds[SUPPORT_KINDS] = {"come with me",
                                                 "be there for me"};

static bool put_words(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, meeting, peer, voice, topics, dont, hear_day,"
                   " how FROM meetings_word WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "yes");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "id", id);
        json_put_int(w, "meeting", db_get_int(q));
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "howIAmHeard", voices[db_get_int(q)]);
        json_put_text(w, "topics", seal_get(q, topics_place(id, p)));
        json_put_text(w, "notToBeSaid", seal_get(q, dont_place(id, p)));
        json_put_text(w, "hearBackBy", date_iso(cx->mem, db_get_date(q)));
        json_put_text(w, "hearBackHow", hows[db_get_int(q)]);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_named(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT word, who FROM meetings_named"
                                 " WHERE person = $1 ORDER BY word, who");

    db_put_int(q, p.v);
    json_put_list(w, "withWhom");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "yes", db_get_int(q));
        json_put_int(w, "who", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_backs(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, meeting, peer, words, why, at, heard"
                   " FROM meetings_back WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "broughtBack");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "meeting", db_get_int(q));
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "words", seal_get(q, back_place(id, p)));
        json_put_text(w, "emergency", seal_get(q, why_place(id, p)));
        json_put_time(w, "at", db_get_int(q));
        const int64_t heard = db_get_time(q);
        if (heard != TIME_NONE)
            json_put_int(w, "heard", heard);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_support(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, peer, about, kind, words, made"
                                 " FROM meetings_support WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "beThereForMe");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_int(w, "about", db_get_int(q));
        json_put_text(w, "what", kinds[db_get_int(q)]);
        json_put_text(w, "words", seal_get(q, support_place(id, p)));
        json_put_time(w, "at", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool meetings_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "meetings");
    const bool all = put_words(cx, p, w) && put_named(cx, p, w) &&
                     put_backs(cx, p, w) && put_support(cx, p, w);
    json_put_end(w);
    return all;
}

bool meetings_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM meetings_named WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM meetings_word WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM meetings_back WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM meetings_support WHERE person = $1"), p);
}
