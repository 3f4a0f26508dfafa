/* Any bytes, sealed as a backup is: restoring refuses them with a sentence, and
 * leaves nothing behind. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "frame/actor.h"
#include "keys/keyring.h"
#include "keys/keys.h"
#include "store/backup.h"
#include "store/store_int.h"

static const unsigned char id[STREAM_ID] = "one backup";
static char dir[] = "/tmp/beside-fuzz-XXXXXX";
static struct ctx store;
static const char *key, *file;

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

/* A store in memory, whose key lies in a file; and the keyring of a backup. */
static void begin(void)
{
    const char *why = "";
    int applied = 0;

    if (store.mem)
        return;
    store = (struct ctx){.mem = arena_new(64 << 20), .actor = &actor_nobody};
    store.db = db_open(store.mem, ":memory:", DB_WRITE, &why);
    if (!store.db || !mkdtemp(dir) || !db_upgrade(&store, &applied))
        abort();
    (void)atexit(end);
    key = arena_fmt(store.mem, "%s/key", dir);
    file = arena_fmt(store.mem, "%s/backup", dir);
    if (!keys_make_file(&store, key) || !db_begin(&store) ||
        !keyring_take_out(&store, backup_keyring(store.mem, file), id) ||
        !db_commit(&store))
        abort();
}

static void write_backup(struct ctx *cx, const unsigned char *at, size_t n)
{
    struct stream *s = NULL;

    if (!stream_make(cx, file, BACKUP_KIND, id, &s) || !stream_put(s, at, n) ||
        !stream_end(s))
        abort();
}

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n)
{
    begin();
    struct ctx cx = store;
    cx.mem = arena_new((size_t)1 << 28);
    struct store to = {.dir = arena_fmt(cx.mem, "%s/data", dir),
                       .key_file = key};
    struct restored found;

    write_backup(&cx, at, n);
    cx.db = NULL;
    const bool done = backup_restore(&cx, &to, file, &found);
    if (done || !*cx.err.text || access(to.dir, F_OK) == 0) {
        (void)fprintf(stderr, "%d, \"%s\"\n", done, cx.err.text);
        abort();
    }
    arena_free(cx.mem);
    return 0;
}
