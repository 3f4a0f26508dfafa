#include "db/db.h"

#include <string.h>

#include "db/db_int.h"

static const struct engine *engine(const struct query *q)
{
    return q->engine;
}

/* Let go of what q holds on its connection; a second time does nothing. */
static void let_go(struct query *q)
{
    if (!q->link)
        return;
    engine(q)->finish(q);
    *q->link = q->next;
    if (q->next)
        q->next->link = q->link;
    q->link = NULL;
    q->over = true;
}

static void let_go_deferred(void *q)
{
    let_go(q);
}

/* Remember that q runs: a caller that turns back half-way never ends it, so
 * its transaction, its connection or its arena does. */
static void hold(struct query *q)
{
    struct db *db = q->cx->db;

    q->next = db->running;
    q->link = &db->running;
    if (q->next)
        q->next->link = &q->next;
    db->running = q;
    arena_defer(q->cx->mem, let_go_deferred, q);
}

static void let_go_all(struct db *db)
{
    while (db->running)
        let_go(db->running);
}

bool db_names_server(const char *where)
{
    return strncmp(where, "postgresql://", 13) == 0 ||
           strncmp(where, "postgres://", 11) == 0;
}

struct db *db_open(struct arena *mem, const char *where, enum db_mode mode,
                   const char **why)
{
    const struct engine *e =
        db_names_server(where) ? &pg_engine : &sqlite_engine;

    return e->open(mem, where, mode, why);
}

void db_close(struct db *db)
{
    if (!db)
        return;
    let_go_all(db);
    db->engine->close(db);
}

bool db_may_write(const struct db *db)
{
    return db->mode == DB_WRITE;
}

bool db_is_server(const struct db *db)
{
    return db->engine->is_server;
}

bool db_is_broken(const struct db *db)
{
    return db->engine->is_broken && db->engine->is_broken(db);
}

bool db_broken(struct query *q, enum err_code code, const char *text)
{
    struct ctx *cx = q->cx;
    bool first = cx->err.code == ERR_NONE;
    const char *why = arena_fmt(cx->mem, "%s:%d: %s", q->file, q->line, text);

    q->failed = true;
    if (code == ERR_CONFLICT)
        (void)fail(cx, ERR_CONFLICT, NULL,
                   "Someone else changed this at the same time. Please look "
                   "again.");
    else if (code == ERR_UNAVAILABLE)
        (void)fail(cx, ERR_UNAVAILABLE, NULL,
                   "We cannot reach what is stored just now. Please try again "
                   "in a moment.");
    else
        (void)fail(cx, code, NULL, "%s", why);
    if (first)
        cx->err.why = why;
    return false;
}

struct query *db_sql_at(struct ctx *cx, const char *sql, const char *file,
                        int line)
{
    struct query *q = ARENA_NEW(cx->mem, struct query);

    q->cx = cx;
    q->engine = cx->db->engine;
    q->sql = sql;
    q->file = file;
    q->line = line;
    q->failed = cx->err.code != ERR_NONE;
    return q;
}

struct query *db_once(struct query *q)
{
    const struct db *db = q->cx->db;

    if (db->mode == DB_READ && db->in_transaction)
        q->engine = &once_engine;
    return q;
}

struct ctx *db_ctx(struct query *q)
{
    return q->cx;
}

void db_break(struct query *q)
{
    q->failed = true;
}

static void put(struct query *q, struct value v)
{
    if (q->failed)
        return;
    if (q->put.n == DB_PARAMETERS_MAX)
        (void)db_broken(q, ERR_INTERNAL, "too many parameters");
    else if (v.bytes.n > DB_VALUE_MAX)
        (void)db_broken(q, ERR_INTERNAL, "too long a value");
    else
        *LIST_PUSH(q->cx->mem, &q->put) = v;
}

void db_put_null(struct query *q)
{
    put(q, (struct value){.kind = VALUE_NULL});
}

void db_put_int(struct query *q, int64_t v)
{
    put(q, (struct value){.kind = VALUE_INT, .number = v});
}

void db_put_text(struct query *q, const char *s)
{
    if (s)
        put(q, (struct value){.kind = VALUE_TEXT,
                              .bytes = {(const unsigned char *)s, strlen(s)}});
    else
        db_put_null(q);
}

void db_put_blob(struct query *q, struct blob b)
{
    if (b.at)
        put(q, (struct value){.kind = VALUE_BLOB, .bytes = b});
    else
        db_put_null(q);
}

void db_put_date(struct query *q, struct date d)
{
    if (date_is_set(d))
        db_put_int(q, d.days);
    else
        db_put_null(q);
}

void db_put_time(struct query *q, int64_t t)
{
    if (t != TIME_NONE)
        db_put_int(q, t);
    else
        db_put_null(q);
}

