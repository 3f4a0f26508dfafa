#include <assert.h>
#include <pthread.h>
#include <sodium.h>
#include <string.h>

#include "keys/keys_int.h"

/* Four keys a set: the one longest unused gives way. 4,096 keys, 270 KB. Each
 * set has a lock of its own: a page asks for a key some forty times, and those
 * who ask at once mostly ask for others'. */
enum { SETS = 1024, WAYS = 4 };

struct entry {
    int64_t person, epoch; /* person 0: empty */
    uint64_t used;
    unsigned char key[KEY_BYTES];
};

static struct set {
    pthread_mutex_t lock;
    uint64_t uses;
    struct entry way[WAYS];
} * sets;

void cache_open(void)
{
    cache_close();
    sets = sodium_allocarray(SETS, sizeof *sets);
    assert(sets);
    memset(sets, 0, SETS * sizeof *sets);
    for (size_t i = 0; i < SETS; i++)
        (void)pthread_mutex_init(&sets[i].lock, NULL);
}

void cache_close(void)
{
    sodium_free(sets);
    sets = NULL;
}

static struct set *set_of(int64_t person)
{
    return &sets[(uint64_t)person % SETS];
}

static struct entry *find(struct set *set, int64_t person)
{
    for (size_t i = 0; i < WAYS; i++)
        if (set->way[i].person == person)
            return &set->way[i];
    return NULL;
}

bool cache_get(int64_t person, int64_t epoch, unsigned char key[KEY_BYTES])
{
    struct set *set = set_of(person);

    (void)pthread_mutex_lock(&set->lock);
    struct entry *e = find(set, person);
    bool good = e && e->epoch == epoch;
    if (good) {
        e->used = ++set->uses;
        memcpy(key, e->key, KEY_BYTES);
    }
    (void)pthread_mutex_unlock(&set->lock);
    return good;
}

void cache_put(int64_t person, int64_t epoch,
               const unsigned char key[KEY_BYTES])
{
    struct set *set = set_of(person);

    (void)pthread_mutex_lock(&set->lock);
    struct entry *e = find(set, person);
    if (!e) {
        e = &set->way[0];
        for (size_t i = 1; i < WAYS; i++)
            if (set->way[i].used < e->used)
                e = &set->way[i];
    }
    *e = (struct entry){.person = person, .epoch = epoch, .used = ++set->uses};
    memcpy(e->key, key, KEY_BYTES);
    (void)pthread_mutex_unlock(&set->lock);
}
