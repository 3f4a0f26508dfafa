#include <assert.h>
#include <pthread.h>
#include <sodium.h>
#include <string.h>

#include "keys/keys_int.h"

/* Four keys a set: the one longest unused gives way. 4,096 keys, 230 KB. */
enum { SETS = 1024, WAYS = 4 };

struct entry {
    int64_t person, epoch; /* person 0: empty */
    uint64_t used;
    unsigned char key[KEY_BYTES];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct entry (*sets)[WAYS];
static uint64_t uses;

void cache_open(void)
{
    cache_close();
    sets = sodium_allocarray(SETS, sizeof *sets);
    assert(sets);
    memset(sets, 0, SETS * sizeof *sets);
}

void cache_close(void)
{
    sodium_free(sets);
    sets = NULL;
}

static struct entry *set_of(int64_t person)
{
    return sets[(uint64_t)person % SETS];
}

static struct entry *find(int64_t person)
{
    struct entry *set = set_of(person);

    for (size_t i = 0; i < WAYS; i++)
        if (set[i].person == person)
            return &set[i];
    return NULL;
}

bool cache_get(int64_t person, int64_t epoch, unsigned char key[KEY_BYTES])
{
    (void)pthread_mutex_lock(&lock);
    struct entry *e = find(person);
    bool good = e && e->epoch == epoch;
    if (good) {
        e->used = ++uses;
        memcpy(key, e->key, KEY_BYTES);
    }
    (void)pthread_mutex_unlock(&lock);
    return good;
}

void cache_put(int64_t person, int64_t epoch,
               const unsigned char key[KEY_BYTES])
{
    (void)pthread_mutex_lock(&lock);
    struct entry *e = find(person);
    if (!e) {
        e = set_of(person);
        for (size_t i = 1; i < WAYS; i++)
            if (set_of(person)[i].used < e->used)
                e = &set_of(person)[i];
    }
    *e = (struct entry){.person = person, .epoch = epoch, .used = ++uses};
    memcpy(e->key, key, KEY_BYTES);
    (void)pthread_mutex_unlock(&lock);
}
