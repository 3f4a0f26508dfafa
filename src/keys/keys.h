/* keys/keys.h - sealing what people say; the only holder of the master key.
 *
 * Each person has a data key of 32 bytes, kept wrapped by the master key, which
 * lives outside the data directory. What a person says, names, contacts and
 * files are stored only as XChaCha20-Poly1305 under that person's data key,
 * bound to the place they stand in: moved to another row, column or person they
 * do not open. Destroying the data key erases all of it, everywhere.
 *
 *   seal_put(q, (struct place){"visits_answer.value", id, person}, words);
 *   words = seal_get(q, (struct place){"visits_answer.value", id, person});
 */
#ifndef KEYS_KEYS_H
#define KEYS_KEYS_H

#include "base/ctx.h"
#include "base/text.h"
#include "db/db.h"
#include "frame/actor.h"

enum { KEYS_MASTER_BYTES = 32 };

struct place {
    const char *column;      /* "table.column": at most 63 bytes */
    int64_t row;             /* the row's id */
    struct person_id person; /* under whose key */
};

/* Read the master key: a file of mode 0600, or a passphrase (argon2id with the
 * salt kept in the store). Once, before any thread. Errors: ERR_INVALID, with a
 * sentence for whoever starts the program: missing, readable by others, weak,
 * or not the key of this store. */
MUST_CHECK bool keys_open_file(struct ctx *cx, const char *file);
MUST_CHECK bool keys_open_passphrase(struct ctx *cx, const char *passphrase);

/* The same with the key itself: for one that comes another way, and tests. */
MUST_CHECK bool keys_open_key(struct ctx *cx,
                              const unsigned char key[KEYS_MASTER_BYTES]);

/* Write a new key file of mode 0600 and open it. Errors: ERR_CONFLICT when it
 * exists, or the store has a key already. */
MUST_CHECK bool keys_make_file(struct ctx *cx, const char *file);

/* Forget everything: at the end of the program. */
void keys_close(void);

/* A data key for a new person. */
MUST_CHECK bool keys_make(struct ctx *cx, struct person_id p);

/* Gone for good: whoever sees the end of this transaction cannot open a word,
 * in this process or another. The caller empties the log afterwards
 * (db_truncate_log). */
MUST_CHECK bool keys_destroy(struct ctx *cx, struct person_id p);

/* Seal text into b: padded, so that sizes say little, and never twice the same
 * bytes. NULL text gives {0}. Owns: cx->mem. Errors: ERR_NOTFOUND
 * when the person has no key (erased). */
MUST_CHECK bool seal(struct ctx *cx, struct place at, const char *text,
                     struct blob *b);
MUST_CHECK bool seal_bytes(struct ctx *cx, struct place at, struct blob in,
                           struct blob *b);

/* Open what was sealed there; {0} gives "". Errors: ERR_INTERNAL when it was
 * changed or moved; ERR_NOTFOUND when the person was erased. Owns: cx->mem. */
MUST_CHECK bool unseal(struct ctx *cx, struct place at, struct blob b,
                       const char **text);
MUST_CHECK bool unseal_bytes(struct ctx *cx, struct place at, struct blob b,
                             struct blob *out);

/* The same as the next parameter or column of a query: sticky, like db_put. */
void seal_put(struct query *q, struct place at, const char *text);
const char *seal_get(struct query *q, struct place at);

/* 16 bytes that say "the same" without saying what: for finding a sign-in name
 * or an imported id. purpose separates one use from another. Owns: cx->mem. */
struct blob keys_blind(struct ctx *cx, const char *purpose, const char *text);

/* A 64-character keyed hash of a secret that went out (a session token, a
 * link): only this is stored. Owns: mem. */
const char *keys_hash(struct arena *mem, const char *purpose,
                      const char *secret);

#endif
