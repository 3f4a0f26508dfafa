#include "mutual/keep.h"

#include "mutual/mutual_int.h"
#include "store/keep.h"

static const char *const sides[] = {"mine", "my peer's"};
static const char *const parts[AGREE_PARTS] = {"will do", "want from this"};

static bool put_lines(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT l.id, a.peer, l.side, l.part, l.words, l.since, l.until"
            " FROM mutual_line l JOIN mutual_agreement a ON a.id = l.agreement"
            " WHERE l.person = $1 ORDER BY l.id");

    db_put_int(q, p.v);
    json_put_list(w, "lines");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "whose", sides[db_get_int(q)]);
        json_put_text(w, "part", parts[db_get_int(q)]);
        json_put_text(w, "words", seal_get(q, agree_line_place(id, p)));
        json_put_int(w, "sinceVersion", db_get_int(q));
        const int64_t until = db_get_int(q);
        if (until)
            json_put_int(w, "takenOutInVersion", until);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_versions(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT a.peer, v.version, v.side, v.at, v.her_yes, v.peer_yes"
            " FROM mutual_version v JOIN mutual_agreement a"
            " ON a.id = v.agreement WHERE v.person = $1"
            " ORDER BY v.agreement, v.version");

    db_put_int(q, p.v);
    json_put_list(w, "versions");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_int(w, "version", db_get_int(q));
        json_put_text(w, "changedBy", db_get_int(q) ? "my peer" : "me");
        json_put_time(w, "at", db_get_time(q));
        json_put_time(w, "iSaidYes", db_get_time(q));
        json_put_time(w, "myPeerSaidYes", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_hope(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, peer, words, at, hidden FROM mutual_hope"
                   " WHERE person = $1 AND words IS NOT NULL ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "hopeHeldForMe");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "words", seal_get(q, hope_place(id, p)));
        json_put_time(w, "at", db_get_time(q));
        json_put_time(w, "hidden", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_choice(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT since FROM mutual_no_hope WHERE person = $1");

    db_put_int(q, p.v);
    if (db_row(q))
        json_put_time(w, "noNotesOfHopeSince", db_get_time(q));
    return db_end(q);
}

bool mutual_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "agreed");
    bool all = put_versions(cx, p, w) && put_lines(cx, p, w) &&
               put_hope(cx, p, w) && put_choice(cx, p, w);
    json_put_end(w);
    return all;
}

bool mutual_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM mutual_line WHERE person = $1"),
                       p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM mutual_version WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM mutual_agreement WHERE person = $1"),
               p) &&
           keep_forget(db_sql(cx, "DELETE FROM mutual_hope WHERE person = $1"),
                       p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM mutual_no_hope WHERE person = $1"), p);
}
