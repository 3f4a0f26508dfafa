#include "sharing/access.h"

#include "db/db.h"
#include "frame/notes.h"
#include "keys/keys.h"
#include "people/people.h"
#include "sharing/sharing_int.h"

bool access_write(struct ctx *cx, const struct access *a)
{
    int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO sharing_access"
                   " (id, person, reader, permission, topic, thing, what, at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

    db_put_int(q, id);
    db_put_int(q, a->what.person.v);
    db_put_int(q, a->reader);
    if (a->permission)
        db_put_int(q, a->permission);
    else
        db_put_null(q);
    db_put_int(q, a->what.topic);
    db_put_int(q, a->what.thing);
    db_put_int(q, a->did);
    db_put_time(q, cx->now);
    return db_end(q);
}

static bool write_note(struct ctx *cx, void *what)
{
    return access_write(cx, what);
}

static bool same(const struct access *a, const struct access *b)
{
    return person_same(a->what.person, b->what.person) &&
           a->what.topic == b->what.topic && a->what.thing == b->what.thing &&
           a->did == b->did && a->reader == b->reader;
}

static bool is_noted(const struct ctx *cx, const struct access *a)
{
    for (size_t i = 0; cx->notes && i < cx->notes->n; i++)
        if (cx->notes->at[i].write == write_note &&
            same(cx->notes->at[i].what, a))
            return true;
    return false;
}

bool access_is_told(const struct ctx *cx, struct person_id whose)
{
    for (size_t i = 0; cx->notes && i < cx->notes->n; i++) {
        const struct access *a = cx->notes->at[i].what;
        if (cx->notes->at[i].write == write_note && a->did == ACCESS_REFUSED &&
            person_same(a->what.person, whose))
            return true;
    }
    return false;
}

void access_note(struct ctx *cx, const struct access *a)
{
    if (is_noted(cx, a))
        return;
    struct access *own = ARENA_NEW(cx->mem, struct access);
    *own = *a;
    if (a->did == ACCESS_REFUSED)
        note_always(cx, write_note, own);
    else
        note_first(cx, write_note, own);
}

/* The line continues the one shown above it: the list runs backwards. */
static bool continues(const struct access *newer, const struct access *a)
{
    return same(newer, a) && newer->first - a->at <= ACCESS_GROUP_SECONDS &&
           day_of(newer->at).days == day_of(a->at).days;
}

static void take(struct query *q, struct person_id whose, struct access *a)
{
    a->id = db_get_int(q);
    a->reader = db_get_int(q);
    a->permission = db_get_int(q);
    a->what = (struct about){whose, (enum topic)db_get_int(q), 0};
    a->what.thing = db_get_int(q);
    a->did = (enum access_what)db_get_int(q);
    a->at = a->first = db_get_time(q);
    a->name = reader_name_get(q, a->reader, whose);
    a->purpose = seal_get(
        q, (struct place){"sharing_permission.purpose", a->permission, whose});
}

bool access_list(struct ctx *cx, struct person_id whose, int64_t before,
                 struct accesses *out, int64_t *older)
{
    int rows = 0;

    *out = (struct accesses){0};
    *older = 0;
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_ACCESS_LOG, 0}))
        return false;
    struct query *q = db_sql(
        cx, "SELECT a.id, a.reader, a.permission, a.topic, a.thing, a.what,"
            " a.at, r.first, l.name, p.purpose FROM sharing_access a"
            " LEFT JOIN people_person r ON r.id = a.reader"
            " LEFT JOIN sharing_link l ON l.id = a.reader"
            " LEFT JOIN sharing_permission p ON p.id = a.permission"
            " WHERE a.person = $1 AND a.id < $2"
            " ORDER BY a.id DESC LIMIT $3");
    db_put_int(q, whose.v);
    db_put_int(q, before > 0 ? before : INT64_MAX);
    db_put_int(q, ACCESS_PAGE + 1);
    while (db_row(q)) {
        struct access a;
        take(q, whose, &a);
        if (++rows > ACCESS_PAGE)
            break;
        struct access *last = out->n ? &out->at[out->n - 1] : NULL;
        *older = a.id;
        if (last && continues(last, &a))
            last->first = a.at;
        else
            *LIST_PUSH(cx->mem, out) = a;
    }
    if (rows <= ACCESS_PAGE)
        *older = 0;
    return db_end(q);
}
