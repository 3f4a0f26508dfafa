#include "said/read.h"

#include "frame/notes.h"
#include "said/reply.h"
#include "said/said_int.h"
#include "sharing/permission.h"

enum { READS_MAX = 60, READS_DAYS = 400, DAY = 24 * 60 * 60 };

/* --- giving --- */

/* The thing as it stands, with a version that may be given. A page that was
 * taken back is hers to give again. */
static bool ready_to_give(struct ctx *cx, const struct said *in,
                          struct said *out)
{
    struct said_step to;

    if (!said_find(cx, in->person, in->id, out) ||
        !said_read_words(cx, out, true))
        return false;
    if (out->kind == SAID_PROMISE)
        return fail(cx, ERR_CONFLICT, NULL,
                    "A promise is between the two of you.");
    if (out->version == 0)
        return fail(cx, ERR_CONFLICT, NULL,
                    "Say yes to it first. Then you can share it.");
    if (out->state < SAID_CLOSED)
        return true;
    if (!said_law(out->kind, out->state, ACT_APPROVE, BY_AUTHOR, &to))
        return fail(cx, ERR_CONFLICT, NULL,
                    "This is over, so it cannot be shared any more.");
    return said_step(cx, out, ACT_APPROVE, BY_AUTHOR, "");
}

static bool note_given(struct ctx *cx, const struct said *s, int64_t reader)
{
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(cx, "SELECT id FROM said_reader WHERE thing = $1"
                                 " AND reader = $2 AND withdrawn IS NULL");

    db_put_int(q, s->id.v);
    db_put_int(q, reader);
    bool has = db_row(q);
    if (!db_end(q) || has)
        return has;
    q = db_sql(cx, "INSERT INTO said_reader (id, thing, person, reader, given)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, reader);
    db_put_time(q, cx->now);
    return db_end(q);
}

bool said_give(struct ctx *cx, const struct said *s, struct person_id to,
               const char *purpose, int64_t until)
{
    struct permission p = {
        .what = said_about(s), .to = to, .purpose = purpose, .until = until};
    struct said now;

    return permission_check(cx, &p) && ready_to_give(cx, s, &now) &&
           permission_give(cx, &p) && note_given(cx, s, to.v);
}

bool said_give_link(struct ctx *cx, const struct said *s, const char *purpose,
                    struct link *l)
{
    struct said now;

    if (!ready_to_give(cx, s, &now))
        return false;
    l->what = said_about(s);
    l->purpose = purpose;
    return link_make(cx, l) && note_given(cx, s, l->id);
}

/* --- who has it --- */

/* When each reader opened the newest approved version, and one before it. */
static bool read_times(struct ctx *cx, const struct said *s,
                       struct said_readers *out)
{
    struct query *q =
        db_sql(cx, "SELECT reader, at, CASE WHEN version ="
                   " (SELECT MAX(version) FROM said_version WHERE thing = $1"
                   " AND approved IS NOT NULL) THEN 1 ELSE 0 END"
                   " FROM said_read WHERE thing = $1 ORDER BY version");

    db_put_int(q, s->id.v);
    while (db_row(q)) {
        int64_t reader = db_get_int(q), at = db_get_time(q);
        bool newest = db_get_bool(q);
        for (size_t i = 0; i < out->n; i++)
            if (out->at[i].reader == reader)
                *(newest ? &out->at[i].read : &out->at[i].read_old) = at;
    }
    return db_end(q);
}

static struct said_reader as_reader(const struct permission *p)
{
    return (struct said_reader){.reader = p->link ? p->link : p->to.v,
                                .name = p->name,
                                .until = p->until,
                                .ended = p->ended,
                                .shut = p->shut,
                                .read = TIME_NONE,
                                .read_old = TIME_NONE,
                                .permission = p->id};
}

/* To whom it was ever given; what was not said yet, to nobody. */
static bool read_given(struct ctx *cx, const struct said *s,
                       struct permissions *out)
{
    *out = (struct permissions){0};
    return s->id.v == 0 || permission_list_about(cx, said_about(s), out);
}

bool said_readers(struct ctx *cx, const struct said *s,
                  struct said_readers *out)
{
    struct permissions given;

    *out = (struct said_readers){0};
    if (!read_given(cx, s, &given))
        return false;
    for (size_t i = 0; i < given.n; i++)
        if (permission_is_valid(cx, &given.at[i]))
            *LIST_PUSH(cx->mem, out) = as_reader(&given.at[i]);
    return out->n == 0 || read_times(cx, s, out);
}

/* Whether it was given to this reader again later: in[n] is not the last word
 * on them. */
static bool is_given_again(const struct permissions *in, size_t n)
{
    const struct said_reader who = as_reader(&in->at[n]);

    for (size_t i = 0; i < n; i++)
        if (as_reader(&in->at[i]).reader == who.reader)
            return true;
    return false;
}

bool said_readers_before(struct ctx *cx, const struct said *s,
                         struct said_readers *out)
{
    struct permissions given;

    *out = (struct said_readers){0};
    if (!read_given(cx, s, &given))
        return false;
    for (size_t i = 0; i < given.n; i++)
        if (given.at[i].ended != TIME_NONE && !is_given_again(&given, i))
            *LIST_PUSH(cx->mem, out) = as_reader(&given.at[i]);
    return out->n == 0 || read_times(cx, s, out);
}

bool said_readers_expired(struct ctx *cx, const struct said *s,
                          struct said_readers *out)
{
    struct permissions given;

    *out = (struct said_readers){0};
    if (!read_given(cx, s, &given))
        return false;
    for (size_t i = 0; i < given.n; i++)
        if (given.at[i].ended == TIME_NONE && !is_given_again(&given, i) &&
            !permission_is_valid(cx, &given.at[i]))
            *LIST_PUSH(cx->mem, out) = as_reader(&given.at[i]);
    return out->n == 0 || read_times(cx, s, out);
}

/* --- the reader's side --- */

static const struct permission *permission_for(const struct permissions *in,
                                               int64_t thing)
{
    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].what.thing == thing)
            return &in->at[i];
    return NULL;
}

