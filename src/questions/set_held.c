/* Sets that were read, kept for as long as the program runs: a page needs one
 * each time, and reading the file again takes longer than all the rest of it.
 * The keyed hash of the file is its name, so one that is found here is never
 * another store's, nor an older version. Nothing here is anybody's words. */
#include <pthread.h>
#include <string.h>

#include "questions/set_int.h"

enum { HELD_MAX = 32 };

struct held {
    struct arena *mem; /* holds the rest */
    const char *hash;
    struct set set;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct held all[HELD_MAX];
static size_t held;

static bool find(const char *hash, struct set *out)
{
    for (size_t i = 0; i < held; i++)
        if (strcmp(all[i].hash, hash) == 0) {
            *out = all[i].set;
            return true;
        }
    return false;
}

bool set_held(const char *hash, struct set *out)
{
    (void)pthread_mutex_lock(&lock);
    bool found = find(hash, out);
    (void)pthread_mutex_unlock(&lock);
    return found;
}

/* Read once more, into memory that stays. */
static void hold(const char *hash, struct blob file)
{
    struct ctx cx = {.mem = arena_new(SIZE_MAX)};
    unsigned char *copy = arena_alloc(cx.mem, file.n);
    struct set s;

    memcpy(copy, file.at, file.n);
    file.at = copy;
    if (held < HELD_MAX && !find(hash, &s) && set_parse(&cx, file, &s))
        all[held++] = (struct held){cx.mem, arena_dup(cx.mem, hash), s};
    else
        arena_free(cx.mem);
}

void set_hold(const char *hash, struct blob file)
{
    (void)pthread_mutex_lock(&lock);
    hold(hash, file);
    (void)pthread_mutex_unlock(&lock);
}
