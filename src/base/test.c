#include "base/test.h"

#include <criterion/hooks.h>
#include <fcntl.h>
#include <ftw.h>
#include <libpq-fe.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <unistd.h>

#include "db/db.h"
#include "frame/actor.h"
#include "keys/keys.h"

/* Criterion readies libgit2 in the process of each test, for a way to show
 * differences that we do not use; and libgit2 reads every certificate of the
 * system, which took a fifth of all the time of the tests. Ours come first. */
int git_libgit2_init(void);
int git_libgit2_shutdown(void);

int git_libgit2_init(void)
{
    return 1;
}

int git_libgit2_shutdown(void)
{
    return 0;
}

static uint64_t seed = 88172645463325252U;

int test_random(int below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (uint64_t)below);
}

/* Each test has a database of its own: a copy of one that is migrated once,
 * before the first test. On PostgreSQL one that a test left as it was serves
 * the next; on SQLite it is a file. */
static struct {
    PGconn *conn;     /* to the server's own database; holds the lock of nth */
    const char *name; /* "beside_test_RUNNER_NTH" */
    int nth;
    bool shared; /* somebody else has opened it, or may */
} own;

static const char *server(void)
{
    return getenv("BESIDE_TEST_DATABASE");
}

/* True when the server's answer has a row, and it is not "f". */
__attribute__((format(printf, 1, 2))) static bool tell_server(const char *fmt,
                                                              ...)
{
    char sql[300];
    va_list ap;

    va_start(ap, fmt);
    (void)vsnprintf(sql, sizeof sql, fmt, ap);
    va_end(ap);
    if (!own.conn)
        own.conn = PQconnectdb(server());
    PGresult *res = PQexec(own.conn, sql);
    ExecStatusType status = PQresultStatus(res);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        (void)fprintf(stderr, "%s: %s", sql, PQerrorMessage(own.conn));
        abort();
    }
    bool yes = PQntuples(res) > 0 && *PQgetvalue(res, 0, 0) != 'f';
    PQclear(res);
    return yes;
}

static const char *address(struct arena *mem, const char *name)
{
    return arena_fmt(mem, "%s%cdbname=%s", server(),
                     strchr(server(), '?') ? '&' : '?', name);
}

/* The process that runs the tests; each test is a process of its own. */
static long runner(void)
{
    const char *pid = getenv("BESIDE_TEST_RUNNER");

    return pid ? strtol(pid, NULL, 10) : (long)getpid();
}

static void take_database(struct arena *mem)
{
    while (
        !tell_server("SELECT pg_try_advisory_lock(%ld, %d)", runner(), own.nth))
        own.nth++;
    own.name = arena_fmt(mem, "beside_test_%ld_%d", runner(), own.nth);
    if (!tell_server("SELECT 1 FROM pg_database WHERE datname = '%s'",
                     own.name))
        (void)tell_server("CREATE DATABASE %s TEMPLATE beside_test_%ld "
                          "STRATEGY FILE_COPY",
                          own.name, runner());
}

/* The transaction that test_ctx() began, and nothing else, holds this lock. */
static bool is_as_it_was(void)
{
    return !own.shared &&
           tell_server("SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid "
                       "= l.database WHERE d.datname = '%s' AND locktype = "
                       "'advisory'",
                       own.name);
}

static void mark_database(struct ctx *cx)
{
    struct query *q = db_sql_at(
        cx, "SELECT pg_advisory_xact_lock(1), setval('db_sequence', 1001)",
        __FILE__, __LINE__);

    cr_assert(db_end(q), "%s", cx->err.text);
}

static struct db *open_migrated(struct ctx *cx, const char *where)
{
    const char *why = "";
    int applied = 0;

    cx->db = db_open(cx->mem, where, DB_WRITE, &why);
    if (!cx->db || !db_upgrade(cx, &applied)) {
        (void)fprintf(stderr, "%s: %s\n", where, cx->db ? cx->err.text : why);
        abort();
    }
    return cx->db;
}

static int remove_one(const char *path, const struct stat *st, int kind,
                      struct FTW *where)
{
    (void)st;
    (void)kind;
    (void)where;
    return remove(path);
}