/* The latest moment known to be before, or at, its closing. */
static int64_t closed_at(const struct to_read *r)
{
    if (r->withdrawn != TIME_NONE)
        return r->withdrawn;
    return r->ended != TIME_NONE ? r->ended : r->given;
}

static enum reading answered(enum said_kind kind, int64_t answer)
{
    if (answer == REPLY_NOT_QUITE)
        return READ_NOT_QUITE;
    return answer == REPLY_RIGHT && kind == SAID_SIDE ? READ_AGREED : READ_DONE;
}

static void add_to_read(struct ctx *cx, struct query *q,
                        const struct permissions *open, struct to_reads *out)
{
    struct to_read r = {.name = ""};

    r.id.v = db_get_int(q);
    r.kind = (enum said_kind)db_get_int(q);
    r.about = db_get_int(q);
    r.given = db_get_time(q);
    r.withdrawn = db_get_time(q);
    r.approved = db_get_time(q);
    bool over = db_get_int(q) == SAID_CLOSED;
    r.ended = db_get_time(q);
    /* She may also have ended her yes among all of hers. */
    int64_t yes_ended = db_get_time(q);
    if (!over && r.withdrawn == TIME_NONE)
        r.withdrawn = yes_ended;
    if (!over)
        r.ended = TIME_NONE;
    int64_t newest = db_get_int(q), read = db_get_int(q);
    int64_t answer = db_get_int(q);
    const struct permission *p = permission_for(open, r.id.v);
    if (p) {
        r.how = read == newest ? answered(r.kind, answer)
                : read         ? READ_CHANGED
                               : READ_NEW;
        r.name = p->name;
    } else {
        if (closed_at(&r) < cx->now - (int64_t)READER_CLOSED_DAYS * DAY)
            return;
        r.how = READ_CLOSED;
    }
    *LIST_PUSH(cx->mem, out) = r;
}

void to_read_sort(struct arena *mem, struct to_reads *out)
{
    struct to_reads sorted = {0};

    for (int how = READ_NEW; how <= READ_CLOSED; how++)
        for (size_t i = 0; i < out->n; i++)
            if (out->at[i].how == (enum reading)how)
                *LIST_PUSH(mem, &sorted) = out->at[i];
    *out = sorted;
}

bool to_read_list(struct ctx *cx, enum said_kind kind, struct to_reads *out)
{
    struct permissions open;

    *out = (struct to_reads){0};
    if (!permission_to_me(cx, said_topic(kind), &open))
        return false;
    struct query *q = db_sql(
        cx, "SELECT t.id, t.kind, t.about, r.given, r.withdrawn,"
            " (SELECT MAX(v.approved) FROM said_version v"
            " WHERE v.thing = t.id), t.state, t.moved,"
            " (SELECT p.ended FROM sharing_permission p WHERE p.thing = t.id"
            " AND p.topic = $5 AND p.reader = $1 ORDER BY p.id DESC LIMIT 1),"
            " (SELECT MAX(v.version) FROM said_version v"
            " WHERE v.thing = t.id AND v.approved IS NOT NULL),"
            " (SELECT MAX(d.version) FROM said_read d"
            " WHERE d.thing = t.id AND d.reader = $1),"
            " (SELECT MAX(a.answer) FROM said_reply a"
            " WHERE a.thing = t.id AND a.author = $1 AND NOT EXISTS"
            " (SELECT 1 FROM said_heard h"
            " WHERE h.reply = a.id AND h.reader = $1))"
            " FROM said_reader r JOIN said_thing t ON t.id = r.thing"
            " WHERE r.reader = $1 AND t.kind = $2 AND r.given > $3 AND r.id ="
            " (SELECT MAX(n.id) FROM said_reader n"
            " WHERE n.thing = r.thing AND n.reader = $1)"
            " ORDER BY r.given DESC, r.id DESC LIMIT $4");
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, kind);
    db_put_int(q, cx->now - (int64_t)READS_DAYS * DAY);
    db_put_int(q, READS_MAX);
    db_put_int(q, said_topic(kind));
    while (db_row(q))
        add_to_read(cx, q, &open, out);
    to_read_sort(cx->mem, out);
    return db_end(q);
}

