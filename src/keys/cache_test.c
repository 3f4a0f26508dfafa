/* What one thread destroyed, no other opens: on a store in a file, with a
 * connection and a cx for each thread, as the program has. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/test.h"
#include "keys/keys.h"

enum { PERSONS = 40, READERS = 3 };

static const char *file;
static struct blob words[PERSONS]; /* of person 100 + i */
static atomic_bool gone[PERSONS], over;
static atomic_int opened, wrong;

static struct ctx connect_as(enum db_mode mode)
{
    struct ctx cx = {
        .mem = arena_new(1 << 20), .actor = &actor_nobody, .now = TEST_NOW};
    const char *why = "";

    cx.db = db_open(cx.mem, file, mode, &why);
    cr_assert(cx.db, "%s", why);
    return cx;
}

static struct place place_of(int i)
{
    return (struct place){"t.c", i, {100 + i}};
}

static void read_one(struct db *db, int i)
{
    struct ctx cx = {.mem = arena_new(1 << 20),
                     .db = db,
                     .actor = &actor_nobody,
                     .now = TEST_NOW};
    bool was_gone = atomic_load(&gone[i]);
    const char *text = NULL;

    if (db_begin(&cx)) {
        bool good = unseal(&cx, place_of(i), words[i], &text);
        opened += good && !was_gone;
        wrong += good && was_gone;
        db_rollback(&cx);
    }
    arena_free(cx.mem);
}

static void *reader(void *seed)
{
    struct ctx cx = connect_as(DB_READ);
    unsigned n = *(unsigned *)seed;

    while (!atomic_load(&over))
        read_one(cx.db, (int)(rand_r(&n) % PERSONS));
    db_close(cx.db);
    arena_free(cx.mem);
    return NULL;
}

static void make_all(struct ctx *cx)
{
    cr_assert(db_begin(cx));
    for (int i = 0; i < PERSONS; i++)
        cr_assert(keys_make(cx, place_of(i).person) &&
                  seal(cx, place_of(i), "the purple heron", &words[i]));
    cr_assert(db_commit(cx));
}

static void destroy_one_by_one(struct ctx *cx)
{
    for (int i = 0; i < PERSONS; i++) {
        cr_assert(db_begin(cx));
        cr_assert(keys_destroy(cx, place_of(i).person));
        cr_assert(db_commit(cx));
        atomic_store(&gone[i], true);
        (void)usleep(2000);
    }
}

TEST(keys, what_one_thread_destroyed_no_other_opens)
{
    char path[] = "/tmp/beside-cache-XXXXXX";
    pthread_t threads[READERS];
    unsigned seeds[READERS] = {1, 2, 3};
    const unsigned char master[KEYS_MASTER_BYTES] = "another";
    int applied = 0, fd = mkstemp(path);

    cr_assert_geq(fd, 0);
    cr_assert_eq(close(fd), 0);
    file = path;
    struct ctx writer = connect_as(DB_WRITE);
    cr_assert(db_upgrade(&writer, &applied));
    cr_assert(keys_open_key(&writer, master), "%s", writer.err.text);
    make_all(&writer);
    for (int i = 0; i < READERS; i++)
        cr_assert_eq(pthread_create(&threads[i], NULL, reader, &seeds[i]), 0);
    (void)usleep(50000);
    destroy_one_by_one(&writer);
    atomic_store(&over, true);
    for (int i = 0; i < READERS; i++)
        cr_assert_eq(pthread_join(threads[i], NULL), 0);
    db_close(writer.db);
    arena_free(writer.mem);
    cr_assert_gt(opened, 0);
    cr_assert_eq(wrong, 0);
    cr_assert_eq(unlink(path), 0);
}

/* An id that a rollback gave back may become somebody else's. */
TEST(keys, a_key_that_was_rolled_back_is_not_kept)
{
    const struct place at = {"t.c", 1, {7001}};
    struct blob before, after;
    const char *text = NULL;

    cr_assert(db_savepoint(cx));
    cr_assert(keys_make(cx, at.person) && seal(cx, at, "hers", &before));
    db_revert(cx);
    cr_assert(keys_make(cx, at.person) && seal(cx, at, "his", &after));
    cr_assert(unseal(cx, at, after, &text));
    cr_assert_str_eq(text, "his");
    cr_assert_not(unseal(cx, at, before, &text));
}
