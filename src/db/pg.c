#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "db/db_int.h"

enum { KEPT = 1024, BINARY = 1 };

/* Of PostgreSQL's type numbers those we must know (pg_type.dat). */
enum {
    TYPE_BOOL = 16,
    TYPE_BYTEA = 17,
    TYPE_INT8 = 20,
    TYPE_INT2 = 21,
    TYPE_INT4 = 23,
    TYPE_NUMERIC = 1700
};

struct pg {
    struct db db;
    PGconn *conn;
    const char *kept[KEPT]; /* the literal's address is its name */
};

/* All rows of one answer, and where in them we are. */
struct run {
    PGresult *res;
    int row, rows;
};

static struct pg *self(const struct ctx *cx)
{
    return (struct pg *)cx->db;
}

/* Class 08 is a lost connection, but for 08P01: that is us, saying something
 * the protocol does not know. */
static bool is_passing(const char *state)
{
    static const char *const passing[] = {"08", "40",    "53",
                                          "57", "55P03", "25P03"};

    if (strcmp(state, "08P01") == 0)
        return false;
    for (size_t i = 0; i < sizeof passing / sizeof *passing; i++)
        if (strncmp(state, passing[i], strlen(passing[i])) == 0)
            return true;
    return false;
}

static bool broken(struct query *q, const PGresult *res)
{
    const PGconn *conn = self(q->cx)->conn;
    const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
    const char *text = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
    enum err_code code = ERR_INTERNAL;

    if (PQstatus(conn) != CONNECTION_OK || (state && is_passing(state)))
        code = ERR_UNAVAILABLE;
    else if (state && strncmp(state, "23", 2) == 0)
        code = ERR_CONFLICT;
    return db_broken(q, code, text ? text : PQerrorMessage(conn));
}

/* Notices go nowhere: what matters comes back as a failure. */
static void no_notice(void *unused, const char *text)
{
    (void)unused;
    (void)text;
}

/* Text comes and goes as UTF-8, bytes come as hex, a wait for a lock ends as it
 * does on SQLite, and an answer is never given before it is on disk (but who
 * waits for replicas as well keeps doing so). */
static bool set_up(PGconn *conn, enum db_mode mode)
{
    static const char both[] =
        "SET client_min_messages = warning;"
        "SET bytea_output = hex;"
        "SET lock_timeout = '5s';"
        "SELECT set_config('synchronous_commit', 'on', false)"
        " WHERE current_setting('synchronous_commit') IN ('off', 'local')";
    const char *rest =
        mode == DB_READ ? "SET default_transaction_read_only = on" : "";
    PGresult *res = PQexec(conn, both);
    bool ok = PQresultStatus(res) == PGRES_TUPLES_OK;

    PQclear(res);
    res = PQexec(conn, rest);
    ok = ok && PQresultStatus(res) != PGRES_FATAL_ERROR;
    PQclear(res);
    return ok;
}

/* Why there is no connection, for the end of a sentence: a line for each
 * address tried, without the advice that is indented under it. */
static const char *one_line(struct arena *mem, const char *said)
{
    struct buf b = buf_new(mem, 4096);

    while (*said) {
        size_t n = strcspn(said, "\n");
        size_t words = n;
        while (words > 0 && strchr(" .", said[words - 1]))
            words--;
        if (words > 0 && *said != '\t' && *said != ' ')
            buf_fmt(&b, "%s%.*s", b.n ? "; " : "", (int)words, said);
        said += n + (said[n] == '\n');
    }
    return b.at;
}

static struct db *open_server(struct arena *mem, const char *where,
                              enum db_mode mode, const char **why)
{
    /* What the address itself says comes later, and stands. */
    static const char *const names[] = {"connect_timeout", "application_name",
                                        "dbname", "client_encoding", NULL};
    const char *const values[] = {"5", "beside", where, "UTF8", NULL};
    struct pg *p = calloc(1, sizeof *p);