bool read_answer(struct ctx *cx, struct said_id id, int64_t author,
                 enum reading *out)
{
    struct query *q =
        db_sql(cx, "SELECT t.kind, MAX(a.answer) FROM said_reply a"
                   " JOIN said_thing t ON t.id = a.thing"
                   " WHERE a.thing = $1 AND a.author = $2 AND NOT EXISTS"
                   " (SELECT 1 FROM said_heard h WHERE h.reply = a.id"
                   " AND h.reader = $3) GROUP BY t.kind");

    db_put_int(q, id.v);
    db_put_int(q, author);
    db_put_int(q, reader_of(cx->actor));
    *out = READ_DONE;
    if (db_row(q)) {
        const enum said_kind kind = (enum said_kind)db_get_int(q);
        *out = answered(kind, db_get_int(q));
    }
    return db_end(q);
}

bool read_before(struct ctx *cx, struct said_id id, int *version)
{
    struct query *q = db_sql(cx, "SELECT MAX(version) FROM said_read"
                                 " WHERE thing = $1 AND reader = $2");

    db_put_int(q, id.v);
    db_put_int(q, reader_of(cx->actor));
    *version = db_row(q) ? (int)db_get_int(q) : 0;
    return db_end(q);
}

struct look {
    struct said_id id;
    struct person_id person;
    int version;
};

static bool write_read(struct ctx *cx, const struct look *n, bool *first)
{
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO said_read (id, thing, person, reader, version, at)"
            " VALUES ($1, $2, $3, $4, $5, $6)"
            " ON CONFLICT (thing, reader, version) DO NOTHING RETURNING id");

    db_put_int(q, id);
    db_put_int(q, n->id.v);
    db_put_int(q, n->person.v);
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, n->version);
    db_put_time(q, cx->now);
    *first = db_row(q);
    return db_end(q);
}

/* What she answered about it is not new to this reader any more. */
static bool write_heard(struct ctx *cx, const struct look *n)
{
    int64_t reply[REPLIES_SHOWN];
    size_t all = 0;
    struct query *q =
        db_sql(cx, "SELECT a.id FROM said_reply a WHERE a.thing = $1"
                   " AND a.person = $2 AND a.answer <> $3 AND NOT EXISTS"
                   " (SELECT 1 FROM said_heard h WHERE h.reply = a.id"
                   " AND h.reader = $4) ORDER BY a.id DESC LIMIT $5");

    db_put_int(q, n->id.v);
    db_put_int(q, n->person.v);
    db_put_int(q, REPLY_OPEN);
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, REPLIES_SHOWN);
    while (all < REPLIES_SHOWN && db_row(q))
        reply[all++] = db_get_int(q);
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < all; i++) {
        const int64_t id = db_new_id(cx);
        q = db_sql(cx, "INSERT INTO said_heard (id, reply, person, reader, at)"
                       " VALUES ($1, $2, $3, $4, $5)"
                       " ON CONFLICT (reply, reader) DO NOTHING");
        db_put_int(q, id);
        db_put_int(q, reply[i]);
        db_put_int(q, n->person.v);
        db_put_int(q, reader_of(cx->actor));
        db_put_time(q, cx->now);
        if (!db_end(q))
            return false;
    }
    return true;
}

/* On the writer: it may have moved on since the page was read. */
static bool write_look(struct ctx *cx, void *what)
{
    const struct look *n = what;
    struct said_step to;
    struct said s;
    bool first = false;

    if (!write_heard(cx, n) || !write_read(cx, n, &first) || !first)
        return !first && cx->err.code == ERR_NONE;
    if (is_herself(cx, n->person)) /* her own look delivers nothing */
        return true;
    if (!said_find(cx, n->person, n->id, &s))
        return false;
    return !said_law(s.kind, s.state, ACT_DELIVER, BY_READER, &to) ||
           said_step(cx, &s, ACT_DELIVER, BY_READER, "");
}

void read_note(struct ctx *cx, const struct said *s)
{
    struct look *n = ARENA_NEW(cx->mem, struct look);

    *n = (struct look){s->id, s->person, s->version};
    note_first(cx, write_look, n);
}
