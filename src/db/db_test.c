#include "db/db.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/test.h"
#include "db/db_int.h"

static void script(struct ctx *cx, const char *sqlite, const char *pg)
{
    const char *sql = db_is_server(cx->db) ? pg : sqlite;

    cr_assert(cx->db->engine->script(cx, sql), "%s", cx->err.text);
}

static void make_table(struct ctx *cx)
{
    script(cx,
           "CREATE TABLE db_try (id INTEGER PRIMARY KEY, words TEXT, b BLOB,"
           " parent INTEGER REFERENCES db_try (id))",
           "CREATE TABLE db_try (id BIGINT PRIMARY KEY, words TEXT, b BYTEA,"
           " parent BIGINT REFERENCES db_try (id))");
}

static bool add(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "INSERT INTO db_try (id) VALUES ($1)");

    db_put_int(q, id);
    return db_end(q);
}

static int64_t count(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM db_try");
    int64_t n = db_row(q) ? db_get_int(q) : -1;

    return db_end(q) ? n : -1;
}

static void remove_store(void *file)
{
    static const char *const tails[] = {"", "-wal", "-shm", ".copy"};
    char name[64];

    for (size_t i = 0; i < 4; i++) {
        (void)snprintf(name, sizeof name, "%s%s", (char *)file, tails[i]);
        (void)remove(name);
    }
    *strrchr(file, '/') = '\0';
    (void)remove(file);
}

static void close_later(void *db)
{
    db_close(db);
}

/* One more connection, for a thread or program of its own. */
static struct ctx *another(struct ctx *cx, const char *where, enum db_mode mode)
{
    struct ctx *more = ARENA_NEW(cx->mem, struct ctx);
    const char *why = "";

    *more = (struct ctx){.mem = cx->mem, .actor = cx->actor, .now = cx->now};
    more->db = db_open(cx->mem, where, mode, &why);
    cr_assert(more->db, "%s", why);
    arena_defer(cx->mem, close_later, more->db);
    return more;
}

/* The test's own database, or a SQLite file: what can be opened twice. Migrated
 * and with our table. */
static const char *shared_store(struct ctx *cx)
{
    int applied;
    const char *where = test_where(cx->mem);

    db_rollback(cx);
    if (!db_is_server(cx->db)) {
        char *dir = arena_dup(cx->mem, "/tmp/beside-db-XXXXXX");
        cr_assert(mkdtemp(dir));
        where = arena_fmt(cx->mem, "%s/data", dir);
        arena_defer(cx->mem, remove_store, (void *)where);
    }
    struct ctx *more = another(cx, where, DB_MAKE);
    cr_assert(db_upgrade(more, &applied));
    cr_assert(db_begin(more));
    make_table(more);
    cr_assert(db_commit(more));
    return where;
}

TEST(db, values_come_back_as_they_were)
{
    static const unsigned char bytes[] = {0, 255, 0, '\\', '\'', 'x', 0};
    static const char words[] = "José says \"it's\" \\x41 100 %\n$1";

    make_table(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO db_try (id, words, b) VALUES ($1, $2, $3)");
    db_put_int(q, INT64_MIN + 1);
    db_put_text(q, words);
    db_put_blob(q, (struct blob){bytes, sizeof bytes});
    cr_assert(db_end(q), "%s", cx->err.text);

    q = db_sql(cx, "SELECT id, words, b, id < 0, words IS NULL FROM db_try");
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), INT64_MIN + 1);
    cr_assert_str_eq(db_get_text(q), words);
    struct blob b = db_get_blob(q);
    cr_assert_eq(b.n, sizeof bytes);
    cr_assert_arr_eq(b.at, bytes, sizeof bytes);
    cr_assert(db_get_bool(q));
    cr_assert(!db_get_bool(q));
    cr_assert(!db_row(q));
    cr_assert(db_end(q));
}