    if (!p) {
        *why = "out of memory";
        return NULL;
    }
    p->db = (struct db){.engine = &pg_engine,
                        .mode = mode == DB_READ ? DB_READ : DB_WRITE};
    p->conn = PQconnectdbParams(names, values, 1);
    (void)PQsetNoticeProcessor(p->conn, no_notice, NULL);
    if (PQstatus(p->conn) == CONNECTION_OK && set_up(p->conn, mode)) {
        const char *coding = PQparameterStatus(p->conn, "server_encoding");
        if (coding && strcmp(coding, "UTF8") == 0)
            return &p->db;
        *why = "the PostgreSQL database must be made with ENCODING 'UTF8'";
    } else {
        *why = arena_fmt(mem, "PostgreSQL: %s",
                         one_line(mem, PQerrorMessage(p->conn)));
    }
    PQfinish(p->conn);
    free(p);
    return NULL;
}

static void close_server(struct db *db)
{
    struct pg *p = (struct pg *)db;

    PQfinish(p->conn);
    free(p);
}

static bool is_broken(const struct db *db)
{
    return PQstatus(((const struct pg *)db)->conn) != CONNECTION_OK;
}

/* The place for sql among the kept statements; KEPT when all are taken. */
static size_t place(const struct pg *p, const char *sql)
{
    size_t at = ((uintptr_t)sql >> 3) % KEPT;

    for (size_t tried = 0; tried < KEPT; tried++) {
        size_t i = (at + tried) % KEPT;
        if (!p->kept[i] || p->kept[i] == sql)
            return i;
    }
    return KEPT;
}

/* Statements are known to the server by a name, s0 to s1023, and "" for one
 * that finds no place and is prepared each time. They outlive a rollback. */
static bool prepare(struct query *q, char *name, size_t size)
{
    struct pg *p = self(q->cx);
    size_t at = place(p, q->sql);

    name[0] = '\0';
    if (at < KEPT) {
        (void)snprintf(name, size, "s%zu", at);
        if (p->kept[at])
            return true;
    }
    PGresult *res = PQprepare(p->conn, name, q->sql, 0, NULL);
    bool ok = PQresultStatus(res) == PGRES_COMMAND_OK;
    if (!ok)
        (void)broken(q, res);
    else if (at < KEPT)
        p->kept[at] = q->sql;
    PQclear(res);
    return ok;
}

/* Values go as text, which the server reads as the type it expects; bytes go
 * as they are. */
static PGresult *send(struct query *q, const char *name)
{
    const char *at[DB_PARAMETERS_MAX];
    int lengths[DB_PARAMETERS_MAX], formats[DB_PARAMETERS_MAX];

    for (size_t i = 0; i < q->put.n; i++) {
        const struct value *v = &q->put.at[i];
        at[i] = (const char *)v->bytes.at;
        lengths[i] = (int)v->bytes.n;
        formats[i] = v->kind == VALUE_BLOB ? BINARY : 0;
        if (v->kind == VALUE_INT)
            at[i] = arena_fmt(q->cx->mem, "%lld", (long long)v->number);
    }
    return PQexecPrepared(self(q->cx)->conn, name, (int)q->put.n, at, lengths,
                          formats, 0);
}

/* COMMIT after a failure that someone forgave: the server takes everything
 * back and calls it a success. */
static bool was_taken_back(const struct query *q, PGresult *res)
{
    return strcmp(q->sql, "COMMIT") == 0 &&
           strcmp(PQcmdStatus(res), "ROLLBACK") == 0;
}

static bool start(struct query *q)
{
    char name[16];
    struct run *r = ARENA_NEW(q->cx->mem, struct run);

    q->run = r;
    if (!prepare(q, name, sizeof name))
        return false;
    r->res = send(q, name);
    r->row = -1;
    switch (PQresultStatus(r->res)) {
    case PGRES_TUPLES_OK: r->rows = PQntuples(r->res); return true;
    case PGRES_COMMAND_OK:
        return !was_taken_back(q, r->res) ||
               db_broken(q, ERR_INTERNAL, "COMMIT of a failed transaction");
    default: return broken(q, r->res);
    }
}

