/* What this folder keeps of one person: given out whole, and made to go. */
#include "store/keep.h"
#include "keys/keys.h"
#include "people/people.h"
#include "sharing/access.h"
#include "sharing/sharing_int.h"

static bool put_permissions(struct ctx *cx, struct person_id whose,
                            struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT p.id, p.reader, p.topic, p.purpose, p.since, p.until,"
            " p.ended, r.first, l.name FROM sharing_permission p"
            " LEFT JOIN people_person r ON r.id = p.reader"
            " LEFT JOIN sharing_link l ON l.id = p.reader"
            " WHERE p.person = $1 ORDER BY p.id");

    json_put_list(w, "permissions");
    db_put_int(q, whose.v);
    while (db_row(q)) {
        int64_t id = db_get_int(q), reader = db_get_int(q);
        json_put_object(w, NULL);
        json_put_text(w, "what", topic_words((enum topic)db_get_int(q)));
        json_put_text(w, "purpose",
                      seal_get(q, (struct place){"sharing_permission.purpose",
                                                 id, whose}));
        json_put_time(w, "from", db_get_time(q));
        json_put_time(w, "until", db_get_time(q));
        json_put_time(w, "ended", db_get_time(q));
        json_put_text(w, "to", reader_name_get(q, reader, whose));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_accesses(struct ctx *cx, struct person_id whose,
                         struct json_out *w)
{
    static const char *const did[] = {
        [ACCESS_SAW] = "read",
        [ACCESS_CHANGED] = "wrote",
        [ACCESS_CARRIED] = "took",
        [ACCESS_SENT] = "sent",
        [ACCESS_REFUSED] = "was refused",
        [ACCESS_LINK_OPEN] = "opened",
        [ACCESS_LINK_SHUT] = "wrong code, closed",
    };
    struct query *q =
        db_sql(cx, "SELECT a.reader, a.topic, a.what, a.at, r.first, l.name"
                   " FROM sharing_access a"
                   " LEFT JOIN people_person r ON r.id = a.reader"
                   " LEFT JOIN sharing_link l ON l.id = a.reader"
                   " WHERE a.person = $1 ORDER BY a.id");

    json_put_list(w, "seen");
    db_put_int(q, whose.v);
    while (db_row(q)) {
        int64_t reader = db_get_int(q);
        json_put_object(w, NULL);
        json_put_text(w, "what", topic_words((enum topic)db_get_int(q)));
        json_put_text(w, "did", did[db_get_int(q)]);
        json_put_time(w, "at", db_get_time(q));
        json_put_text(w, "who", reader_name_get(q, reader, whose));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

/* To whom a thing is never shown, as she said: hers to read, and never theirs.
 */
static bool put_barred(struct ctx *cx, struct person_id whose,
                       struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT b.reader, b.topic, b.thing, r.first FROM sharing_barred b"
            " LEFT JOIN people_person r ON r.id = b.reader"
            " WHERE b.person = $1 ORDER BY b.thing, b.reader");

    json_put_list(w, "neverShownTo");
    db_put_int(q, whose.v);
    while (db_row(q)) {
        const struct person_id who = {db_get_int(q)};
        json_put_object(w, NULL);
        json_put_text(w, "what", topic_words((enum topic)db_get_int(q)));
        json_put_int(w, "thing", db_get_int(q));
        json_put_text(w, "who", person_first_get(q, who));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

/* What two of staff opened, or wanted to: why, when, and who. */
static bool put_glass(struct ctx *cx, struct person_id whose,
                      struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT g.id, g.reason, g.asked, g.agreed, g.ended, g.asker,"
                   " a.first, g.agreer, b.first FROM sharing_glass g"
                   " LEFT JOIN people_person a ON a.id = g.asker"
                   " LEFT JOIN people_person b ON b.id = g.agreer"
                   " WHERE g.person = $1 ORDER BY g.id");

    json_put_list(w, "openedByTwo");
    db_put_int(q, whose.v);
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_text(
            w, "reason",
            seal_get(q, (struct place){"sharing_glass.reason", id, whose}));
        json_put_time(w, "asked", db_get_time(q));
        json_put_time(w, "agreed", db_get_time(q));
        json_put_time(w, "ended", db_get_time(q));
        const struct person_id asker = {db_get_int(q)};
        json_put_text(w, "askedBy", person_first_get(q, asker));
        const struct person_id agreer = {db_get_int(q)};
        json_put_text(w, "agreedBy", person_first_get(q, agreer));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool sharing_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "sharing");
    if (!put_permissions(cx, p, w) || !put_barred(cx, p, w) ||
        !put_accesses(cx, p, w) || !put_glass(cx, p, w))
        return false;
    json_put_end(w);
    return true;
}

/* What others allowed this one, and what this one saw of theirs, is theirs: it
 * stays, without a name. */
bool sharing_erase(struct ctx *cx, struct person_id p)
{
    if (!keep_forget(
            db_sql(cx, "DELETE FROM sharing_permission WHERE person = $1"),
            p) ||
        !keep_forget(db_sql(cx, "DELETE FROM sharing_link WHERE person = $1"),
                     p) ||
        !keep_forget(db_sql(cx, "DELETE FROM sharing_access WHERE person = $1"),
                     p) ||
        !keep_forget(db_sql(cx, "DELETE FROM sharing_barred WHERE person = $1"),
                     p) ||
        !keep_forget(db_sql(cx, "DELETE FROM sharing_glass WHERE person = $1"),
                     p))
        return false;
    struct query *q = db_sql(cx, "UPDATE sharing_permission SET ended = $2"
                                 " WHERE reader = $1 AND ended IS NULL");
    db_put_int(q, p.v);
    db_put_int(q, cx->now);
    return db_end(q);
}
