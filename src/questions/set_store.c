#include "questions/set_store.h"

#include <string.h>

#include "db/db.h"
#include "keys/keys.h"
#include "questions/set_int.h"

/* The set behind a row: kept from before, or read from its file. */
static bool read_stored(struct ctx *cx, int64_t id, const char *hash,
                        struct set *out)
{
    struct blob file;

    if (!id)
        return fail(cx, ERR_NOTFOUND, "set",
                    "There are no questions for such a visit.");
    if (!set_held(hash, out)) {
        if (!set_file(cx, id, &file) || !set_parse(cx, file, out))
            return false;
        set_hold(hash, file);
    }
    out->id = id;
    return true;
}

bool set_current(struct ctx *cx, enum set_kind kind, struct set *out)
{
    const char *hash = "";
    int64_t id = 0;
    struct query *q = db_sql(cx, "SELECT id, hash FROM questions_set"
                                 " WHERE kind = $1 AND active = 1");

    db_put_int(q, kind);
    if (db_row(q)) {
        id = db_get_int(q);
        hash = db_get_text(q);
    }
    return db_end(q) && read_stored(cx, id, hash, out);
}

bool set_by_id(struct ctx *cx, int64_t id, struct set *out)
{
    const char *hash = "";
    struct query *q =
        db_sql(cx, "SELECT hash FROM questions_set WHERE id = $1");

    db_put_int(q, id);
    bool there = db_row(q);
    if (there)
        hash = db_get_text(q);
    return db_end(q) && read_stored(cx, there ? id : 0, hash, out);
}

bool set_file(struct ctx *cx, int64_t id, struct blob *out)
{
    struct query *q =
        db_sql(cx, "SELECT file FROM questions_set WHERE id = $1");

    *out = (struct blob){0};
    db_put_int(q, id);
    if (db_row(q))
        *out = db_get_blob(q);
    if (!db_end(q))
        return false;
    return out->at ||
           fail(cx, ERR_NOTFOUND, "set", "There is no such question set.");
}

bool set_list(struct ctx *cx, struct set_rows *out)
{
    struct query *q = db_sql(cx, "SELECT id, kind, url, version, added, active"
                                 " FROM questions_set ORDER BY kind, id DESC");

    *out = (struct set_rows){0};
    while (db_row(q)) {
        struct set_row *r = LIST_PUSH(cx->mem, out);
        r->id = db_get_int(q);
        r->kind = (enum set_kind)db_get_int(q);
        r->url = db_get_text(q);
        r->version = db_get_text(q);
        r->added = db_get_time(q);
        r->in_use = db_get_bool(q);
    }
    return db_end(q);
}

/* At most one set of a kind is in use: the one before gives way first. */
static bool put_to_use(struct ctx *cx, int64_t id, enum set_kind kind)
{
    struct query *q = db_sql(cx, "UPDATE questions_set SET active = 0"
                                 " WHERE kind = $1 AND active = 1");

    db_put_int(q, kind);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "UPDATE questions_set SET active = 1 WHERE id = $1");
    db_put_int(q, id);
    return db_end(q);
}

bool set_use(struct ctx *cx, int64_t id)
{
    struct query *q =
        db_sql(cx, "SELECT kind FROM questions_set WHERE id = $1");
    enum set_kind kind = SET_KINDS;

    db_put_int(q, id);
    if (db_row(q))
        kind = (enum set_kind)db_get_int(q);
    if (!db_end(q))
        return false;
    if (kind == SET_KINDS)
        return fail(cx, ERR_NOTFOUND, "set", "There is no such question set.");
    return put_to_use(cx, id, kind);
}

/* The row of this version: *id 0 when there is none yet. */
static bool find_version(struct ctx *cx, const struct set *s, int64_t *id,
                         struct blob *file)
{
    struct query *q = db_sql(cx, "SELECT id, file FROM questions_set"
                                 " WHERE url = $1 AND version = $2");

    *id = 0;
    db_put_text(q, s->url);
    db_put_text(q, s->version);
    if (db_row(q)) {
        *id = db_get_int(q);
        *file = db_get_blob(q);
    }
    return db_end(q);
}

static const char *hash_of(struct ctx *cx, struct blob file)
{
    return keys_hash(cx->mem, "questions.file",
                     arena_dup_n(cx->mem, (const char *)file.at, file.n));
}

static bool insert(struct ctx *cx, struct set *s, struct blob file, bool ours)
{
    s->id = db_new_id(cx);
    if (!s->id)
        return false;
    struct query *q = db_sql(
        cx,
        "INSERT INTO questions_set (id, kind, url, version, file, hash, added,"
        " ours, active) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)");

    db_put_int(q, s->id);
    db_put_int(q, s->kind);
    db_put_text(q, s->url);
    db_put_text(q, s->version);
    db_put_blob(q, file);
    db_put_text(q, hash_of(cx, file));
    db_put_time(q, cx->now);
    db_put_int(q, ours);
    return db_end(q);
}

static bool same_bytes(struct blob a, struct blob b)
{
    return a.n == b.n && memcmp(a.at, b.at, a.n) == 0;
}

/* Add the version, or find it here. Does not put it to use. */
static bool add_version(struct ctx *cx, struct set *s, struct blob file)
{
    struct blob there = {0};

    if (!find_version(cx, s, &s->id, &there))
        return false;
    if (s->id == 0)
        return insert(cx, s, file, false);
    if (!same_bytes(there, file))
        return fail(cx, ERR_CONFLICT, "version",
                    "Version \"%s\" of this set is here with other questions."
                    " Give the new one a version of its own.",
                    s->version);
    return true;
}

bool set_install(struct ctx *cx, struct blob file, struct set *out,
                 struct set_problems *problems)
{
    *problems = (struct set_problems){0};
    if (!set_parse(cx, file, out))
        return false;
    if (!set_check(cx, out, problems))
        return fail(cx, ERR_INVALID, "set", "This set cannot be used yet: %s",
                    problems->at[0]);
    return add_version(cx, out, file) && put_to_use(cx, out->id, out->kind);
}

/* The set in use for a kind is an agency's own. */
static bool is_own(struct ctx *cx, enum set_kind kind, bool *own)
{
    struct query *q = db_sql(cx, "SELECT ours FROM questions_set"
                                 " WHERE kind = $1 AND active = 1");

    db_put_int(q, kind);
    *own = db_row(q) && !db_get_bool(q);
    return db_end(q);
}

/* Ours gives way to ours, and fills an empty place; never an agency's own. */
static bool install_ours(struct ctx *cx, struct blob file)
{
    struct blob there = {0};
    bool own = false;
    struct set s;
    int64_t known;

    if (!set_parse(cx, file, &s) || !find_version(cx, &s, &known, &there))
        return false;
    if (known)
        return true;
    if (!insert(cx, &s, file, true) || !is_own(cx, s.kind, &own))
        return false;
    return own || put_to_use(cx, s.id, s.kind);
}

bool set_install_shipped(struct ctx *cx)
{
    for (size_t i = 0; set_shipped(i).at; i++)
        if (!install_ours(cx, set_shipped(i)))
            return false;
    return true;
}
