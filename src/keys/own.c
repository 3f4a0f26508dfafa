#include "keys/own.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "keys/keys_int.h"

/* As much memory as a sign-in takes, so that a machine that bears those bears
 * these; three times as long, for what has no other lock. */
enum { OPS = 10, MEMORY = 64 << 20, TOKEN = 16 };

static_assert((int)OWN_KEY == (int)KEY_BYTES, "a key");
static_assert((int)OWN_SALT == (int)crypto_pwhash_SALTBYTES, "a salt");

void own_new(struct own_key *k)
{
    random_bytes(k->at, sizeof k->at);
}

void own_forget(struct own_key *k)
{
    sodium_memzero(k->at, sizeof k->at);
}

bool own_of_words(struct ctx *cx, const char *words, struct blob salt,
                  struct own_key *out)
{
    const char *in = keys_hash(cx->mem, "own.words", text_trim(cx->mem, words));

    assert(salt.n == OWN_SALT);
    return crypto_pwhash(out->at, sizeof out->at, in, strlen(in), salt.at, OPS,
                         MEMORY, crypto_pwhash_ALG_ARGON2ID13) == 0 ||
           fail(cx, ERR_UNAVAILABLE, NULL,
                "There is too much to do just now. Please try again in a "
                "minute.");
}

void own_of_secret(const char *use, const char *secret, struct own_key *out)
{
    unsigned char one[KEY_BYTES];

    (void)crypto_generichash(one, sizeof one, (const unsigned char *)secret,
                             strlen(secret), NULL, 0);
    (void)crypto_generichash(out->at, sizeof out->at,
                             (const unsigned char *)use, strlen(use), one,
                             sizeof one);
    sodium_memzero(one, sizeof one);
}

struct blob own_seal(struct arena *mem, const struct own_key *k,
                     struct place at, struct blob in)
{
    return seal_with(mem, k->at, at, in);
}

bool own_unseal(struct arena *mem, const struct own_key *k, struct place at,
                struct blob sealed, struct blob *out)
{
    return unseal_with(mem, k->at, at, sealed, out);
}

struct blob own_wrap(struct arena *mem, const struct own_key *outer,
                     struct place at, const struct own_key *k)
{
    return own_seal(mem, outer, at, (struct blob){k->at, sizeof k->at});
}

bool own_unwrap(struct arena *mem, const struct own_key *outer, struct place at,
                struct blob wrapped, struct own_key *out)
{
    struct blob b;

    if (!own_unseal(mem, outer, at, wrapped, &b) || b.n != sizeof out->at)
        return false;
    memcpy(out->at, b.at, sizeof out->at);
    return true;
}

const char *own_token(struct arena *mem, const struct own_key *k,
                      const char *use)
{
    unsigned char out[TOKEN];

    (void)crypto_generichash(out, sizeof out, (const unsigned char *)use,
                             strlen(use), k->at, sizeof k->at);
    return text_hex(mem, out, sizeof out);
}
