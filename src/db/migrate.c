#include <string.h>

#include "db/db.h"
#include "db/db_int.h"

/* The names applied so far; *beyond: one this program does not know. */
static bool read_applied(struct ctx *cx, bool *applied, bool *beyond)
{
    bool has = false;

    *beyond = false;
    if (!cx->db->engine->has_table(cx, "db_migration", &has))
        return false;
    if (!has)
        return true;
    struct query *q = db_sql(cx, "SELECT name FROM db_migration");
    while (db_row(q)) {
        const char *name = db_get_text(q);
        size_t i = 0;
        while (i < db_migrations_n && strcmp(db_migrations[i].name, name) != 0)
            i++;
        if (i < db_migrations_n)
            applied[i] = true;
        else
            *beyond = true;
    }
    return db_end(q);
}

static bool apply(struct ctx *cx, const struct migration *m)
{
    if (!db_begin(cx))
        return false;
    bool done = cx->db->engine->script(
        cx, cx->db->engine->is_server ? m->pg : m->sqlite);
    if (done) {
        struct query *q = db_sql(
            cx, "INSERT INTO db_migration (name, applied) VALUES ($1, $2)");
        db_put_text(q, m->name);
        db_put_int(q, cx->now);
        done = db_end(q);
    }
    if (done && db_commit(cx))
        return true;
    db_rollback(cx);
    return false;
}

bool db_upgrade(struct ctx *cx, int *applied)
{
    bool *there = arena_alloc(cx->mem, (db_migrations_n + 1) * sizeof *there);
    bool beyond = false;

    *applied = 0;
    if (!read_applied(cx, there, &beyond))
        return false;
    if (beyond)
        return fail(cx, ERR_CONFLICT, NULL,
                    "This data was written by a newer Beside. Please use that "
                    "one, or a newer one.");
    for (size_t i = 0; i < db_migrations_n; i++) {
        if (there[i])
            continue;
        if (!apply(cx, &db_migrations[i]))
            return false;
        ++*applied;
    }
    return true;
}

bool db_is_current(struct ctx *cx, bool *current)
{
    bool *there = arena_alloc(cx->mem, (db_migrations_n + 1) * sizeof *there);
    bool beyond = false;

    if (!read_applied(cx, there, &beyond))
        return false;
    *current = !beyond;
    for (size_t i = 0; i < db_migrations_n; i++)
        *current = *current && there[i];
    return true;
}