TEST(db, nothing_is_null_and_not_a_value)
{
    make_table(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO db_try (id, words, b, parent) VALUES (7, $1, $2, $3)");
    db_put_text(q, NULL);
    db_put_blob(q, (struct blob){0});
    db_put_date(q, DATE_NONE);
    cr_assert(db_end(q), "%s", cx->err.text);

    q = db_sql(cx, "SELECT words, b, parent, parent, parent FROM db_try "
                   "WHERE words IS NULL AND b IS NULL AND parent IS NULL");
    cr_assert(db_row(q));
    cr_assert_str_eq(db_get_text(q), "");
    cr_assert_null(db_get_blob(q).at);
    cr_assert_eq(db_get_int(q), 0);
    cr_assert(!date_is_set(db_get_date(q)));
    cr_assert_eq(db_get_time(q), TIME_NONE);
    cr_assert(db_end(q));
}

TEST(db, empty_is_not_null)
{
    make_table(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO db_try (id, words, b) VALUES (1, $1, $2)");
    db_put_text(q, "");
    db_put_blob(q, (struct blob){(const unsigned char *)"", 0});
    cr_assert(db_end(q));

    q = db_sql(cx, "SELECT b FROM db_try WHERE words = '' AND b IS NOT NULL");
    cr_assert(db_row(q));
    struct blob b = db_get_blob(q);
    cr_assert_not_null(b.at);
    cr_assert_eq(b.n, 0);
    cr_assert(db_end(q));
}

TEST(db, days_and_times_come_back)
{
    struct query *q =
        db_sql(cx, "SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT)");

    db_put_date(q, date_ymd(1969, 12, 31));
    db_put_time(q, 0);
    cr_assert(db_row(q));
    cr_assert_eq(db_get_date(q).days, -1);
    cr_assert_eq(db_get_time(q), 0);
    cr_assert(db_end(q));
}

TEST(db, a_parameter_is_meant_by_its_number)
{
    struct query *q = db_sql(cx, "SELECT CAST($2 AS BIGINT),"
                                 " CAST($1 AS BIGINT), CAST($2 AS BIGINT)");

    db_put_int(q, 1);
    db_put_int(q, 2);
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), 2);
    cr_assert_eq(db_get_int(q), 1);
    cr_assert_eq(db_get_int(q), 2);
    cr_assert(db_end(q));
}

TEST(db, the_first_failure_is_kept_to_the_end)
{
    struct query *q = db_sql(cx, "SELECT 1 FROM nowhere");

    cr_assert(!db_row(q));
    cr_assert_eq(db_get_int(q), 0);
    cr_assert_str_eq(db_get_text(q), "");
    cr_assert(!db_end(q));
    cr_assert_eq(cx->err.code, ERR_INTERNAL);
    cr_assert_not_null(strstr(cx->err.text, "db_test.c:"));
    cr_assert_not_null(strstr(cx->err.text, "nowhere"));

    const char *first = cx->err.text;
    cr_assert_eq(count(cx), -1);
    cr_assert_eq(db_new_id(cx), 0);
    cr_assert_eq(cx->err.text, first);
}

TEST(db, what_is_put_must_be_what_is_named)
{
    struct query *q = db_sql(cx, "SELECT CAST($1 AS BIGINT)");

    cr_assert(!db_end(q));
    cr_assert_eq(cx->err.code, ERR_INTERNAL);
}

TEST(db, more_than_the_most_parameters_is_a_failure)
{
    struct query *q = db_sql(cx, "SELECT 1");

    for (int i = 0; i <= DB_PARAMETERS_MAX; i++)
        db_put_int(q, i);
    cr_assert(!db_end(q));
    cr_assert_eq(cx->err.code, ERR_INTERNAL);
}

TEST(db, a_row_that_is_there_already_is_a_conflict)
{
    make_table(cx);
    cr_assert(add(cx, 1));
    cr_assert(!add(cx, 1));
    cr_assert_eq(cx->err.code, ERR_CONFLICT);
    cr_assert_null(strstr(cx->err.text, "db_try"));
    cr_assert_not_null(strstr(cx->err.why, "db_t"));
}

TEST(db, a_row_that_others_refer_to_is_a_conflict)
{
    make_table(cx);
    cr_assert(add(cx, 1));
    cr_assert(
        db_end(db_sql(cx, "INSERT INTO db_try (id, parent) VALUES (2, 1)")));
    cr_assert(!db_end(db_sql(cx, "DELETE FROM db_try WHERE id = 1")));
    cr_assert_eq(cx->err.code, ERR_CONFLICT);
}

TEST(db, a_failed_transaction_cannot_go_on_or_be_committed)
{
    make_table(cx);
    cr_assert(add(cx, 1));
    cr_assert(!add(cx, 1));
    ctx_forgive(cx);
    cr_assert(!add(cx, 2));
    ctx_forgive(cx);
    cr_assert(!db_commit(cx));
    cr_assert_eq(cx->err.code, ERR_INTERNAL);
    db_rollback(cx);
    ctx_forgive(cx);
    cr_assert(db_begin(cx));
    make_table(cx); /* that it can be made again says it was taken back */
}

