#include "store/backup.h"

#include <endian.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "keys/keyring.h"
#include "keys/stream.h"
#include "store/store_int.h"

enum { PIECE = 64 * 1024 };

const char *backup_keyring(struct arena *mem, const char *file)
{
    return arena_fmt(mem, "%s.keys", file);
}

bool backup_list(struct ctx *cx, struct backups *out)
{
    struct query *q =
        db_sql(cx, "SELECT file FROM store_backup ORDER BY made DESC, file");

    *out = (struct backups){0};
    while (db_row(q)) {
        struct backup *b = LIST_PUSH(cx->mem, out);
        b->file = db_get_text(q);
    }
    return db_end(q);
}

bool store_whole_path(struct ctx *cx, const char *file, const char **out)
{
    const char *slash = strrchr(file, '/');
    const char *folder =
        slash ? arena_dup_n(cx->mem, file, (size_t)(slash - file) + 1) : ".";
    char *real = realpath(folder, NULL);

    if (!real)
        return fail(cx, ERR_INVALID, NULL, "There is no folder for %s.", file);
    *out = arena_fmt(cx->mem, "%s/%s", strcmp(real, "/") == 0 ? "" : real,
                     slash ? slash + 1 : file);
    free(real);
    return true;
}

static bool is_free(struct ctx *cx, const char *file)
{
    return access(file, F_OK) != 0 ||
           fail(cx, ERR_CONFLICT, NULL, "%s is there already.", file);
}

/* What is lost with the data is no backup of it. */
static bool is_outside(struct ctx *cx, const struct store *s, const char *file)
{
    bool inside = false;

    if (!guard_is_inside(cx, s, file, &inside))
        return false;
    return !inside || fail(cx, ERR_INVALID, NULL,
                           "%s lies in the data directory and would be lost "
                           "with it. Please keep it somewhere else.",
                           file);
}

/* The keys of the copy into the keyring; from then on the copy has none. */
static bool split(struct ctx *cx, const char *copy, const char *keyring,
                  const unsigned char id[STREAM_ID])
{
    struct ctx of_copy = *cx;
    const char *why = "";

    of_copy.db = db_open(cx->mem, copy, DB_WRITE, &why);
    if (!of_copy.db)
        return fail(cx, ERR_UNAVAILABLE, NULL,
                    "The store cannot be opened: %s.", why);
    bool done = db_begin(&of_copy) && keyring_take_out(&of_copy, keyring, id) &&
                db_commit(&of_copy) && db_truncate_log(&of_copy);
    db_close(of_copy.db); /* the log becomes part of the file */
    if (!done)
        cx->err = of_copy.err;
    return done;
}

static bool put_file(struct stream *to, struct ctx *cx, const char *file)
{
    unsigned char *piece = arena_alloc(cx->mem, PIECE);
    FILE *in = fopen(file, "rbe");
    size_t n = 0;
    bool good = true;

    if (!in)
        return fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be read: %s.", file,
                    strerror(errno));
    while (good && (n = fread(piece, 1, PIECE, in)) > 0)
        good = stream_put(to, piece, n);
    if (good && ferror(in))
        good = fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be read: %s.", file,
                    strerror(errno));
    (void)fclose(in);
    return good;
}

/* The settings, after their length, then the store. */
static bool put_all(struct ctx *cx, struct stream *to, const char *settings,
                    const char *copy)
{
    struct stat st;

    if (stat(settings, &st) != 0)
        return fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be read: %s.",
                    settings, strerror(errno));
    uint64_t n = htobe64((uint64_t)st.st_size);
    return stream_put(to, &n, sizeof n) && put_file(to, cx, settings) &&
           put_file(to, cx, copy) && stream_end(to);
}

bool backup_remember(struct ctx *cx, const char *file)
{
    if (!db_begin(cx))
        return false;
    struct query *q =
        db_sql(cx, "INSERT INTO store_backup (file, made) VALUES ($1, $2)"
                   " ON CONFLICT (file) DO UPDATE SET made = excluded.made");
    db_put_text(q, file);
    db_put_time(q, cx->now);
    if (db_end(q) && db_commit(cx))
        return true;
    db_rollback(cx);
    return false;
}

static void forget(struct ctx *cx, const char *file)
{
    struct ctx own = *cx;

    ctx_forgive(&own);
    struct query *q = db_sql(&own, "DELETE FROM store_backup WHERE file = $1");
    db_put_text(q, file);
    if (db_end(q))
        (void)unlink(backup_keyring(cx->mem, file));
}

/* Both files from the copy. */
static bool write_both(struct ctx *cx, const struct store *s, const char *file,
                       const char *copy)
{
    unsigned char id[STREAM_ID];
    struct stream *to = NULL;

    random_bytes(id, sizeof id);
    return split(cx, copy, backup_keyring(cx->mem, file), id) &&
           stream_make(cx, file, BACKUP_KIND, id, &to) &&
           put_all(cx, to, store_settings(cx, s), copy);
}

bool backup_make(struct ctx *cx, const struct store *s, const char *file)
{
    const char *path = "";

    if (!store_whole_path(cx, file, &path) || !is_outside(cx, s, path) ||
        !is_free(cx, path) || !is_free(cx, backup_keyring(cx->mem, path)))
        return false;
    const char *copy = arena_fmt(cx->mem, "%s.copy", path);
    (void)umask(077);
    if (!db_copy_to(cx, copy))
        return false;
    /* Known before it is there: an erasing meanwhile names it. */
    bool done = backup_remember(cx, path) && write_both(cx, s, path, copy);
    (void)unlink(copy);
    if (!done)
        forget(cx, path);
    return done;
}
