#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "db/db_int.h"

enum { KEPT = 1024, BUSY_MS = 5000 };

struct kept {
    const char *sql; /* the literal's address is its name */
    sqlite3_stmt *st;
    bool busy;
    signed char meant[DB_PARAMETERS_MAX]; /* which value each slot wants */
};

struct sqlite {
    struct db db;
    sqlite3 *handle;
    struct kept kept[KEPT];
};

static struct sqlite *self(const struct ctx *cx)
{
    return (struct sqlite *)cx->db;
}

static bool broken(struct query *q)
{
    sqlite3 *h = self(q->cx)->handle;
    int rc = sqlite3_errcode(h) & 0xff;
    enum err_code code = rc == SQLITE_BUSY || rc == SQLITE_FULL ||
                                 rc == SQLITE_IOERR || rc == SQLITE_NOMEM
                             ? ERR_UNAVAILABLE
                         : rc == SQLITE_CONSTRAINT ? ERR_CONFLICT
                                                   : ERR_INTERNAL;

    return db_broken(q, code, sqlite3_errmsg(h));
}

static bool set_up(sqlite3 *h, enum db_mode mode)
{
    static const char both[] = "PRAGMA foreign_keys = ON;"
                               "PRAGMA trusted_schema = OFF;"
                               "PRAGMA secure_delete = ON;"
                               "PRAGMA cache_size = -4096;"
                               "PRAGMA temp_store = MEMORY;";
    static const char writer[] = "PRAGMA journal_mode = WAL;"
                                 "PRAGMA synchronous = FULL;";
    const char *rest = mode == DB_READ ? "PRAGMA query_only = ON;" : writer;

    return sqlite3_busy_timeout(h, BUSY_MS) == SQLITE_OK &&
           sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) ==
               SQLITE_OK &&
           sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DML, 0, NULL) ==
               SQLITE_OK &&
           /* A plan that looks at what is bound is made anew each time. */
           sqlite3_db_config(h, SQLITE_DBCONFIG_ENABLE_QPSG, 1, NULL) ==
               SQLITE_OK &&
           sqlite3_exec(h, both, NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_exec(h, rest, NULL, NULL, NULL) == SQLITE_OK;
}

/* Counting what is allocated takes one lock for all threads, at each call. */
static void count_no_memory(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static struct db *open_file(struct arena *mem, const char *where,
                            enum db_mode mode, const char **why)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                (mode == DB_MAKE ? SQLITE_OPEN_CREATE : 0);
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct sqlite *s = calloc(1, sizeof *s);

    (void)pthread_once(&once, count_no_memory);
    if (!s) {
        *why = "out of memory";
        return NULL;
    }
    s->db = (struct db){.engine = &sqlite_engine,
                        .mode = mode == DB_READ ? DB_READ : DB_WRITE};
    /* What is ours to read is nobody else's. */
    mode_t before = umask(077);
    int rc = sqlite3_open_v2(where, &s->handle, flags, NULL);
    bool ok = rc == SQLITE_OK && set_up(s->handle, mode);
    (void)umask(before);
    if (ok)
        return &s->db;
    *why = arena_fmt(mem, "%s: %s", where, sqlite3_errmsg(s->handle));
    (void)sqlite3_close(s->handle);
    free(s);
    return NULL;
}

static void close_file(struct db *db)
{
    struct sqlite *s = (struct sqlite *)db;

    for (size_t i = 0; i < KEPT; i++)
        (void)sqlite3_finalize(s->kept[i].st);
    (void)sqlite3_close(s->handle);
    free(s);
}

/* The place for sql among the kept statements; NULL when all are taken. */
static struct kept *place(struct sqlite *s, const char *sql)
{
    size_t at = ((uintptr_t)sql >> 3) % KEPT;

    for (size_t tried = 0; tried < KEPT; tried++) {
        struct kept *k = &s->kept[(at + tried) % KEPT];
        if (!k->sql || k->sql == sql)
            return k;
    }
    return NULL;
}