TEST(db, a_part_is_taken_back_and_the_rest_stays)
{
    make_table(cx);
    cr_assert(add(cx, 1));
    cr_assert(db_savepoint(cx));
    cr_assert(add(cx, 2));
    cr_assert(!add(cx, 1));
    db_revert(cx);
    cr_assert_eq(cx->err.code, ERR_CONFLICT, "the sentence survives");
    ctx_forgive(cx);
    cr_assert(add(cx, 3));
    cr_assert_eq(count(cx), 2);
}

TEST(db, parts_lie_within_parts)
{
    make_table(cx);
    cr_assert(db_savepoint(cx));
    cr_assert(add(cx, 1));
    cr_assert(db_savepoint(cx));
    cr_assert(add(cx, 2));
    db_revert(cx);
    cr_assert_eq(count(cx), 1);
    cr_assert(db_release(cx));
    cr_assert_eq(count(cx), 1);
}

/* The same literal, running inside itself. */
static int64_t walk(struct ctx *cx, int64_t below)
{
    struct query *q = db_sql(cx, "SELECT id FROM db_try WHERE id < $1");
    int64_t sum = 0;

    db_put_int(q, below);
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        sum += id + walk(cx, id);
    }
    cr_assert(db_end(q));
    return sum;
}

TEST(db, a_query_may_run_within_itself)
{
    make_table(cx);
    for (int64_t id = 1; id <= 4; id++)
        cr_assert(add(cx, id));
    cr_assert_eq(walk(cx, 5), 1 * 8 + 2 * 4 + 3 * 2 + 4);
}

TEST(db, a_query_left_half_way_ends_with_its_transaction)
{
    make_table(cx);
    cr_assert(add(cx, 1));
    cr_assert(add(cx, 2));
    for (int i = 0; i < 3; i++) {
        struct query *q = db_sql(cx, "SELECT id FROM db_try");
        cr_assert(db_row(q));
        cr_assert(db_commit(cx));
        cr_assert(!db_row(q));
        cr_assert_eq(db_get_int(q), 0);
        cr_assert(db_begin(cx));
        cr_assert(add(cx, 10 + i));
    }
}

TEST(db, a_query_left_half_way_ends_with_its_connection)
{
    struct ctx *more = another(cx, shared_store(cx), DB_READ);
    struct query *q = db_sql(more, "SELECT name FROM db_migration");

    cr_assert(db_row(q)); /* close_later() comes, then the arena: no leak */
}

TEST(db, what_the_caller_breaks_does_nothing_more)
{
    make_table(cx);
    cr_assert(add(cx, 1));
    cr_assert(add(cx, 2));
    struct query *q = db_sql(cx, "SELECT id FROM db_try");
    cr_assert(db_row(q));
    fail(db_ctx(q), ERR_INVALID, "seal", "It does not open.");
    db_break(q);
    cr_assert(!db_row(q));
    cr_assert(!db_end(q));
    cr_assert_eq(cx->err.code, ERR_INVALID);
}

TEST(db, a_read_connection_refuses_every_change)
{
    struct ctx *r = another(cx, shared_store(cx), DB_READ);

    cr_assert(!add(r, 1), "outside a transaction");
    ctx_forgive(r);
    cr_assert(db_begin(r));
    cr_assert_eq(count(r), 0);
    cr_assert(!add(r, 1));
    cr_assert_eq(r->err.code, ERR_INTERNAL);
    db_rollback(r);
    ctx_forgive(r);
    cr_assert(db_begin(r));
    cr_assert_eq(db_new_id(r), 0);
    db_rollback(r);
}

TEST(db, a_reader_sees_one_moment)
{
    const char *where = shared_store(cx);
    struct ctx *w = another(cx, where, DB_WRITE);
    struct ctx *r = another(cx, where, DB_READ);

    cr_assert(db_begin(r));
    cr_assert_eq(count(r), 0);
    cr_assert(db_begin(w));
    cr_assert(add(w, 1));
    cr_assert(db_commit(w));
    cr_assert_eq(count(r), 0);
    cr_assert(db_commit(r));
    cr_assert(db_begin(r));
    cr_assert_eq(count(r), 1);
    cr_assert(db_commit(r));
}

