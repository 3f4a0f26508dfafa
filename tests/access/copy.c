/* A copy of the store that a test may change, again and again: on SQLite a
 * file, on PostgreSQL a database made from the test's own, which holds what it
 * held at first in a schema beside: to make a database anew takes half a
 * second, to put back the rows that changed a twentieth. */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "access/town.h"
#include "base/test.h"
#include "db/db.h"

/* kept is never written; work is what cx->db has open. Files, or names of
 * databases. */
static const char *dir_of, *kept, *work;

static void open_again(struct ctx *cx, const char *where)
{
    const char *why = "";

    cx->db = db_open(cx->mem, where, DB_WRITE, &why);
    cr_assert(cx->db, "%s", why);
}

/* --- SQLite --- */

static void copy_bytes(const char *from, const char *to)
{
    static char bytes[1 << 16];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");

    cr_assert(in && out);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, in)) > 0;)
        cr_assert_eq(fwrite(bytes, 1, n, out), n);
    (void)fclose(in);
    cr_assert_eq(fclose(out), 0);
}

static void forget_file(struct ctx *cx)
{
    static const char *const ends[] = {"", "-wal", "-shm"};

    db_close(cx->db);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        (void)unlink(arena_fmt(cx->mem, "%s%s", work, ends[i]));
}

static void begin_files(struct ctx *cx)
{
    /* In memory, where there is such a place: each change is undone. */
    char ram[] = "/dev/shm/beside-town-XXXXXX";
    char disk[] = "/tmp/beside-town-XXXXXX";
    char *dir = access("/dev/shm", W_OK) == 0 ? ram : disk;

    cr_assert(mkdtemp(dir));
    dir_of = arena_dup(cx->mem, dir);
    kept = arena_fmt(cx->mem, "%s/kept.db", dir);
    work = arena_fmt(cx->mem, "%s/work.db", dir);
    cr_assert(db_copy_to(cx, kept), "%s", cx->err.text);
}

/* --- PostgreSQL: the test's own database is the one that is kept --- */

static const char *server_of(void)
{
    return getenv("BESIDE_TEST_DATABASE");
}

__attribute__((format(printf, 1, 2))) static void tell(const char *fmt, ...)
{
    char sql[300];
    va_list ap;

    va_start(ap, fmt);
    (void)vsnprintf(sql, sizeof sql, fmt, ap);
    va_end(ap);
    PGconn *conn = PQconnectdb(server_of());
    PQclear(PQexec(conn, "SET client_min_messages = warning"));
    PGresult *res = PQexec(conn, sql);
    cr_assert_eq(PQresultStatus(res), PGRES_COMMAND_OK, "%s: %s", sql,
                 PQerrorMessage(conn));
    PQclear(res);
    PQfinish(conn);
}

static void run(struct ctx *cx, const char *sql)
{
    struct query *q = db_sql_at(cx, sql, __FILE__, __LINE__);

    while (db_row(q))
        ;
    cr_assert(db_end(q), "%s: %s", sql, cx->err.text);
}

/* kept.restore() puts back each table that differs. Ids go on: a block of them
 * may be in hand already. */
static const char keep_rows[] =
    "DO $do$ DECLARE t text; body text := 'BEGIN '; BEGIN"
    " FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP"
    " EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', t);"
    " body := body || format('IF EXISTS (TABLE public.%1$I EXCEPT ALL"
    " TABLE kept.%1$I) OR EXISTS (TABLE kept.%1$I EXCEPT ALL TABLE"
    " public.%1$I) THEN DELETE FROM public.%1$I; INSERT INTO public.%1$I"
    " TABLE kept.%1$I; END IF; ', t); END LOOP;"
    " EXECUTE format('CREATE FUNCTION kept.restore() RETURNS bigint LANGUAGE"
    " plpgsql SET session_replication_role = replica AS %L',"
    " body || 'RETURN 1; END'); END $do$";

static void begin_databases(struct ctx *cx)
{
    kept = strstr(test_where(cx->mem), "dbname=") + strlen("dbname=");
    work = arena_fmt(cx->mem, "%s_work", kept);
    db_close(cx->db);
    tell("DROP DATABASE IF EXISTS %s", work);
    tell("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY", work, kept);
    open_again(cx, arena_fmt(cx->mem, "%s_work", test_where(cx->mem)));
    cr_assert(db_begin(cx), "%s", cx->err.text);
    run(cx, "CREATE SCHEMA kept");
    run(cx, keep_rows);
    cr_assert(db_commit(cx), "%s", cx->err.text);
}

static void fresh_rows(struct ctx *cx)
{
    cr_assert(db_begin(cx), "%s", cx->err.text);
    run(cx, "SELECT kept.restore()");
    cr_assert(db_commit(cx), "%s", cx->err.text);
}

/* --- both --- */

void copy_begin(struct ctx *cx)
{
    if (server_of())
        begin_databases(cx);
    else
        begin_files(cx);
    copy_fresh(cx);
}

void copy_fresh(struct ctx *cx)
{
    if (server_of()) {
        fresh_rows(cx);
        return;
    }
    forget_file(cx);
    copy_bytes(kept, work);
    open_again(cx, work);
}

void copy_end(struct ctx *cx)
{
    if (server_of()) {
        db_close(cx->db);
        tell("DROP DATABASE %s", work);
    } else {
        forget_file(cx);
        (void)unlink(kept);
        (void)rmdir(dir_of);
    }
    open_again(cx, test_where(cx->mem));
}
