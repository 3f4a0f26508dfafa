#include <string.h>

#include "base/test.h"
#include "db/db_int.h"

static void make_table(struct ctx *cx)
{
    const char *sql =
        db_is_server(cx->db)
            ? "CREATE TABLE db_try (id BIGINT PRIMARY KEY, words TEXT, b BYTEA)"
            : "CREATE TABLE db_try (id INTEGER PRIMARY KEY, words TEXT,"
              " b BLOB)";

    cr_assert(cx->db->engine->script(cx, sql), "%s", cx->err.text);
}

static void add(struct ctx *cx, int64_t id, const char *words, struct blob b)
{
    struct query *q =
        db_sql(cx, "INSERT INTO db_try (id, words, b) VALUES ($1, $2, $3)");

    db_put_int(q, id);
    db_put_text(q, words);
    db_put_blob(q, b);
    cr_assert(db_end(q), "%s", cx->err.text);
}

/* The same connection as one that only reads: then rows may be kept. */
static void only_read(struct ctx *cx)
{
    cx->db->mode = DB_READ;
}

static int64_t ids_from(struct ctx *cx, int64_t least, const char *words)
{
    struct query *q =
        db_once(db_sql(cx, "SELECT id FROM db_try WHERE id >= $1"
                           " AND (words = $2 OR CAST($2 AS TEXT) = '*')"
                           " ORDER BY id"));
    int64_t ids = 0;

    db_put_int(q, least);
    db_put_text(q, words);
    while (db_row(q))
        ids = ids * 10 + db_get_int(q);
    cr_assert(db_end(q), "%s", cx->err.text);
    return ids;
}

TEST(db_once, rows_are_asked_for_once_in_a_transaction_that_only_reads)
{
    make_table(cx);
    add(cx, 1, "one", (struct blob){0});
    add(cx, 2, "two", (struct blob){0});
    only_read(cx);
    cr_assert_eq(ids_from(cx, 1, "*"), 12);
    add(cx, 3, "two", (struct blob){0});
    cr_assert_eq(ids_from(cx, 1, "*"), 12, "what was found stands");
    cr_assert_eq(ids_from(cx, 2, "*"), 23, "another value is another question");
    cr_assert_eq(ids_from(cx, 1, "two"), 23);
    cr_assert_eq(ids_from(cx, 1, "six"), 0);
    add(cx, 4, "six", (struct blob){0});
    cr_assert_eq(ids_from(cx, 1, "six"), 0, "that there is nothing stands too");
}

TEST(db_once, words_of_a_question_need_not_outlive_it)
{
    char words[] = "one";

    make_table(cx);
    add(cx, 1, "one", (struct blob){0});
    only_read(cx);
    cr_assert_eq(ids_from(cx, 1, words), 1);
    words[0] = 't';
    cr_assert_eq(ids_from(cx, 1, words), 0);
    cr_assert_eq(ids_from(cx, 1, "one"), 1);
}

TEST(db_once, who_writes_sees_what_was_written)
{
    make_table(cx);
    add(cx, 1, "one", (struct blob){0});
    cr_assert_eq(ids_from(cx, 1, "*"), 1);
    add(cx, 2, "two", (struct blob){0});
    cr_assert_eq(ids_from(cx, 1, "*"), 12);
}

TEST(db_once, another_transaction_asks_anew)
{
    make_table(cx);
    add(cx, 1, "one", (struct blob){0});
    only_read(cx);
    cr_assert_eq(ids_from(cx, 1, "*"), 1);
    cx->db->mode = DB_WRITE;
    db_rollback(cx);
    cr_assert(db_begin(cx));
    make_table(cx);
    add(cx, 2, "two", (struct blob){0});
    only_read(cx);
    cr_assert_eq(ids_from(cx, 1, "*"), 2);
}

/* What a row of every kind of value says, asked for at the first time or
 * again. */
static void look(struct ctx *cx, struct blob bytes)
{
    struct query *q = db_once(
        db_sql(cx, "SELECT id, words, b, id < 0, words IS NULL, COUNT(*),"
                   " SUM(id), MAX(id) FROM db_try GROUP BY id, words, b"
                   " ORDER BY id DESC"));

    cr_assert(db_row(q), "%s", cx->err.text);
    cr_assert_eq(db_get_int(q), INT64_MAX);
    cr_assert_str_eq(db_get_text(q), "José's 7");
    struct blob b = db_get_blob(q);
    cr_assert_eq(b.n, bytes.n);
    cr_assert_arr_eq(b.at, bytes.at, bytes.n);
    cr_assert(!db_get_bool(q));
    cr_assert(!db_get_bool(q));
    cr_assert_eq(db_get_int(q), 1);
    cr_assert_eq(db_get_int(q), INT64_MAX);
    cr_assert_eq(db_get_time(q), INT64_MAX);
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), -5);
    cr_assert_str_eq(db_get_text(q), "");
    cr_assert_null(db_get_blob(q).at);
    cr_assert(db_get_bool(q));
    cr_assert(db_get_bool(q));
    cr_assert(!db_row(q));
    cr_assert(db_end(q));
}

TEST(db_once, values_are_the_same_again)
{
    static const unsigned char bytes[] = {0, 255, '\\', 'x', 0};
    const struct blob b = {bytes, sizeof bytes};

    make_table(cx);
    add(cx, INT64_MAX, "José's 7", b);
    add(cx, -5, NULL, (struct blob){0});
    only_read(cx);
    look(cx, b);
    look(cx, b);
}

TEST(db_once, who_turns_back_half_way_loses_nothing)
{
    make_table(cx);
    for (int i = 1; i < 6; i++)
        add(cx, i, "one", (struct blob){0});
    only_read(cx);
    struct query *q =
        db_once(db_sql(cx, "SELECT id FROM db_try ORDER BY id DESC"));
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), 5);
    cr_assert(db_end(q));
    cr_assert(!db_row(q));
    cr_assert_eq(ids_from(cx, 2, "*"), 2345);
    cr_assert_eq(ids_from(cx, 2, "*"), 2345);
}

TEST(db_once, a_question_that_fails_is_not_kept)
{
    make_table(cx);
    only_read(cx);
    struct query *q = db_once(db_sql(cx, "SELECT id FROM db_try"));
    db_put_int(q, 1); /* more than it names */
    cr_assert(!db_row(q));
    cr_assert(!db_end(q));
    cr_assert_eq(cx->err.code, ERR_INTERNAL);
}