/* A rule that looks, then acts: at most one row. */
static bool add_if_none(struct ctx *cx, int64_t id)
{
    return count(cx) == 0 && add(cx, id) && db_commit(cx);
}

TEST(db, of_two_who_looked_at_the_same_one_tries_again)
{
    const char *where = shared_store(cx);
    struct ctx *a = another(cx, where, DB_WRITE);
    struct ctx *b = another(cx, where, DB_WRITE);

    script(b, "PRAGMA busy_timeout = 50", "");
    cr_assert(db_begin(a));
    cr_assert_eq(count(a), 0);
    bool second = db_begin(b) && add_if_none(b, 2);
    bool first = add_if_none(a, 1);
    cr_assert_neq(first, second);
    struct ctx *refused = first ? b : a;
    cr_assert_eq(refused->err.code, ERR_UNAVAILABLE, "%s", refused->err.text);
    cr_assert_null(strstr(refused->err.text, "db_test.c"));
    db_rollback(refused);
    ctx_forgive(refused);
    cr_assert(db_begin(refused));
    cr_assert_eq(count(refused), 1);
    db_rollback(refused);
}

/* SQLite would look at what is bound, for an index of some of the rows. */
static bool in_state(struct ctx *cx, int64_t state)
{
    struct query *q = db_sql(cx, "SELECT id FROM db_try WHERE parent = $1");

    db_put_int(q, state);
    (void)db_row(q);
    return db_end(q);
}

TEST(db, a_statement_is_not_prepared_anew_for_other_values)
{
    make_table(cx);
    script(cx, "CREATE INDEX db_try_one ON db_try (id) WHERE parent = 1", "");
    for (int64_t i = 0; i < 3; i++)
        cr_assert(in_state(cx, i));
    if (db_is_server(cx->db))
        return;
    struct query *q =
        db_sql(cx, "SELECT COUNT(*), SUM(reprep) FROM sqlite_stmt"
                   " WHERE sql = 'SELECT id FROM db_try WHERE parent = $1'");
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), 1);
    cr_assert_eq(db_get_int(q), 0);
    cr_assert(db_end(q));
}

TEST(db, an_upgrade_starts_from_nothing_and_ends_current)
{
    bool current = false;
    int applied = -1;

    cr_assert(db_is_current(cx, &current));
    cr_assert(current);
    db_rollback(cx);
    cr_assert(db_upgrade(cx, &applied));
    cr_assert_eq(applied, 0);

    struct ctx *empty = another(cx, ":memory:", DB_WRITE);
    cr_assert(db_is_current(empty, &current));
    cr_assert(!current);
    cr_assert(db_upgrade(empty, &applied));
    cr_assert_eq((size_t)applied, db_migrations_n);
    cr_assert(db_is_current(empty, &current));
    cr_assert(current);
}

TEST(db, a_store_of_a_newer_program_is_refused)
{
    bool current = true;
    int applied = -1;

    cr_assert(db_end(db_sql(cx, "INSERT INTO db_migration (name, applied) "
                                "VALUES ('999912312359_later', 1)")));
    cr_assert(db_is_current(cx, &current));
    cr_assert(!current);
    cr_assert(!db_upgrade(cx, &applied));
    cr_assert_eq(cx->err.code, ERR_CONFLICT);
    cr_assert_eq(applied, 0);
}

TEST(db, more_statements_than_are_kept_still_run)
{
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 1100; i++) {
            char *sql = arena_fmt(cx->mem, "SELECT %d", i);
            struct query *q = db_sql_at(cx, sql, __FILE__, __LINE__);
            cr_assert(db_row(q));
            cr_assert_eq(db_get_int(q), i);
            cr_assert(db_end(q));
        }
}

TEST(db, kept_statements_outlive_their_transaction)
{
    make_table(cx);
    cr_assert(db_commit(cx));
    for (int i = 0; i < 3; i++) {
        cr_assert(db_begin(cx));
        cr_assert(add(cx, 1));
        cr_assert_eq(count(cx), 1);
        db_rollback(cx);
    }
    cr_assert(db_begin(cx));
    cr_assert_eq(count(cx), 0);
}

