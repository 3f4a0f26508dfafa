#include "store/store_int.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "frame/module.h"
#include "frame/settings.h"
#include "keys/keys.h"

bool store_name(struct ctx *cx, struct store *s)
{
    if (!s->dir || !*s->dir)
        return fail(cx, ERR_INVALID, NULL,
                    "Please say where the data is: --data DIR.");
    size_t n = strlen(s->dir);
    while (n > 1 && s->dir[n - 1] == '/')
        n--;
    s->dir = arena_dup_n(cx->mem, s->dir, n);
    if (!s->key_file || !*s->key_file)
        s->key_file = arena_fmt(cx->mem, "%s.key", s->dir);
    return true;
}

const char *store_settings(struct ctx *cx, const struct store *s)
{
    return arena_fmt(cx->mem, "%s/beside.conf", s->dir);
}

void store_name_database(struct ctx *cx, struct store *s)
{
    if (!s->database || !*s->database)
        s->database = arena_dup(cx->mem, setting_text("store.database"));
    if (!*s->database)
        s->database = arena_fmt(cx->mem, "%s/beside.db", s->dir);
}

static void close_store(void *db)
{
    db_close(db);
}

bool store_connect(struct ctx *cx, const struct store *s, enum db_mode mode)
{
    const char *why = "";

    cx->db = db_open(cx->mem, s->database, mode, &why);
    if (!cx->db)
        return fail(cx, ERR_UNAVAILABLE, NULL,
                    "The store cannot be opened: %s.", why);
    arena_defer(cx->mem, close_store, cx->db);
    return true;
}

/* The first line of the file, so that a passphrase is never on the command
 * line. */
bool store_passphrase(struct ctx *cx, const struct store *s, char *out)
{
    const char *file = s->passphrase_file;
    FILE *in = fopen(file, "re");

    if (!in)
        return fail(cx, ERR_INVALID, NULL, "%s cannot be read.", file);
    if (!guard_is_ours(cx, file)) {
        (void)fclose(in);
        return false;
    }
    bool got = fgets(out, PASSPHRASE_MAX, in) != NULL;
    (void)fclose(in);
    if (!got)
        return fail(cx, ERR_INVALID, NULL, "%s is empty.", file);
    out[strcspn(out, "\r\n")] = '\0';
    return true;
}

bool store_open_key(struct ctx *cx, const struct store *s)
{
    char passphrase[PASSPHRASE_MAX];

    if (!s->passphrase_file)
        return keys_open_file(cx, s->key_file);
    bool good = store_passphrase(cx, s, passphrase) &&
                keys_open_passphrase(cx, passphrase);
    secret_forget(passphrase, sizeof passphrase);
    return good;
}

static bool open_key(struct ctx *cx, void *what)
{
    return store_open_key(cx, what);
}

static bool fill(struct ctx *cx, void *what)
{
    (void)what;
    return raise_event(cx, STORE_FILLED, NULL);
}

bool store_fill(struct ctx *cx)
{
    return store_change(cx, fill, NULL);
}

bool store_open_any(struct ctx *cx, struct store *s)
{
    if (!store_name(cx, s))
        return false;
    if (access(store_settings(cx, s), F_OK) != 0)
        return fail(cx, ERR_NOTFOUND, NULL,
                    "There is no Beside in %s. `beside init` makes one.",
                    s->dir);
    if (!guard_is_ours(cx, s->dir) ||
        !guard_is_ours(cx, store_settings(cx, s)) || !guard_key(cx, s) ||
        !settings_load(cx, store_settings(cx, s)))
        return false;
    store_name_database(cx, s);
    return store_connect(cx, s, DB_WRITE);
}

bool store_open(struct ctx *cx, struct store *s)
{
    bool current = false;

    if (!store_open_any(cx, s) || !db_is_current(cx, &current))
        return false;
    if (!current)
        return fail(cx, ERR_CONFLICT, NULL,
                    "The tables in %s are not this program's. `beside db "
                    "upgrade` brings older ones up to date.",
                    s->dir);
    if (!store_change(cx, open_key, s))
        return false;
    struct query *q = db_sql(cx, "SELECT made_up FROM store_about");
    s->is_demo = db_row(q) && db_get_bool(q);
    return db_end(q);
}

bool store_mark_demo(struct ctx *cx)
{
    return db_end(db_sql(cx, "UPDATE store_about SET made_up = 1"));
}

bool store_change(struct ctx *cx, bool (*work)(struct ctx *cx, void *what),
                  void *what)
{
    if (!db_begin(cx))
        return false;
    if (work(cx, what) && db_commit(cx))
        return true;
    db_rollback(cx);
    return false;
}
