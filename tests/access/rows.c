/* All that is in a store, as text: to see that nothing in it has changed. */
#include <string.h>

#include "access/town.h"
#include "base/test.h"
#include "db/db.h"

enum { ROWS_MAX = 8 << 20 };

struct names {
    const char **at;
    size_t n, cap;
};

static struct names names_of(struct ctx *cx, const char *sql)
{
    struct query *q = db_sql_at(cx, sql, __FILE__, __LINE__);
    struct names list = {0};

    while (db_row(q))
        *LIST_PUSH(cx->mem, &list) = db_get_text(q);
    cr_assert(db_end(q), "%s: %s", sql, cx->err.text);
    return list;
}

static struct names tables_of(struct ctx *cx)
{
    return names_of(cx, db_is_server(cx->db)
                            ? "SELECT CAST(tablename AS TEXT) FROM pg_tables"
                              " WHERE schemaname = 'public' AND tablename"
                              " NOT IN ('sharing_access', 'said_read', "
                              "'said_heard', 'said_move', "
                              "'db_sequence')"
                            : "SELECT name FROM sqlite_master"
                              " WHERE type = 'table' AND name NOT IN"
                              " ('sharing_access', 'said_read', 'said_heard', "
                              "'said_move', 'db_sequence')");
}

static struct names columns_of(struct ctx *cx, const char *table)
{
    return names_of(
        cx, arena_fmt(cx->mem,
                      db_is_server(cx->db)
                          ? "SELECT CAST(column_name AS TEXT) FROM"
                            " information_schema.columns WHERE table_schema ="
                            " 'public' AND table_name = '%s'"
                          : "SELECT name FROM pragma_table_info('%s')",
                      table));
}

static bool has(const struct names *cols, const char *name)
{
    for (size_t i = 0; i < cols->n; i++)
        if (strcmp(cols->at[i], name) == 0)
            return true;
    return false;
}

/* Which rows are of this person or of an account of theirs; NULL when the table
 * cannot say. */
static const char *hers(struct ctx *cx, const struct names *cols,
                        struct person_id whose)
{
    if (has(cols, "person"))
        return arena_fmt(cx->mem, " WHERE person = %lld", (long long)whose.v);
    if (has(cols, "account"))
        return arena_fmt(cx->mem,
                         " WHERE account IN (SELECT id FROM auth_account"
                         " WHERE person = %lld)",
                         (long long)whose.v);
    return NULL;
}

static const char *whole_row(struct ctx *cx, const struct names *cols,
                             const char *table)
{
    struct buf b = buf_new(cx->mem, 4096);

    if (db_is_server(cx->db))
        return arena_fmt(cx->mem, "CAST(%s AS TEXT)", table);
    for (size_t i = 0; i < cols->n; i++)
        buf_fmt(&b, "%squote(%s)", i ? " || ',' || " : "", cols->at[i]);
    return b.at;
}

/* Made once: a statement is known by where its text stands. */
static struct table {
    const char *name, *all, *hers; /* hers NULL: the table cannot say */
} * tables;
static size_t tables_n;

static void read_tables(struct ctx *cx)
{
    const struct names names = tables_of(cx);

    cr_assert_gt(names.n, 20);
    tables = arena_alloc(cx->mem, names.n * sizeof *tables);
    for (size_t i = 0; i < names.n; i++) {
        const char *name = names.at[i];
        const struct names cols = columns_of(cx, name);
        const char *row = whole_row(cx, &cols, name);
        const char *where = hers(cx, &cols, town.denise);
        tables[i] = (struct table){
            name, arena_fmt(cx->mem, "SELECT %s FROM %s ORDER BY 1", row, name),
            where ? arena_fmt(cx->mem, "SELECT %s FROM %s%s ORDER BY 1", row,
                              name, where)
                  : NULL};
    }
    tables_n = names.n;
}

static void put_rows(struct ctx *cx, const struct table *t, const char *sql,
                     struct buf *out)
{
    struct query *q = db_sql_at(cx, sql, __FILE__, __LINE__);

    while (db_row(q))
        buf_fmt(out, "%s %s\n", t->name, db_get_text(q));
    cr_assert(db_end(q), "%s: %s", sql, cx->err.text);
}

int64_t town_writes(struct ctx *cx)
{
    struct query *q =
        db_is_server(cx->db)
            ? db_sql_at(cx,
                        "SELECT txid_snapshot_xmax(txid_current_snapshot())",
                        __FILE__, __LINE__)
            : db_sql_at(cx, "SELECT total_changes()", __FILE__, __LINE__);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;

    cr_assert(db_end(q), "%s", cx->err.text);
    return n;
}

const char *town_rows(struct ctx *cx, struct arena *mem, bool of_denise)
{
    struct buf out = buf_new(mem, ROWS_MAX);
    struct ctx own = *cx;

    if (!tables)
        read_tables(cx);
    own.mem = arena_new(4UL * ROWS_MAX);
    cr_assert(db_begin(&own), "%s", own.err.text);
    for (size_t i = 0; i < tables_n; i++) {
        const char *sql = of_denise ? tables[i].hers : tables[i].all;
        if (sql)
            put_rows(&own, &tables[i], sql, &out);
    }
    db_rollback(&own);
    arena_free(own.mem);
    cr_assert(!out.full && out.n > 0);
    return out.at;
}
