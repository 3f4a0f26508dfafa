#include "said/keep.h"

#include "said/said_int.h"
#include "store/keep.h"

static const char *const kinds[SAID_KINDS] = {
    "page",    "statement", "say it for me", "side",
    "promise", "ask",       "my rights"};
static const char *const states[SAID_STATES] = {
    "draft",    "approved", "delivered", "understood",
    "answered", "closed",   "withdrawn", "expired"};
static const char *const endings[] = {"",          "done",    "changed",
                                      "could not", "no help", "let go"};
static const char *const answers[] = {"open", "right", "not quite"};

static bool put_things(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT id, person, kind, author, to_whom, about, state, ending,"
            " due, until, made, moved FROM said_thing WHERE person = $1"
            " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "things");
    while (db_row(q)) {
        struct said s;
        said_take(q, &s);
        json_put_object(w, NULL);
        json_put_int(w, "id", s.id.v);
        json_put_text(w, "kind", kinds[s.kind]);
        json_put_int(w, "author", s.author);
        json_put_text(w, "state", states[s.state]);
        json_put_text(w, "ending", endings[s.ending]);
        if (date_is_set(s.due))
            json_put_text(w, "due", date_iso(cx->mem, s.due));
        json_put_time(w, "made", s.made);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

/* What another says of her, and has not said yes to, is a draft of theirs. */
static bool put_versions(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, thing, version, words, approved, typed_by"
                   " FROM said_version WHERE person = $1 AND (approved IS NOT"
                   " NULL OR thing IN (SELECT id FROM said_thing"
                   " WHERE author = $1)) ORDER BY thing, version");

    db_put_int(q, p.v);
    json_put_list(w, "versions");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "thing", db_get_int(q));
        json_put_int(w, "version", db_get_int(q));
        json_put_text(w, "words",
                      seal_get(q, (struct place){"said_version.words", id, p}));
        json_put_time(w, "approved", db_get_time(q));
        const int64_t typed_by = db_get_int(q);
        if (typed_by)
            json_put_int(w, "typedBy", typed_by);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_moves(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, thing, actor, state, why, at"
                                 " FROM said_move WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "moves");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "thing", db_get_int(q));
        json_put_int(w, "by", db_get_int(q));
        json_put_text(w, "to", states[db_get_int(q)]);
        json_put_text(w, "why",
                      seal_get(q, (struct place){"said_move.why", id, p}));
        json_put_time(w, "at", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_readers(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT r.thing, r.reader, r.given, r.withdrawn,"
                   " (SELECT MAX(d.at) FROM said_read d WHERE d.thing = r.thing"
                   " AND d.reader = r.reader) FROM said_reader r"
                   " WHERE r.person = $1 ORDER BY r.id");

    db_put_int(q, p.v);
    json_put_list(w, "readers");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "thing", db_get_int(q));
        json_put_int(w, "reader", db_get_int(q));
        json_put_time(w, "given", db_get_time(q));
        json_put_time(w, "takenBack", db_get_time(q));
        json_put_time(w, "read", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_replies(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, thing, author, words, at, answer, said,"
                   " (SELECT MIN(h.at) FROM said_heard h WHERE h.reply ="
                   " said_reply.id AND h.reader = said_reply.author)"
                   " FROM said_reply WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "replies");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "thing", db_get_int(q));
        json_put_int(w, "author", db_get_int(q));
        json_put_text(w, "words",
                      seal_get(q, (struct place){"said_reply.words", id, p}));
        json_put_time(w, "at", db_get_time(q));
        json_put_text(w, "answer", answers[db_get_int(q)]);
        json_put_text(w, "said",
                      seal_get(q, (struct place){"said_reply.said", id, p}));
        json_put_time(w, "answerRead", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool said_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "said");
    bool all = put_things(cx, p, w) && put_versions(cx, p, w) &&
               put_moves(cx, p, w) && put_readers(cx, p, w) &&
               put_replies(cx, p, w);
    json_put_end(w);
    return all;
}

/* What another is in, as the one it was promised to, or who typed it, loses
 * only that. */
bool said_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM said_heard WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM said_reply WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM said_read WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM said_reader WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM said_move WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM said_version WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM said_thing WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "UPDATE said_version SET typed_by = NULL"
                                  " WHERE typed_by = $1"),
                       p) &&
           keep_forget(db_sql(cx, "UPDATE said_thing SET to_whom = NULL"
                                  " WHERE to_whom = $1"),
                       p);
}
