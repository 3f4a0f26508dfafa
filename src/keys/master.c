#include <sodium.h>
#include <string.h>

#include "keys/keys_int.h"

enum { STORE = 0, PASSPHRASE_LEAST = 20, PASSPHRASE_DIFFERENT = 8 };

/* What the store says about its master key. */
struct store {
    bool there;
    struct blob salt, opens;
};

static bool read_store(struct ctx *cx, struct store *s)
{
    struct query *q =
        db_sql(cx, "SELECT salt, opens FROM keys_store WHERE id = 1");

    *s = (struct store){.there = db_row(q)};
    if (s->there) {
        s->salt = db_get_blob(q);
        s->opens = db_get_blob(q);
    }
    return db_end(q);
}

/* The first key of an empty store makes the index key. Two programs that start
 * at once on one new store end up with the same one. */
static bool make_store(struct ctx *cx, struct blob salt, struct store *s)
{
    unsigned char index[KEY_BYTES], opens[WRAP_BYTES];

    random_bytes(index, sizeof index);
    wrap_key(opens, index, STORE);
    sodium_memzero(index, sizeof index);
    struct query *q = db_sql(cx, "INSERT INTO keys_store"
                                 " (id, salt, opens, epoch, made)"
                                 " VALUES (1, $1, $2, 1, $3)"
                                 " ON CONFLICT (id) DO NOTHING");
    db_put_blob(q, salt);
    db_put_blob(q, (struct blob){opens, sizeof opens});
    db_put_time(q, cx->now);
    return db_end(q) && read_store(cx, s);
}

static bool take_index(struct ctx *cx, const struct store *s)
{
    unsigned char index[KEY_BYTES];

    if (!unwrap_key(index, s->opens, STORE))
        return fail(cx, ERR_INVALID, NULL,
                    s->salt.at ? N_("This is not the passphrase of this store.")
                               : N_("This is not the key of this store."));
    index_hold(index);
    sodium_memzero(index, sizeof index);
    cache_open();
    return true;
}

/* Take the key if it is the one of this store. */
static bool take(struct ctx *cx, struct store *s, struct blob salt,
                 unsigned char master[KEY_BYTES])
{
    wrap_hold(master);
    sodium_memzero(master, KEY_BYTES);
    if ((s->there || make_store(cx, salt, s)) && take_index(cx, s))
        return true;
    keys_close();
    return false;
}

bool keys_open_key(struct ctx *cx, const unsigned char key[KEYS_MASTER_BYTES])
{
    unsigned char master[KEY_BYTES];
    struct store s;

    if (!read_store(cx, &s))
        return false;
    if (s.salt.at)
        return fail(cx, ERR_INVALID, NULL,
                    "This store opens with a passphrase, not with a key file.");
    memcpy(master, key, sizeof master);
    return take(cx, &s, (struct blob){0}, master);
}

bool keys_open_file(struct ctx *cx, const char *file)
{
    unsigned char key[KEY_BYTES];
    bool good = key_file_read(cx, file, key) && keys_open_key(cx, key);

    sodium_memzero(key, sizeof key);
    return good;
}

bool keys_make_file(struct ctx *cx, const char *file)
{
    unsigned char key[KEY_BYTES];
    struct store s;

    if (!read_store(cx, &s))
        return false;
    if (s.there)
        return fail(cx, ERR_CONFLICT, NULL, "This store has a key already.");
    random_bytes(key, sizeof key);
    bool good = key_file_write(cx, file, key) && keys_open_key(cx, key);
    sodium_memzero(key, sizeof key);
    return good;
}

static bool passphrase_is_weak(struct arena *mem, const char *s)
{
    static const char known[] = "correct horse battery staple";
    bool seen[256] = {false};
    int different = 0;

    for (const unsigned char *c = (const unsigned char *)s; *c; c++) {
        different += !seen[*c];
        seen[*c] = true;
    }
    return different < PASSPHRASE_DIFFERENT || text_is_pattern(mem, s) ||
           strcmp(text_plain(mem, s), known) == 0;
}

static bool stretch(struct ctx *cx, const char *passphrase, struct blob salt,
                    unsigned char master[KEY_BYTES])
{
    if (salt.n == SALT_BYTES &&
        crypto_pwhash(master, KEY_BYTES, passphrase, strlen(passphrase),
                      salt.at, crypto_pwhash_OPSLIMIT_MODERATE,
                      crypto_pwhash_MEMLIMIT_MODERATE,
                      crypto_pwhash_ALG_ARGON2ID13) == 0)
        return true;
    return fail(cx, ERR_UNAVAILABLE, NULL,
                "There is not enough memory to open the store: 256 MB are "
                "needed once.");
}

bool keys_open_passphrase(struct ctx *cx, const char *passphrase)
{
    unsigned char master[KEY_BYTES], chance[SALT_BYTES];
    struct blob salt = {chance, sizeof chance};
    struct store s;

    if (!read_store(cx, &s))
        return false;
    if (s.there && !s.salt.at)
        return fail(cx, ERR_INVALID, NULL,
                    "This store opens with a key file, not with a passphrase.");
    if (text_length(passphrase) < PASSPHRASE_LEAST)
        return fail(cx, ERR_INVALID, NULL,
                    "A passphrase needs at least %d letters: five or six words "
                    "that are far apart.",
                    PASSPHRASE_LEAST);
    if (passphrase_is_weak(cx->mem, passphrase))
        return fail(cx, ERR_INVALID, NULL,
                    "This passphrase is easy to guess. Five or six words that "
                    "are far apart work well.");
    random_bytes(chance, sizeof chance);
    if (s.there)
        salt = s.salt;
    return stretch(cx, passphrase, salt, master) && take(cx, &s, salt, master);
}

bool hold_file(struct ctx *cx, const char *file)
{
    unsigned char key[KEY_BYTES];

    if (!key_file_read(cx, file, key))
        return false;
    wrap_hold(key);
    sodium_memzero(key, sizeof key);
    return true;
}

bool hold_passphrase(struct ctx *cx, const char *passphrase,
                     const unsigned char salt[SALT_BYTES])
{
    unsigned char key[KEY_BYTES];

    if (!stretch(cx, passphrase, (struct blob){salt, SALT_BYTES}, key))
        return false;
    wrap_hold(key);
    sodium_memzero(key, sizeof key);
    return true;
}

bool store_salt(struct ctx *cx, unsigned char salt[SALT_BYTES])
{
    struct store s;

    memset(salt, 0, SALT_BYTES);
    if (!read_store(cx, &s))
        return false;
    if (s.salt.n == SALT_BYTES)
        memcpy(salt, s.salt.at, SALT_BYTES);
    return true;
}

void keys_close(void)
{
    wrap_forget();
    index_forget();
    cache_close();
}
