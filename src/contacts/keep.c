#include "contacts/keep.h"

#include "contacts/contacts_int.h"
#include "contacts/together.h"
#include "store/keep.h"

static const char *const kinds[CONTACT_KINDS] = {
    "talked",       "worked on something", "try: a note",
    "try: came by", "try: a text",         "try: a call"};
static const char *const wheres[WHERE_COUNT] = {
    "", "home", "outside", "the program", "phone", "elsewhere"};
static const char *const below[] = {"added", "I see it another way",
                                    "for the payer"};

static bool put_contacts(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT id, peer, kind, day, place, place_words, being, working,"
            " locked FROM contacts_contact WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "contacts");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "id", id);
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "kind", kinds[db_get_int(q)]);
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        json_put_text(w, "place", wheres[db_get_int(q)]);
        json_put_text(
            w, "placeInWords",
            seal_get(q, (struct place){"contacts_contact.place_words", id, p}));
        json_put_int(w, "minutesTogether", db_get_int(q));
        json_put_int(w, "minutesWorking", db_get_int(q));
        json_put_time(w, "bothDone", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_lines(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, contact, words FROM contacts_line"
                                 " WHERE person = $1 ORDER BY contact, place");

    db_put_int(q, p.v);
    json_put_list(w, "lines");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "contact", db_get_int(q));
        json_put_text(w, "words", seal_get(q, line_place(id, p)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_added(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, contact, author, kind, words, at"
                   " FROM contacts_added WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "below");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "contact", db_get_int(q));
        json_put_int(w, "author", db_get_int(q));
        json_put_text(w, "kind", below[db_get_int(q)]);
        json_put_text(w, "words", seal_get(q, added_place(id, p)));
        json_put_time(w, "at", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_taken(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, peer, day, at FROM contacts_taken"
                                 " WHERE person = $1 ORDER BY at, id");

    db_put_int(q, p.v);
    json_put_list(w, "takenBack");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "contact", db_get_int(q));
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        json_put_time(w, "at", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_own(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT day, marks FROM contacts_own"
                                 " WHERE person = $1 ORDER BY day");

    db_put_int(q, p.v);
    json_put_list(w, "mine");
    while (db_row(q)) {
        const struct date day = db_get_date(q);
        json_put_object(w, NULL);
        json_put_text(w, "day", date_iso(cx->mem, day));
        json_put_text(w, "marks", seal_get(q, own_place(day, p)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool contacts_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "record");
    bool all = put_contacts(cx, p, w) && put_lines(cx, p, w) &&
               put_added(cx, p, w) && put_taken(cx, p, w) && put_own(cx, p, w);
    json_put_end(w);
    return all;
}

bool contacts_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM contacts_added WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM contacts_line WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM contacts_contact WHERE person = $1"),
               p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM contacts_taken WHERE person = $1"), p) &&
           keep_forget(db_sql(cx, "DELETE FROM contacts_own WHERE person = $1"),
                       p);
}