/* PostgreSQL's rule, kept on SQLite too: a transaction in which something has
 * failed does nothing more until that part of it is taken back. */
static bool begin_to_run(struct query *q)
{
    if (q->cx->db->doomed)
        return db_broken(q, ERR_INTERNAL, "the transaction failed before");
    q->started = true;
    hold(q);
    return engine(q)->start(q);
}

bool db_row(struct query *q)
{
    enum step next = STEP_FAILED;

    if (q->failed || q->over)
        return false;
    q->got = 0;
    if (q->started || begin_to_run(q))
        next = engine(q)->step(q);
    if (next == STEP_END)
        q->over = true;
    if (next == STEP_FAILED)
        q->cx->db->doomed = q->cx->db->in_transaction;
    return next == STEP_ROW;
}

/* The next column, or -1 when there is nothing in it to get. */
static int column(struct query *q)
{
    if (q->failed || q->over || !q->started)
        return -1;
    int c = q->got++;
    return engine(q)->kind(q, c) == VALUE_NULL ? -1 : c;
}

int64_t db_get_int(struct query *q)
{
    int c = column(q);

    return c < 0 ? 0 : engine(q)->get_int(q, c);
}

bool db_get_bool(struct query *q)
{
    return db_get_int(q) != 0;
}

const char *db_get_text(struct query *q)
{
    int c = column(q);

    if (c < 0)
        return "";
    struct blob b = engine(q)->get_text(q, c);
    return arena_dup_n(q->cx->mem, (const char *)b.at, b.n);
}

struct blob db_get_blob(struct query *q)
{
    int c = column(q);

    return c < 0 ? (struct blob){0} : engine(q)->get_blob(q, c);
}

struct date db_get_date(struct query *q)
{
    int c = column(q);

    return c < 0 ? DATE_NONE : (struct date){(int32_t)engine(q)->get_int(q, c)};
}

int64_t db_get_time(struct query *q)
{
    int c = column(q);

    return c < 0 ? TIME_NONE : engine(q)->get_int(q, c);
}

bool db_end(struct query *q)
{
    if (!q->started)
        while (db_row(q))
            continue;
    let_go(q);
    q->over = true;
    return !q->failed;
}

bool db_end_one(struct query *q)
{
    struct ctx *cx = q->cx;
    const bool found = db_row(q);

    if (!db_end(q))
        return false;
    return found || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static void forget_ids(struct db *db)
{
    db->id = db->last_id = 0;
}

/* Several are taken at once, and given while the rows that took them stand:
 * what is rolled back may have taken them (forget_ids). */
static bool take_ids(struct ctx *cx)
{
    struct db *db = cx->db;
    struct query *q = db_sql_at(cx, db->engine->next_ids, __FILE__, __LINE__);

    db->last_id = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q) || db->last_id == 0) {
        forget_ids(db);
        return false;
    }
    db->id = db->last_id - db->engine->ids_at_once;
    return true;
}

int64_t db_new_id(struct ctx *cx)
{
    if (cx->db->id == cx->db->last_id && !take_ids(cx))
        return 0;
    return ++cx->db->id;
}

static bool say(struct ctx *cx, const char *sql)
{
    return db_end(db_sql_at(cx, sql, __FILE__, __LINE__));
}

/* After a failure the first sentence must survive what tidies up behind it. */
static void say_after_failure(struct ctx *cx, const char *sql)
{
    struct err first = cx->err;

    ctx_forgive(cx);
    cx->db->doomed = false;
    (void)say(cx, sql);
    cx->err = first;
}

bool db_begin(struct ctx *cx)
{
    const struct engine *e = cx->db->engine;

    memset(cx->db->once, 0, sizeof cx->db->once);
    cx->db->in_transaction =
        say(cx, cx->db->mode == DB_READ ? e->begin_read : e->begin_write);
    return cx->db->in_transaction;
}

bool db_commit(struct ctx *cx)
{
    let_go_all(cx->db);
    if (!say(cx, "COMMIT"))
        return false;
    cx->db->in_transaction = false;
    return true;
}

void db_rollback(struct ctx *cx)
{
    let_go_all(cx->db);
    forget_ids(cx->db);
    say_after_failure(cx, "ROLLBACK");
    cx->db->in_transaction = cx->db->doomed = false;
}

bool db_savepoint(struct ctx *cx)
{
    return say(cx, "SAVEPOINT part");
}

bool db_release(struct ctx *cx)
{
    return say(cx, "RELEASE SAVEPOINT part");
}

void db_revert(struct ctx *cx)
{
    forget_ids(cx->db);
    say_after_failure(cx, "ROLLBACK TO SAVEPOINT part");
    say_after_failure(cx, "RELEASE SAVEPOINT part");
}
