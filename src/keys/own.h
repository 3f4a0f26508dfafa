/* keys/own.h - keys that the store does not hold.
 *
 * What belongs to one human alone is sealed under a key of chance that is kept
 * only wrapped: by a key made of words they know, or of a secret that only
 * their side has. Neither the master key nor all of the store gives it. Source:
 * R1, R5 "not readable by admin; backups hold ciphertext only".
 */
#ifndef KEYS_OWN_H
#define KEYS_OWN_H

#include "keys/keys.h"

enum { OWN_KEY = 32, OWN_SALT = 16 };

struct own_key {
    unsigned char at[OWN_KEY];
};

/* A new one, of chance; and wiped. */
void own_new(struct own_key *k);
void own_forget(struct own_key *k);

/* The key that words make with this salt: argon2id over a keyed hash, so that a
 * stolen store without the master key cannot even be guessed at. Slow: 64 MB
 * and about a quarter of a second, on a pool. Spaces at both ends do not count.
 * Errors: ERR_UNAVAILABLE, no memory for it now. */
MUST_CHECK bool own_of_words(struct ctx *cx, const char *words,
                             struct blob salt, struct own_key *out);

/* The key that a secret of chance (128 bits or more) makes for this use. */
void own_of_secret(const char *use, const char *secret, struct own_key *out);

/* A key under another, bound to its place. Owns: mem. */
struct blob own_wrap(struct arena *mem, const struct own_key *outer,
                     struct place at, const struct own_key *k);

/* False: it is not of this key, or not of this place. */
MUST_CHECK bool own_unwrap(struct arena *mem, const struct own_key *outer,
                           struct place at, struct blob wrapped,
                           struct own_key *out);

/* As seal_bytes() and unseal_bytes(), under this key. Owns: mem. */
struct blob own_seal(struct arena *mem, const struct own_key *k,
                     struct place at, struct blob in);
MUST_CHECK bool own_unseal(struct arena *mem, const struct own_key *k,
                           struct place at, struct blob sealed,
                           struct blob *out);

/* 32 hex characters of this key and this use: without the key, nobody can tell
 * that two of them have the same key. Owns: mem. */
const char *own_token(struct arena *mem, const struct own_key *k,
                      const char *use);

#endif