static void remove_folder(void *which)
{
    (void)nftw(which, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Where the files are, and "whole", the one they are copies of. */
static char *folder(void)
{
    return getenv("BESIDE_TEST_FOLDER");
}

static void make_whole_file(struct ctx *cx)
{
    /* In memory: no test waits for a disk. */
    char *made = arena_dup(cx->mem, "/dev/shm/beside-tests-XXXXXX");

    if (!mkdtemp(made) || setenv("BESIDE_TEST_FOLDER", made, 1) != 0 ||
        !open_migrated(cx, ":memory:") ||
        !db_copy_to(cx, arena_fmt(cx->mem, "%s/whole", made)))
        abort();
    db_close(cx->db);
}

static const char *take_file(struct arena *mem)
{
    const char *mine = arena_fmt(mem, "%s/%ld", folder(), (long)getpid());
    int from = open(arena_fmt(mem, "%s/whole", folder()), O_RDONLY);
    int to = open(mine, O_WRONLY | O_CREAT | O_EXCL, 0600);

    while (sendfile(to, from, NULL, 1 << 24) > 0)
        ;
    cr_assert(from >= 0 && to >= 0 && close(from) == 0 && close(to) == 0);
    return mine;
}

static void give_file_back(struct arena *mem)
{
    static const char *const parts[] = {"", "-wal", "-shm"};

    for (size_t i = 0; i < 3; i++)
        (void)unlink(
            arena_fmt(mem, "%s/%ld%s", folder(), (long)getpid(), parts[i]));
}

ReportHook(PRE_ALL)(struct criterion_test_set *unused)
{
    struct ctx cx = {.mem = arena_new(64 << 20), .now = TEST_NOW};
    const char *name = arena_fmt(cx.mem, "beside_test_%ld", (long)getpid());

    (void)unused;
    if (server()) {
        (void)tell_server("CREATE DATABASE %s TEMPLATE template0", name);
        db_close(open_migrated(&cx, address(cx.mem, name)));
        (void)setenv("BESIDE_TEST_RUNNER",
                     arena_fmt(cx.mem, "%ld", (long)getpid()), 1);
    } else {
        make_whole_file(&cx);
    }
    arena_free(cx.mem);
}

ReportHook(POST_ALL)(struct criterion_global_stats *unused)
{
    (void)unused;
    if (!server()) {
        remove_folder(folder());
        return;
    }
    (void)tell_server("SET client_min_messages = warning");
    for (int i = 0; i < 64; i++)
        (void)tell_server("DROP DATABASE IF EXISTS beside_test_%ld_%d",
                          runner(), i);
    (void)tell_server("DROP DATABASE beside_test_%ld", runner());
    PQfinish(own.conn);
}

const char *test_where(struct arena *mem)
{
    own.shared = true;
    return server() ? address(mem, own.name) : ":memory:";
}

struct blob test_data(struct ctx *cx, const char *name)
{
    const char *path = arena_fmt(cx->mem, SOURCE_DIR "/tests/data/%s", name);
    FILE *f = fopen(path, "rb");

    cr_assert(f, "%s", path);
    cr_assert_eq(fseek(f, 0, SEEK_END), 0);
    long size = ftell(f);
    cr_assert_geq(size, 0);
    rewind(f);
    unsigned char *at = arena_alloc(cx->mem, (size_t)size + 1);
    cr_assert_eq(fread(at, 1, (size_t)size, f), (size_t)size);
    (void)fclose(f);
    return (struct blob){at, (size_t)size};
}

const char *test_folder(struct ctx *cx)
{
    char *made = arena_dup(cx->mem, "/tmp/beside-test-XXXXXX");

    cr_assert(mkdtemp(made));
    arena_defer(cx->mem, remove_folder, made);
    return made;
}

struct ctx *test_ctx(void)
{
    static const unsigned char master[KEYS_MASTER_BYTES] = "of the tests";
    static struct ctx cx;

    cr_assert(zone_set("America/New_York"));
    cx = (struct ctx){
        .mem = arena_new(64 << 20), .actor = &actor_nobody, .now = TEST_NOW};
    if (server())
        take_database(cx.mem);
    cx.db = open_migrated(&cx, server() ? address(cx.mem, own.name)
                                        : take_file(cx.mem));
    cr_assert(keys_open_key(&cx, master), "%s", cx.err.text);
    cr_assert(db_begin(&cx));
    if (server())
        mark_database(&cx);
    return &cx;
}

void test_done(struct ctx *cx)
{
    bool spoilt = server() && !is_as_it_was();

    db_rollback(cx);
    db_close(cx->db);
    if (!server())
        give_file_back(cx->mem);
    if (spoilt)
        (void)tell_server("DROP DATABASE %s WITH (FORCE)", own.name);
    PQfinish(own.conn);
    keys_close();
    arena_free(cx->mem);
}
