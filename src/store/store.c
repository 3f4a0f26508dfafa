#include "store/store_int.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
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
    if (!s->database || !*s->database)
        s->database = arena_fmt(cx->mem, "%s/beside.db", s->dir);
    if (!s->key_file || !*s->key_file)
        s->key_file = arena_fmt(cx->mem, "%s.key", s->dir);
    return true;
}

const char *store_settings(struct ctx *cx, const struct store *s)
{
    return arena_fmt(cx->mem, "%s/beside.conf", s->dir);
}

static void close_store(void *db)
{
    db_close(db);
}

static bool connect_store(struct ctx *cx, const struct store *s)
{
    const char *why = "";

    cx->db = db_open(cx->mem, s->database, DB_WRITE, &why);
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
    bool got = fgets(out, PASSPHRASE_MAX, in) != NULL;
    (void)fclose(in);
    if (!got)
        return fail(cx, ERR_INVALID, NULL, "%s is empty.", file);
    out[strcspn(out, "\r\n")] = '\0';
    return true;
}

static bool open_key(struct ctx *cx, const struct store *s)
{
    char passphrase[PASSPHRASE_MAX];

    if (!s->passphrase_file)
        return keys_open_file(cx, s->key_file);
    bool good = store_passphrase(cx, s, passphrase) &&
                keys_open_passphrase(cx, passphrase);
    secret_forget(passphrase, sizeof passphrase);
    return good;
}

static bool write_settings(struct ctx *cx, const struct store *s)
{
    const char *text = settings_template(cx->mem);
    int fd = open(store_settings(cx, s),
                  O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

    if (fd < 0)
        return fail(cx, ERR_UNAVAILABLE, NULL,
                    "The settings cannot be written: %s.", strerror(errno));
    ssize_t n = write(fd, text, strlen(text));
    bool good = fsync(fd) == 0 && n == (ssize_t)strlen(text);
    (void)close(fd);
    return good || fail(cx, ERR_UNAVAILABLE, NULL,
                        "The settings could not be written whole.");
}

static bool in_transaction(struct ctx *cx,
                           bool (*work)(struct ctx *, const struct store *),
                           const struct store *s)
{
    if (!db_begin(cx))
        return false;
    if (work(cx, s) && db_commit(cx))
        return true;
    db_rollback(cx);
    return false;
}

static bool make_key(struct ctx *cx, const struct store *s)
{
    return s->passphrase_file ? open_key(cx, s)
                              : keys_make_file(cx, s->key_file);
}

static bool fill(struct ctx *cx, const struct store *s)
{
    (void)s;
    return raise_event(cx, STORE_FILLED, NULL);
}

bool store_fill(struct ctx *cx)
{
    return in_transaction(cx, fill, NULL);
}

bool store_make(struct ctx *cx, struct store *s)
{
    int applied = 0;

    if (!store_name(cx, s))
        return false;
    if (mkdir(s->dir, 0700) != 0 && errno != EEXIST)
        return fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be made: %s.", s->dir,
                    strerror(errno));
    if (access(store_settings(cx, s), F_OK) == 0)
        return fail(cx, ERR_CONFLICT, NULL,
                    "There is a Beside in %s already. Nothing was changed.",
                    s->dir);
    return settings_load(cx, NULL) && connect_store(cx, s) &&
           db_upgrade(cx, &applied) && in_transaction(cx, make_key, s) &&
           store_fill(cx) && write_settings(cx, s);
}

bool store_open_any(struct ctx *cx, struct store *s)
{
    if (!store_name(cx, s))
        return false;
    if (access(store_settings(cx, s), F_OK) != 0)
        return fail(cx, ERR_NOTFOUND, NULL,
                    "There is no Beside in %s. `beside init` makes one.",
                    s->dir);
    return settings_load(cx, store_settings(cx, s)) && connect_store(cx, s);
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
    if (!in_transaction(cx, open_key, s))
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