/* A statement to run: a kept one, or a passing one when it is in use. */
struct run {
    sqlite3_stmt *st;
    struct kept *kept;
    const signed char *meant;
};

/* "$12" to 11. SQLite numbers by first appearance, PostgreSQL by the number
 * itself; the number is what we mean. */
static bool read_meant(struct query *q, sqlite3_stmt *st, signed char *meant)
{
    int n = sqlite3_bind_parameter_count(st);

    if (n > DB_PARAMETERS_MAX)
        return db_broken(q, ERR_INTERNAL, "too many parameters");
    for (int slot = 0; slot < n; slot++) {
        const char *name = sqlite3_bind_parameter_name(st, slot + 1);
        long i = name ? strtol(name + 1, NULL, 10) - 1 : -1;
        if (i < 0 || i >= n)
            return db_broken(q, ERR_INTERNAL, "a parameter is not $1..$n");
        meant[slot] = (signed char)i;
    }
    return true;
}

static bool prepare(struct query *q, struct run *r)
{
    struct sqlite *s = self(q->cx);
    struct kept *k = place(s, q->sql);
    bool keep = k && !k->busy;

    if (keep && k->st) {
        k->busy = true;
        *r = (struct run){k->st, k, k->meant};
        return true;
    }
    if (sqlite3_prepare_v3(s->handle, q->sql, -1,
                           keep ? SQLITE_PREPARE_PERSISTENT : 0, &r->st,
                           NULL) != SQLITE_OK)
        return broken(q);
    signed char *meant =
        keep ? k->meant : arena_alloc(q->cx->mem, DB_PARAMETERS_MAX);
    r->meant = meant;
    if (!read_meant(q, r->st, meant))
        return false;
    if (keep) {
        k->sql = q->sql;
        k->st = r->st;
        k->busy = true;
        r->kept = k;
    }
    return true;
}

