#include "base/test.h"

#include <criterion/hooks.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/db.h"
#include "frame/actor.h"
#include "keys/keys.h"

static uint64_t seed = 88172645463325252U;

int test_random(int below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (uint64_t)below);
}

/* On PostgreSQL each test has a database of its own: a copy of one that is
 * migrated once, before the first test. */
static const char *server(void)
{
    return getenv("BESIDE_TEST_DATABASE");
}

static void tell_server(const char *verb, const char *name, const char *rest)
{
    char sql[200];
    PGconn *conn = PQconnectdb(server());

    (void)snprintf(sql, sizeof sql, "%s DATABASE %s %s", verb, name, rest);
    PGresult *res = PQexec(conn, sql);
    if (PQresultStatus(res) != PGRES_COMMAND_OK) {
        (void)fprintf(stderr, "%s: %s", sql, PQerrorMessage(conn));
        abort();
    }
    PQclear(res);
    PQfinish(conn);
}

static const char *address(struct arena *mem, const char *name)
{
    return arena_fmt(mem, "%s%cdbname=%s", server(),
                     strchr(server(), '?') ? '&' : '?', name);
}

static const char *own_name(void)
{
    static char name[40];

    (void)snprintf(name, sizeof name, "beside_test_%ld", (long)getpid());
    return name;
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

ReportHook(PRE_ALL)(struct criterion_test_set *unused)
{
    struct ctx cx = {.mem = arena_new(64 << 20), .now = TEST_NOW};

    (void)unused;
    if (server()) {
        tell_server("CREATE", own_name(), "TEMPLATE template0");
        db_close(open_migrated(&cx, address(cx.mem, own_name())));
        (void)setenv("BESIDE_TEST_MIGRATED", own_name(), 1);
    }
    arena_free(cx.mem);
}

ReportHook(POST_ALL)(struct criterion_global_stats *unused)
{
    (void)unused;
    if (server())
        tell_server("DROP", own_name(), "");
}

const char *test_where(struct arena *mem)
{
    return server() ? address(mem, own_name()) : ":memory:";
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

struct ctx *test_ctx(void)
{
    static const unsigned char master[KEYS_MASTER_BYTES] = "of the tests";
    static struct ctx cx;

    cr_assert(zone_set("America/New_York"));
    cx = (struct ctx){
        .mem = arena_new(64 << 20), .actor = &actor_nobody, .now = TEST_NOW};
    if (server())
        tell_server("CREATE", own_name(),
                    arena_fmt(cx.mem, "TEMPLATE %s STRATEGY FILE_COPY",
                              getenv("BESIDE_TEST_MIGRATED")));
    cx.db = open_migrated(&cx, test_where(cx.mem));
    cr_assert(keys_open_key(&cx, master), "%s", cx.err.text);
    cr_assert(db_begin(&cx));
    return &cx;
}

void test_done(struct ctx *cx)
{
    db_rollback(cx);
    db_close(cx->db);
    if (server())
        tell_server("DROP", own_name(), "WITH (FORCE)");
    keys_close();
    arena_free(cx->mem);
}
