#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frame/module.h"
#include "keys/keyring.h"
#include "keys/keys.h"
#include "store/backup.h"
#include "store/keep.h"
#include "store/store_int.h"

/* LOOK: persons that are looked through, to see that their words open. */
enum { PIECE = 64 * 1024, SETTINGS_MAX = 1 << 20, LOOK = 25 };

static bool hold_key(struct ctx *cx, const struct store *s, const char *file)
{
    char passphrase[PASSPHRASE_MAX];

    if (!s->passphrase_file)
        return stream_key(cx, file, s->key_file, NULL);
    bool good = store_passphrase(cx, s, passphrase) &&
                stream_key(cx, file, s->key_file, passphrase);
    secret_forget(passphrase, sizeof passphrase);
    return good;
}

/* Exactly n bytes. */
static bool get_exactly(struct ctx *cx, struct stream *from, void *to, size_t n)
{
    size_t have = 0, got = 0;

    do {
        if (!stream_get(from, (char *)to + have, n - have, &got))
            return false;
        have += got;
    } while (got > 0 && have < n);
    return have == n ||
           fail(cx, ERR_INVALID, NULL, "The backup ends too early.");
}

static bool write_failed(struct ctx *cx, const char *file)
{
    return fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be written: %s.", file,
                strerror(errno));
}

static bool write_bytes(struct ctx *cx, const char *file, const void *bytes,
                        size_t n)
{
    int fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool done = fd >= 0 && write(fd, bytes, n) == (ssize_t)n && fsync(fd) == 0;

    if (fd >= 0)
        (void)close(fd);
    return done || write_failed(cx, file);
}

static bool get_settings(struct ctx *cx, struct stream *from, const char *file)
{
    uint64_t n = 0;

    if (!get_exactly(cx, from, &n, sizeof n))
        return false;
    n = be64toh(n);
    if (n > SETTINGS_MAX)
        return fail(cx, ERR_INVALID, NULL, "The backup ends too early.");
    char *text = arena_alloc(cx->mem, n + 1);
    return get_exactly(cx, from, text, n) && write_bytes(cx, file, text, n);
}

static bool get_store(struct ctx *cx, struct stream *from, const char *file)
{
    unsigned char *piece = arena_alloc(cx->mem, PIECE);
    int fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    size_t n = 0;
    bool good = fd >= 0 || write_failed(cx, file);

    while (good && (good = stream_get(from, piece, PIECE, &n)) && n > 0)
        if (write(fd, piece, n) != (ssize_t)n)
            good = write_failed(cx, file);
    if (good && fsync(fd) != 0)
        good = write_failed(cx, file);
    if (fd >= 0)
        (void)close(fd);
    return good;
}

/* An empty file is a database too, but no store. */
static bool is_store(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM db_migration");

    if (db_row(q) && db_get_int(q) > 0)
        return db_end(q);
    if (!db_end(q))
        ctx_forgive(cx);
    return fail(cx, ERR_INVALID, NULL, "The backup ends too early.");
}

/* The tables as this program wants them, and the keys back in them. */
static bool fill_in(struct ctx *cx, const struct store *s, const char *keyring,
                    const unsigned char id[STREAM_ID],
                    struct person_ids *erased)
{
    struct ctx own = *cx;
    const char *why = "";
    int applied = 0;

    own.db = db_open(cx->mem, s->database, DB_WRITE, &why);
    if (!own.db)
        return fail(cx, ERR_INVALID, NULL, "The store cannot be opened: %s.",
                    why);
    bool done = db_verify(&own) && is_store(&own) && db_begin(&own) &&
                keyring_put_back(&own, keyring, id, erased) &&
                db_commit(&own) && db_upgrade(&own, &applied);
    db_close(own.db);
    if (!done)
        cx->err = own.err;
    return done;
}

static bool erase_again(struct ctx *cx, const struct person_ids *erased)
{
    for (size_t i = 0; i < erased->n; i++)
        if (!keep_erase(cx, erased->at[i]))
            return false;
    return raise_event(cx, STORE_RESTORED, NULL);
}

/* Words of every kind open: whatever some people would be handed, all of it. */
static bool look_through(struct ctx *cx, struct person_id p)
{
    struct ctx own = *cx;

    own.mem = arena_new((size_t)1 << 28);
    struct buf b = buf_new(own.mem, (size_t)1 << 26);
    struct json_out out = {.to = &b};
    json_put_object(&out, NULL);
    bool good = keep_export(&own, p, &out);
    if (!good)
        (void)fail(cx, own.err.code, NULL, "%s", own.err.text);
    arena_free(own.mem);
    return good;
}

static bool look_at_some(struct ctx *cx, struct restored *out)
{
    struct person_ids some = {0};

    if (!keyring_check(cx, &out->keys) || !keyring_some(cx, LOOK, &some))
        return false;
    for (size_t i = 0; i < some.n; i++)
        if (!look_through(cx, some.at[i]))
            return false;
    out->tried = (int64_t)some.n;
    return true;
}

static bool open_and_check(struct ctx *cx, struct store *s,
                           const struct person_ids *erased,
                           struct restored *out)
{
    out->erased = (int64_t)erased->n;
    if (!store_open(cx, s) || !db_begin(cx))
        return false;
    if (erase_again(cx, erased) && look_at_some(cx, out) && db_commit(cx))
        return db_truncate_log(cx);
    db_rollback(cx);
    return false;
}

static bool unpack(struct ctx *cx, struct store *s, const char *file,
                   struct restored *out)
{
    const char *keyring = backup_keyring(cx->mem, file);
    struct person_ids erased = {0};
    struct stream *from = NULL;

    return stream_open(cx, file, BACKUP_KIND, &from) &&
           get_settings(cx, from, store_settings(cx, s)) &&
           get_store(cx, from, s->database) &&
           fill_in(cx, s, keyring, stream_id(from), &erased) &&
           open_and_check(cx, s, &erased, out);
}

bool backup_restore(struct ctx *cx, struct store *s, const char *file,
                    struct restored *out)
{
    bool made = false;

    *out = (struct restored){0};
    (void)umask(077);
    if (!store_name(cx, s))
        return false;
    if (s->database && *s->database)
        return fail(cx, ERR_UNAVAILABLE, NULL,
                    "A PostgreSQL store is restored with pg_restore.");
    s->database = arena_fmt(cx->mem, "%s/beside.db", s->dir);
    if (!hold_key(cx, s, file) || !store_take_folder(cx, s, &made))
        return false;
    const char *path = NULL;
    if (unpack(cx, s, file, out) && store_whole_path(cx, file, &path) &&
        backup_remember(cx, path))
        return true;
    store_take_away(cx, s);
    if (made)
        (void)rmdir(s->dir);
    return false;
}