static enum step step(struct query *q)
{
    struct run *r = q->run;

    return ++r->row < r->rows ? STEP_ROW : STEP_END;
}

static void finish(struct query *q)
{
    struct run *r = q->run;

    if (r)
        PQclear(r->res);
    q->run = NULL;
}

static int columns(struct query *q)
{
    return PQnfields(((struct run *)q->run)->res);
}

static enum value_kind kind(struct query *q, int column)
{
    const struct run *r = q->run;

    if (PQgetisnull(r->res, r->row, column))
        return VALUE_NULL;
    switch (PQftype(r->res, column)) {
    case TYPE_BYTEA: return VALUE_BLOB;
    case TYPE_BOOL:
    case TYPE_INT8:
    case TYPE_INT2:
    case TYPE_INT4:
    case TYPE_NUMERIC: return VALUE_INT;
    default: return VALUE_TEXT;
    }
}

static struct blob get_text(struct query *q, int column)
{
    const struct run *r = q->run;

    return (struct blob){
        (const unsigned char *)PQgetvalue(r->res, r->row, column),
        (size_t)PQgetlength(r->res, r->row, column)};
}

static int64_t get_int(struct query *q, int column)
{
    const char *s = (const char *)get_text(q, column).at;

    return *s == 't' ? 1 : strtoll(s, NULL, 10);
}

static int nibble(unsigned char hex)
{
    return hex <= '9' ? hex - '0' : hex - 'a' + 10;
}

/* "\x00ff" to two bytes. */
static struct blob get_blob(struct query *q, int column)
{
    struct blob s = get_text(q, column);
    const struct run *r = q->run;

    if (PQftype(r->res, column) != TYPE_BYTEA || s.n < 2)
        return (struct blob){(const unsigned char *)arena_dup_n(
                                 q->cx->mem, (const char *)s.at, s.n),
                             s.n};
    size_t n = s.n / 2 - 1;
    unsigned char *b = arena_alloc(q->cx->mem, n + 1);
    for (size_t i = 0; i < n; i++)
        b[i] = (unsigned char)(nibble(s.at[2 * i + 2]) << 4 |
                               nibble(s.at[2 * i + 3]));
    return (struct blob){b, n};
}

static bool script(struct ctx *cx, const char *sql)
{
    PGconn *conn = self(cx)->conn;
    PGresult *res = PQexec(conn, sql);
    ExecStatusType status = PQresultStatus(res);
    bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ||
              status == PGRES_EMPTY_QUERY;

    if (!ok)
        fail(cx, is_broken(cx->db) ? ERR_UNAVAILABLE : ERR_INTERNAL, NULL, "%s",
             PQerrorMessage(conn));
    PQclear(res);
    return ok;
}

static bool has_table(struct ctx *cx, const char *name, bool *has)
{
    struct query *q = db_sql_at(
        cx, "SELECT 1 FROM pg_catalog.pg_class WHERE oid = to_regclass($1)",
        __FILE__, __LINE__);
    db_put_text(q, name);
    *has = db_row(q);
    return db_end(q);
}

/* Writers are as if one after the other, which SQLite gives by having only one:
 * what a rule has looked at is still so when its change lands. Where that
 * cannot be, one of them fails with ERR_UNAVAILABLE and may be tried again.
 * Readers see one moment. */
const struct engine pg_engine = {
    .open = open_server,
    .close = close_server,
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
    .is_server = true,
    .begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    .begin_write = "BEGIN ISOLATION LEVEL SERIALIZABLE",
    .next_ids = "SELECT nextval('db_sequence')",
    .ids_at_once = 1,
};
