#include "deck/shown.h"

#include "db/db.h"
#include "keys/keys.h"

enum { ENTRY_MAX = 1024 };

static struct place entry_place(int64_t id, struct person_id peer)
{
    return (struct place){"deck_shown.entry", id, peer};
}

bool shown_leads(struct ctx *cx, struct persons *out)
{
    return people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_SUPERVISOR), out);
}

static bool find(struct ctx *cx, const struct vault *v, int64_t id,
                 struct shared *out)
{
    struct shareds all;

    if (!shared_list(cx, v, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].id == id) {
            *out = all.at[i];
            return true;
        }
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static bool leads(struct ctx *cx, struct person_id reader)
{
    struct persons all;

    return shown_leads(cx, &all) &&
           (persons_have(&all, reader) ||
            fail(cx, ERR_NOTFOUND, NULL, "There is nothing here."));
}

bool shown_put(struct ctx *cx, const struct vault *v, int64_t entry,
               struct person_id reader)
{
    struct buf text = buf_new(cx->mem, ENTRY_MAX);
    struct json_out w = {.to = &text};
    struct shared s;

    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!find(cx, v, entry, &s) || !leads(cx, reader))
        return false;
    const int64_t id = db_new_id(cx);
    s.id = 0; /* it would say how many there were before */
    shared_write(cx, &w, &s);
    struct query *q = db_sql(cx, "INSERT INTO deck_shown (id, person, reader,"
                                 " entry) VALUES ($1, $2, $3, $4)");
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, reader.v);
    seal_put(q, entry_place(id, cx->actor->person), text.at);
    return db_end(q);
}

bool shown_end(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "DELETE FROM deck_shown WHERE id = $1"
                                 " AND person = $2 RETURNING id");

    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    const bool there = db_row(q);
    return db_end(q) &&
           (there || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here."));
}

/* One row: id, entry; of this peer. */
static struct shown *read_one(struct query *q, struct showns *out,
                              struct person_id peer)
{
    struct ctx *cx = db_ctx(q);
    struct shown *s = LIST_PUSH(cx->mem, out);
    const int64_t id = db_get_int(q);
    const char *text = seal_get(q, entry_place(id, peer));

    *s = (struct shown){.who = ""};
    if (*text && !shared_parse(cx, text, &s->entry))
        db_break(q);
    s->entry.id = id;
    return s;
}

static bool with_names(struct ctx *cx, struct showns *all)
{
    struct domains domains;

    if (!domains_of(cx, cx->actor->program, &domains))
        return false;
    for (size_t i = 0; i < all->n; i++) {
        const struct domain *d = domain_in(&domains, all->at[i].entry.domain);
        all->at[i].entry.says = d ? d->says : "";
    }
    return true;
}

bool shown_mine(struct ctx *cx, struct showns *out)
{
    const struct person_id me = cx->actor->person;
    struct query *q =
        db_sql(cx, "SELECT s.id, s.entry, s.reader, r.first FROM deck_shown s"
                   " LEFT JOIN people_person r ON r.id = s.reader"
                   " WHERE s.person = $1 ORDER BY s.id DESC");

    *out = (struct showns){0};
    db_put_int(q, me.v);
    while (db_row(q)) {
        struct shown *s = read_one(q, out, me);
        const struct person_id reader = {db_get_int(q)};
        s->who = person_first_get(q, reader);
    }
    return db_end(q) && with_names(cx, out);
}

bool shown_to_me(struct ctx *cx, struct showns *out)
{
    struct query *q =
        db_sql(cx, "SELECT s.person, p.first, s.id, s.entry FROM deck_shown s"
                   " JOIN people_person p ON p.id = s.person"
                   " WHERE s.reader = $1 ORDER BY s.id DESC");

    *out = (struct showns){0};
    if (cx->actor->role != ROLE_SUPERVISOR)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    db_put_int(q, cx->actor->person.v);
    while (db_row(q)) {
        const struct person_id peer = {db_get_int(q)};
        const char *who = person_first_get(q, peer);
        read_one(q, out, peer)->who = who;
    }
    return db_end(q) && with_names(cx, out);
}

/* What is in it only the two read, not who makes the copy. */
bool shown_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT DISTINCT reader FROM deck_shown"
                                 " WHERE person = $1 ORDER BY reader");

    db_put_int(q, p.v);
    json_put_list(w, "openedToWhoLeads");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "reader", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}