static int bind(sqlite3_stmt *st, int slot, const struct value *v)
{
    switch (v->kind) {
    case VALUE_NULL: return sqlite3_bind_null(st, slot);
    case VALUE_INT: return sqlite3_bind_int64(st, slot, v->number);
    case VALUE_TEXT:
        return sqlite3_bind_text(st, slot, (const char *)v->bytes.at,
                                 (int)v->bytes.n, SQLITE_STATIC);
    case VALUE_BLOB:
        return sqlite3_bind_blob(st, slot, v->bytes.at, (int)v->bytes.n,
                                 SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

static bool start(struct query *q)
{
    struct run *r = ARENA_NEW(q->cx->mem, struct run);

    q->run = r;
    if (!prepare(q, r))
        return false;
    int n = sqlite3_bind_parameter_count(r->st);
    if (n != (int)q->put.n)
        return db_broken(q, ERR_INTERNAL, "parameters put are not those named");
    for (int slot = 0; slot < n; slot++)
        if (bind(r->st, slot + 1, &q->put.at[r->meant[slot]]) != SQLITE_OK)
            return broken(q);
    return true;
}

static enum step step(struct query *q)
{
    switch (sqlite3_step(((struct run *)q->run)->st)) {
    case SQLITE_ROW: return STEP_ROW;
    case SQLITE_DONE: return STEP_END;
    default: (void)broken(q); return STEP_FAILED;
    }
}

static void finish(struct query *q)
{
    struct run *r = q->run;

    if (!r || !r->st)
        return;
    if (r->kept) {
        (void)sqlite3_reset(r->st);
        (void)sqlite3_clear_bindings(r->st);
        r->kept->busy = false;
    } else {
        (void)sqlite3_finalize(r->st);
    }
    q->run = NULL;
}

static sqlite3_stmt *row(struct query *q)
{
    return ((struct run *)q->run)->st;
}

static int columns(struct query *q)
{
    return sqlite3_column_count(row(q));
}

static enum value_kind kind(struct query *q, int column)
{
    switch (sqlite3_column_type(row(q), column)) {
    case SQLITE_NULL: return VALUE_NULL;
    case SQLITE_TEXT: return VALUE_TEXT;
    case SQLITE_BLOB: return VALUE_BLOB;
    default: return VALUE_INT;
    }
}

static int64_t get_int(struct query *q, int column)
{
    return sqlite3_column_int64(row(q), column);
}

static struct blob get_text(struct query *q, int column)
{
    const unsigned char *s = sqlite3_column_text(row(q), column);

    return (struct blob){s, (size_t)sqlite3_column_bytes(row(q), column)};
}

static struct blob get_blob(struct query *q, int column)
{
    const char *b = sqlite3_column_blob(row(q), column);
    size_t n = (size_t)sqlite3_column_bytes(row(q), column);

    return (struct blob){
        (const unsigned char *)arena_dup_n(q->cx->mem, b ? b : "", n), n};
}

/* A transaction that could not even be rolled back stays behind, and no other
 * can begin. */
static bool is_broken(const struct db *db)
{
    const struct sqlite *s = (const struct sqlite *)db;

    return !db->in_transaction && sqlite3_get_autocommit(s->handle) == 0;
}

static bool script(struct ctx *cx, const char *sql)
{
    char *why = NULL;

    if (sqlite3_exec(self(cx)->handle, sql, NULL, NULL, &why) == SQLITE_OK)
        return true;
    fail(cx, ERR_INTERNAL, NULL, "%s", why ? why : "?");
    sqlite3_free(why);
    return false;
}

static bool has_table(struct ctx *cx, const char *name, bool *has)
{
    struct query *q = db_sql_at(
        cx, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1",
        __FILE__, __LINE__);
    db_put_text(q, name);
    *has = db_row(q);
    return db_end(q);
}

const struct engine sqlite_engine = {
    .open = open_file,
    .close = close_file,
    .is_broken = is_broken,
    .start = start,
    .step = step,
    .finish = finish,
    .columns = columns,
    .kind = kind,
    .get_int = get_int,
    .get_text = get_text,
    .get_blob = get_blob,
    .script = script,
    .has_table = has_table,
    .begin_read = "BEGIN",
    .begin_write = "BEGIN IMMEDIATE",
    .next_ids = "UPDATE db_sequence SET n = n + 64 RETURNING n",
    .ids_at_once = 64,
};

bool db_truncate_log(struct ctx *cx)
{
    if (db_is_server(cx->db))
        return true;
    int rc = sqlite3_wal_checkpoint_v2(self(cx)->handle, NULL,
                                       SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    return rc == SQLITE_OK ||
           fail(cx, ERR_UNAVAILABLE, NULL,
                "The log could not be emptied just now. Please try again.");
}

bool db_copy_to(struct ctx *cx, const char *file)
{
    struct stat there;

    if (db_is_server(cx->db))
        return fail(cx, ERR_UNAVAILABLE, NULL,
                    "A PostgreSQL store is copied with pg_dump.");
    if (stat(file, &there) == 0)
        return fail(cx, ERR_CONFLICT, NULL, "%s is there already.", file);
    struct query *q = db_sql_at(cx, "VACUUM INTO $1", __FILE__, __LINE__);
    db_put_text(q, file);
    return db_end(q);
}

/* What a check says first; "" when it says nothing. */
static bool first_word(struct ctx *cx, const char *sql, const char **out)
{
    struct query *q = db_sql_at(cx, sql, __FILE__, __LINE__);

    *out = db_row(q) ? db_get_text(q) : "";
    return db_end(q);
}

bool db_verify(struct ctx *cx)
{
    const char *whole = "", *loose = "";

    if (db_is_server(cx->db))
        return true;
    if (!first_word(cx, "PRAGMA integrity_check", &whole) ||
        !first_word(cx, "PRAGMA foreign_key_check", &loose))
        return false;
    if (strcmp(whole, "ok") != 0)
        return fail(cx, ERR_CONFLICT, NULL, "The store is damaged: %s.", whole);
    return !*loose ||
           fail(cx, ERR_CONFLICT, NULL,
                "The store is damaged: rows of %s hang in the air.", loose);
}
