/* What is kept of her pages: given out whole, and made to go. */
#include "page/keep.h"
#include "db/db.h"
#include "keys/keys.h"
#include "people/people.h"

static bool put_versions(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT v.id, p.visit, v.version, v.approved, v.content"
                   " FROM page_version v JOIN page_sheet p ON p.id = v.page"
                   " WHERE v.person = $1 ORDER BY v.page, v.version");

    db_put_int(q, p.v);
    json_put_list(w, "pages");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "visit", db_get_int(q));
        json_put_int(w, "version", db_get_int(q));
        json_put_int(w, "approved", db_get_int(q));
        json_put_text(
            w, "content",
            seal_get(q, (struct place){"page_version.content", id, p}));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_replies(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, page, at, words, answer, said"
                                 " FROM page_reply WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "replies");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "id", id);
        json_put_int(w, "page", db_get_int(q));
        json_put_int(w, "at", db_get_int(q));
        json_put_text(w, "words",
                      seal_get(q, (struct place){"page_reply.words", id, p}));
        json_put_int(w, "answer", db_get_int(q));
        json_put_text(w, "said",
                      seal_get(q, (struct place){"page_reply.said", id, p}));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_promises(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, reply, words, due, state, came"
                                 " FROM page_commitment WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "promises");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "reply", db_get_int(q));
        json_put_text(
            w, "words",
            seal_get(q, (struct place){"page_commitment.words", id, p}));
        json_put_text(w, "due", date_iso(cx->mem, db_get_date(q)));
        json_put_int(w, "state", db_get_int(q));
        json_put_text(
            w, "came",
            seal_get(q, (struct place){"page_commitment.came", id, p}));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

/* Whom she gave a page. A link has no name here: it stands with who may see
 * what. */
static bool put_readers(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT g.reader, r.first, g.page, g.given, g.withdrawn"
                   " FROM page_reader g"
                   " LEFT JOIN people_person r ON r.id = g.reader"
                   " WHERE g.person = $1 ORDER BY g.id");

    db_put_int(q, p.v);
    json_put_list(w, "given");
    while (db_row(q)) {
        const struct person_id reader = {db_get_int(q)};
        json_put_object(w, NULL);
        json_put_text(w, "reader", person_first_get(q, reader));
        json_put_int(w, "page", db_get_int(q));
        json_put_int(w, "at", db_get_int(q));
        const int64_t withdrawn = db_get_time(q);
        if (withdrawn != TIME_NONE)
            json_put_int(w, "takenBack", withdrawn);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

/* Which versions each of them had before their eyes. */
static bool put_readings(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT g.reader, r.first, g.page, g.version, g.at"
                   " FROM page_read g"
                   " LEFT JOIN people_person r ON r.id = g.reader"
                   " WHERE g.person = $1 ORDER BY g.id");

    db_put_int(q, p.v);
    json_put_list(w, "read");
    while (db_row(q)) {
        const struct person_id reader = {db_get_int(q)};
        json_put_object(w, NULL);
        json_put_text(w, "reader", person_first_get(q, reader));
        json_put_int(w, "page", db_get_int(q));
        json_put_int(w, "version", db_get_int(q));
        json_put_int(w, "at", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool page_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    return put_versions(cx, p, w) && put_replies(cx, p, w) &&
           put_promises(cx, p, w) && put_readers(cx, p, w) &&
           put_readings(cx, p, w);
}

static bool erase_replies(struct ctx *cx, struct person_id p)
{
    struct query *q =
        db_sql(cx, "DELETE FROM page_commitment WHERE person = $1");

    db_put_int(q, p.v);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM page_reply WHERE person = $1");
    db_put_int(q, p.v);
    return db_end(q);
}

bool page_erase(struct ctx *cx, struct person_id p)
{
    if (!erase_replies(cx, p))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM page_read WHERE person = $1");
    db_put_int(q, p.v);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM page_reader WHERE person = $1");
    db_put_int(q, p.v);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM page_version WHERE person = $1");
    db_put_int(q, p.v);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM page_sheet WHERE person = $1");
    db_put_int(q, p.v);
    return db_end(q);
}
