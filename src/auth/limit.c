/* Counts of tries that did not work, so that nobody can guess for long.
 *
 * In memory: a flood must not fill the disk. Nobody is locked out for good:
 * - waits grow to a bound, and tries during a wait do not lengthen them;
 * - a browser where the name signed in before (device.c) is counted by itself,
 *   apart from name and address: neither a stranger who tries the name nor one
 *   who shares the address keeps its owner out;
 * - an address where the name signed in before is counted apart too, for a new
 *   browser there;
 * - one name counts against its address only until it has a wait of its own:
 * who forgot a password does not shut out the house. Codes are counted apart.
 */
#include <pthread.h>
#include <string.h>

#include "auth/auth_int.h"
#include "keys/keys.h"

enum {
    SETS = 1024,
    WAYS = 4,
    KEY = 16,
    FORGET = 3600,      /* seconds without a try: it begins anew */
    FRIEND = 30 * 86400 /* seconds an address stays known */
};

struct rule {
    int free;               /* so many tries before the first wait */
    int64_t first, longest; /* seconds; each wait is twice the one before */
};

static const struct rule by_account = {5, 30, 900};
static const struct rule by_device = {5, 30, 900};
static const struct rule by_address = {20, 30, 300};

struct count {
    unsigned char key[KEY];
    int tries;
    int64_t last, until; /* of the last try; no try before */
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct count sets[SETS][WAYS];

static struct count *set_of(const unsigned char key[KEY])
{
    return sets[(key[0] << 8 | key[1]) % SETS];
}

static struct count *find(const unsigned char key[KEY], int64_t now)
{
    struct count *set = set_of(key);

    for (size_t i = 0; i < WAYS; i++)
        if (set[i].last && memcmp(set[i].key, key, KEY) == 0)
            return now - set[i].last < FORGET || set[i].until > now ? &set[i]
                                                                    : NULL;
    return NULL;
}

/* A place for key: its own, an empty one, or the one that says least. */
static struct count *place(const unsigned char key[KEY])
{
    struct count *set = set_of(key), *best = &set[0];

    for (size_t i = 0; i < WAYS; i++) {
        if (set[i].last && memcmp(set[i].key, key, KEY) == 0)
            return &set[i];
        if (set[i].until < best->until ||
            (set[i].until == best->until && set[i].last < best->last))
            best = &set[i];
    }
    return best;
}

static int64_t wait_after(const struct rule *r, int tries)
{
    int64_t wait = r->first;

    if (tries < r->free)
        return 0;
    for (int i = r->free; i < tries && wait < r->longest; i++)
        wait *= 2;
    return wait < r->longest ? wait : r->longest;
}

/* Seconds since 1970 until which this key has to wait; 0: it need not. */
static int64_t wait_of(const unsigned char key[KEY], int64_t now)
{
    const struct count *c = find(key, now);

    return c && c->until > now ? c->until : 0;
}

static void count_one(const unsigned char key[KEY], const struct rule *r,
                      int64_t now)
{
    struct count *c = find(key, now);

    if (!c) {
        c = place(key);
        *c = (struct count){0};
        memcpy(c->key, key, KEY);
    }
    c->tries++;
    c->last = now;
    int64_t wait = wait_after(r, c->tries);
    c->until = wait ? now + wait : 0;
}

/* The try that was counted worked after all; the ones before it stay. */
static void take_back(const unsigned char key[KEY], int64_t now)
{
    struct count *c = find(key, now);

    if (c && c->tries > 0) {
        c->tries--;
        c->until = 0;
    }
}

static void befriend(const unsigned char key[KEY], int64_t now)
{
    struct count *c = place(key);

    *c = (struct count){.last = now, .until = now + FRIEND};
    memcpy(c->key, key, KEY);
}

/* What a try is counted under. */
struct keys {
    struct blob device, address, name, friend, pair;
};

static struct keys keys_of(struct ctx *cx, struct attempt a)
{
    const char *name = text_plain(cx->mem, a.name ? a.name : "");
    const char *both = arena_fmt(cx->mem, "%s %s", a.address, name);
    const char *own =
        arena_fmt(cx->mem, "%s %s", a.device ? a.device : "", name);

    return (struct keys){
        .device = keys_blind(cx, "limit.device", own),
        .address =
            keys_blind(cx, a.name ? "limit.address" : "limit.codes", a.address),
        .name = keys_blind(cx, "limit.name", name),
        .friend = keys_blind(cx, "limit.friend", both),
        .pair = keys_blind(cx, "limit.pair", both)};
}

static int64_t latest(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* Tries at a name count against the address too until they have to wait by
 * themselves. */
static bool counts_there(const unsigned char who[KEY], int before, int64_t now)
{
    const struct count *c = find(who, now);

    return !c || c->tries - before < by_account.free;
}

/* Where nobody is known by the browser: by name and by address. Gives until
 * when to wait; 0: it was counted. */
static int64_t try_anywhere(const struct keys *k, bool named, int64_t now)
{
    struct blob who = wait_of(k->friend.at, now) ? k->pair : k->name;
    int64_t until = wait_of(k->address.at, now);

    if (named)
        until = latest(until, wait_of(who.at, now));
    if (until)
        return until;
    if (!named || counts_there(who.at, 0, now))
        count_one(k->address.at, &by_address, now);
    if (named)
        count_one(who.at, &by_account, now);
    return 0;
}

static int64_t try_device(const struct keys *k, int64_t now)
{
    int64_t until = wait_of(k->device.at, now);

    if (!until)
        count_one(k->device.at, &by_device, now);
    return until;
}

bool limit_try(struct ctx *cx, struct attempt a, const char *field)
{
    struct keys k = keys_of(cx, a);

    (void)pthread_mutex_lock(&lock);
    int64_t until = a.device ? try_device(&k, cx->now)
                             : try_anywhere(&k, a.name != NULL, cx->now);
    (void)pthread_mutex_unlock(&lock);
    if (!until)
        return true;
    /* To the end of the minute, so that the clock on the wall agrees. */
    return fail(cx, ERR_INVALID, field,
                "There were many tries. Please wait until %s, then try again. "
                "Nothing is wrong with your account.",
                lang_clock(cx->mem, cx->lang, until + 59));
}

static void worked_anywhere(const struct keys *k, bool named, int64_t now)
{
    struct blob who = wait_of(k->friend.at, now) ? k->pair : k->name;

    if (!named || counts_there(who.at, 1, now))
        take_back(k->address.at, now);
    if (named)
        take_back(who.at, now);
}

void limit_worked(struct ctx *cx, struct attempt a)
{
    struct keys k = keys_of(cx, a);

    (void)pthread_mutex_lock(&lock);
    if (a.device)
        take_back(k.device.at, cx->now);
    else
        worked_anywhere(&k, a.name != NULL, cx->now);
    if (a.name)
        befriend(k.friend.at, cx->now);
    (void)pthread_mutex_unlock(&lock);
}

/* Of one account, wherever it is tried. */
static struct attempt own_attempt(struct ctx *cx, const char *what)
{
    return (struct attempt){.name = what,
                            .address = "",
                            .device = arena_fmt(cx->mem, "account %lld",
                                                (long long)cx->actor->account)};
}

bool auth_try(struct ctx *cx, const char *what, const char *field)
{
    return limit_try(cx, own_attempt(cx, what), field);
}

void auth_worked(struct ctx *cx, const char *what)
{
    limit_worked(cx, own_attempt(cx, what));
}
