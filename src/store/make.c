/* A new store: all of it, or nothing is left. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frame/module.h"
#include "frame/settings.h"
#include "keys/keys.h"
#include "store/store_int.h"

enum { SAID_MAX = 32 };

static bool is_empty(const char *dir)
{
    DIR *d = opendir(dir);
    int n = 0;

    while (d && readdir(d))
        n++;
    if (d)
        (void)closedir(d);
    return d && n <= 2; /* "." and ".." */
}

bool store_take_folder(struct ctx *cx, const struct store *s, bool *made)
{
    *made = mkdir(s->dir, 0700) == 0;
    if (!*made && errno != EEXIST)
        return fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be made: %s.", s->dir,
                    strerror(errno));
    if (*made)
        return true;
    if (access(store_settings(cx, s), F_OK) == 0)
        return fail(cx, ERR_CONFLICT, NULL,
                    "There is a Beside in %s already. Nothing was changed.",
                    s->dir);
    if (!is_empty(s->dir))
        return fail(cx, ERR_CONFLICT, NULL,
                    "%s is not an empty directory. Nothing was changed.",
                    s->dir);
    return chmod(s->dir, 0700) == 0 ||
           fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be made: %s.", s->dir,
                strerror(errno));
}

void store_take_away(struct ctx *cx, const struct store *s)
{
    static const char *const files[] = {"beside.db", "beside.db-wal",
                                        "beside.db-shm", "beside.conf"};

    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        (void)unlink(arena_fmt(cx->mem, "%s/%s", s->dir, files[i]));
}

static bool key_is_free(struct ctx *cx, const struct store *s)
{
    struct stat st;

    return s->passphrase_file || lstat(s->key_file, &st) != 0 ||
           fail(cx, ERR_CONFLICT, NULL,
                "%s is there already. Nothing was changed.", s->key_file);
}

/* What the settings begin with: what was asked for, and a server's address. */
static const struct setting_said *said(struct ctx *cx, const struct store *s)
{
    struct setting_said *all = arena_alloc(cx->mem, sizeof *all * SAID_MAX);
    size_t n = 0;

    memset(all, 0, sizeof *all * SAID_MAX);
    for (; s->say && s->say[n].name && n < SAID_MAX - 2; n++)
        all[n] = s->say[n];
    if (db_names_server(s->database))
        all[n] = (struct setting_said){"store.database", s->database};
    return all;
}

static bool write_settings(struct ctx *cx, const struct store *s)
{
    const char *text = settings_template(cx->mem, said(cx, s));
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

/* A server's database may hold a store already. */
static bool is_unused(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT id FROM keys_store");
    bool used = db_row(q);

    return db_end(q) &&
           (!used ||
            fail(cx, ERR_CONFLICT, NULL,
                 "This database holds a Beside already. Nothing was changed."));
}

/* What store_make() was asked for. */
struct wanted {
    const struct store *store;
    bool (*work)(struct ctx *cx, void *what);
    void *what;
};

static bool begin_with(struct ctx *cx, void *what)
{
    const struct wanted *w = what;
    const struct store *s = w->store;

    return is_unused(cx) &&
           (s->passphrase_file ? store_open_key(cx, s)
                               : keys_make_file(cx, s->key_file)) &&
           raise_event(cx, STORE_FILLED, NULL) &&
           (!w->work || w->work(cx, w->what)) && write_settings(cx, s);
}

bool store_make(struct ctx *cx, struct store *s,
                bool (*work)(struct ctx *cx, void *what), void *what)
{
    struct wanted w = {s, work, what};
    bool made = false;
    int applied = 0;

    if (!store_name(cx, s) || !settings_fit(cx, s->say) ||
        !settings_load(cx, NULL) || !key_is_free(cx, s) ||
        !store_take_folder(cx, s, &made))
        return false;
    store_name_database(cx, s);
    bool safe = guard_key(cx, s);
    if (safe && store_connect(cx, s, DB_MAKE) && db_upgrade(cx, &applied) &&
        store_change(cx, begin_with, &w))
        return true;
    if (safe && !s->passphrase_file)
        (void)unlink(s->key_file);
    store_take_away(cx, s);
    if (made)
        (void)rmdir(s->dir);
    return false;
}