TEST(db, a_full_disk_means_try_later)
{
    if (db_is_server(cx->db))
        cr_skip_test("PostgreSQL has no limit to set");
    make_table(cx);
    script(cx, "PRAGMA max_page_count = 1", "");
    struct query *q =
        db_sql(cx, "INSERT INTO db_try (id, words) VALUES (1, $1)");
    enum { MUCH = 100 * 1000 };
    char *long_words = arena_alloc(cx->mem, MUCH + 1);
    memset(long_words, 'x', MUCH);
    db_put_text(q, long_words);
    cr_assert(!db_end(q));
    cr_assert_eq(cx->err.code, ERR_UNAVAILABLE, "%s", cx->err.text);
}

TEST(db, a_lost_connection_is_known_and_means_try_later)
{
    if (!db_is_server(cx->db))
        cr_skip_test("SQLite has no connection to lose");
    struct query *q =
        db_sql_at(cx, "SELECT pg_terminate_backend(pg_backend_pid())", "", 0);
    cr_assert(!db_is_broken(cx->db));
    cr_assert(!db_end(q));
    cr_assert_eq(cx->err.code, ERR_UNAVAILABLE, "%s", cx->err.text);
    cr_assert(db_is_broken(cx->db));
    db_rollback(cx);
    ctx_forgive(cx);
    cr_assert(!db_begin(cx));
    cr_assert_eq(cx->err.code, ERR_UNAVAILABLE);
}

TEST(db, a_store_that_cannot_be_opened_says_why)
{
    const char *why = NULL;

    cr_assert_null(db_open(cx->mem, "/nowhere/at/all", DB_WRITE, &why));
    cr_assert_not_null(strstr(why, "/nowhere/at/all"));
    why = NULL;
    cr_assert_null(db_open(cx->mem, "postgresql:///x?host=/nowhere/at/all",
                           DB_READ, &why));
    cr_assert_not_null(strstr(why, "/nowhere/at/all"));
    /* One line, to stand in a sentence. */
    cr_assert_null(strchr(why, '\n'));
    cr_assert_neq(why[strlen(why) - 1], '.');
}

TEST(db, only_who_makes_a_store_makes_its_file)
{
    const char *file =
        arena_fmt(cx->mem, "/tmp/beside-db-made-%ld", (long)getpid());
    const char *why = NULL;

    arena_defer(cx->mem, remove_store, (void *)file);
    cr_assert_null(db_open(cx->mem, file, DB_READ, &why));
    cr_assert_null(db_open(cx->mem, file, DB_WRITE, &why));
    cr_assert_neq(access(file, F_OK), 0);
    struct ctx *maker = another(cx, file, DB_MAKE);
    cr_assert(db_may_write(maker->db));
    cr_assert_eq(access(file, F_OK), 0);
}

TEST(db, a_copy_holds_all_and_overwrites_nothing)
{
    const char *where = shared_store(cx);
    struct ctx *w = another(cx, where, DB_WRITE);
    const char *copy = arena_fmt(cx->mem, "%s.copy", where);

    cr_assert(add(w, 1));
    if (db_is_server(w->db)) {
        cr_assert(!db_copy_to(w, copy));
        cr_assert_eq(w->err.code, ERR_UNAVAILABLE);
        return;
    }
    cr_assert(db_copy_to(w, copy), "%s", w->err.text);
    cr_assert_eq(count(another(cx, copy, DB_READ)), 1);
    cr_assert(!db_copy_to(w, copy));
    cr_assert_eq(w->err.code, ERR_CONFLICT);
}

TEST(db, files_are_for_their_owner_alone_and_the_log_can_be_emptied)
{
    const char *where = shared_store(cx);
    struct ctx *w = another(cx, where, DB_WRITE);
    struct stat st;

    cr_assert(add(w, 1));
    if (!db_is_server(w->db)) {
        const char *log = arena_fmt(cx->mem, "%s-wal", where);
        cr_assert_eq(stat(where, &st), 0);
        cr_assert_eq(st.st_mode & 0777, 0600);
        cr_assert_eq(stat(log, &st), 0);
        cr_assert_eq(st.st_mode & 0777, 0600);
        cr_assert_gt(st.st_size, 0);
        cr_assert(db_truncate_log(w));
        cr_assert_eq(stat(log, &st), 0);
        cr_assert_eq(st.st_size, 0);
    }
    cr_assert(db_truncate_log(w));
    cr_assert_eq(count(w), 1);
}
