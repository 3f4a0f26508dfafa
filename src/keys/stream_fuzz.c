/* A sealed file, broken in any way: it does not open. And any bytes sealed as
 * they must be: they come back, and as a keyring they are taken or refused.
 *
 * The first byte says how the rest is used. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "db/db.h"
#include "keys/keyring.h"
#include "keys/keys.h"

static const unsigned char master[KEYS_MASTER_BYTES] = "of the fuzzer";
static const unsigned char id[STREAM_ID] = "one backup";
static char dir[] = "/tmp/beside-fuzz-XXXXXX";
static struct ctx store;

static int take_away(const char *path, const struct stat *st, int kind,
                     struct FTW *where)
{
    (void)st;
    (void)kind;
    (void)where;
    return remove(path);
}

static void end(void)
{
    (void)nftw(dir, take_away, 8, FTW_DEPTH | FTW_PHYS);
}

static void begin(void)
{
    const char *why = "";
    int applied = 0;

    if (store.mem)
        return;
    store = (struct ctx){.mem = arena_new(64 << 20), .actor = &actor_nobody};
    store.db = db_open(store.mem, ":memory:", DB_WRITE, &why);
    if (!store.db || !mkdtemp(dir) || !db_upgrade(&store, &applied) ||
        !keys_open_key(&store, master))
        abort();
    (void)atexit(end);
}

static void write_raw(const char *file, const unsigned char *at, size_t n)
{
    FILE *f = fopen(file, "wb");

    if (!f || fwrite(at, 1, n, f) != n || fclose(f) != 0)
        abort();
}

static void write_sealed(struct ctx *cx, const char *file,
                         const unsigned char *at, size_t n)
{
    struct stream *s = NULL;

    if (!stream_make(cx, file, "BESIDEK1", id, &s) || !stream_put(s, at, n) ||
        !stream_end(s))
        abort();
}

/* All of it, or a sentence. */
static bool read_all(struct ctx *cx, const char *file, struct buf *out)
{
    struct stream *s = NULL;
    char piece[1000];
    size_t n = 0;

    if (!stream_open(cx, file, "BESIDEK1", &s))
        return false;
    while (stream_get(s, piece, sizeof piece, &n)) {
        if (n == 0)
            return true;
        buf_put(out, piece, n);
    }
    return false;
}

/* One byte of a whole file is another, or its end is gone. */
static void spoil(const char *file, const unsigned char *at, size_t n)
{
    FILE *f = fopen(file, "r+b");
    const long where = n > 2 ? at[1] << 8 | at[2] : 0;

    if (!f || fseek(f, 0, SEEK_END) != 0)
        abort();
    const long size = ftell(f), place = where % size;
    if (n > 0 && at[0] % 2) {
        if (ftruncate(fileno(f), place) != 0)
            abort();
    } else if (fseek(f, place, SEEK_SET) == 0) {
        const int was = fgetc(f);
        if (fseek(f, place, SEEK_SET) != 0 || fputc(was ^ 1, f) == EOF)
            abort();
    }
    (void)fclose(f);
}

static void as_keyring(struct ctx *cx, const char *file)
{
    struct person_ids erased;

    if (!db_begin(cx))
        abort();
    if (!keyring_put_back(cx, file, id, &erased) && !*cx->err.text)
        abort();
    db_rollback(cx);
    ctx_forgive(cx);
    if (!keyring_erase(cx, file, (struct person_id){7}) && !*cx->err.text)
        abort();
}

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n)
{
    begin();
    struct ctx cx = store;
    cx.mem = arena_new(64 << 20);
    const char *file = arena_fmt(cx.mem, "%s/file", dir);
    struct buf out = buf_new(cx.mem, 8 << 20);
    const int how = n ? at[0] % 3 : 0;

    if (how == 0) {
        write_raw(file, at, n);
        if (read_all(&cx, file, &out))
            abort(); /* nobody makes a seal by chance */
    } else {
        write_sealed(&cx, file, at + 1, n - 1);
        if (how == 1)
            spoil(file, at + 1, n - 1);
        const bool good = read_all(&cx, file, &out);
        if (good != (how == 2) || (!good && !*cx.err.text) ||
            (good &&
             (out.n != n - 1 || (out.n && memcmp(out.at, at + 1, out.n) != 0))))
            abort();
        ctx_forgive(&cx);
        if (good)
            as_keyring(&cx, file);
    }
    arena_free(cx.mem);
    return 0;
}
