/* keys/keys_int.h - what the files of keys/ share. */
#ifndef KEYS_KEYS_INT_H
#define KEYS_KEYS_INT_H

#include "keys/keys.h"

enum {
    KEY_BYTES = 32,
    WRAP_BYTES = 1 + 24 + KEY_BYTES + 16, /* version, nonce, key, tag */
    SALT_BYTES = 16
};

/* --- wrap.c: the only file that touches the master key. A key process of its
 * own would stand behind these calls, and rotation would open with the old key
 * and wrap with the new. --- */

/* Hold this master key, in memory that is locked, guarded and read-only. */
void wrap_hold(const unsigned char key[KEY_BYTES]);
void wrap_forget(void);

/* owner: the person, or 0 for the store itself. */
void wrap_key(unsigned char out[WRAP_BYTES], const unsigned char key[KEY_BYTES],
              int64_t owner);

/* False when it was not wrapped by this master key for this owner. */
MUST_CHECK bool unwrap_key(unsigned char key[KEY_BYTES], struct blob wrapped,
                           int64_t owner);

/* --- seal.c: under a key that is at hand. --- */

struct blob seal_with(struct arena *mem, const unsigned char key[KEY_BYTES],
                      struct place at, struct blob in);

/* False when it was changed or moved, or is not of this key. */
MUST_CHECK bool unseal_with(struct arena *mem,
                            const unsigned char key[KEY_BYTES], struct place at,
                            struct blob b, struct blob *out);

/* --- index.c --- */

void index_hold(const unsigned char key[KEY_BYTES]);
void index_forget(void);

/* --- cache.c: unwrapped data keys, for all threads. A key is given out only to
 * who sees the same epoch as whoever put it in; since destroying a key changes
 * the epoch in the same transaction, nobody who can see the end of a key gets
 * it, in this process or any other. --- */

void cache_open(void);
void cache_close(void);
bool cache_get(int64_t person, int64_t epoch, unsigned char key[KEY_BYTES]);
void cache_put(int64_t person, int64_t epoch,
               const unsigned char key[KEY_BYTES]);

/* --- person.c --- */

/* The person's data key; the caller wipes it. Errors: ERR_NOTFOUND. */
MUST_CHECK bool person_key(struct ctx *cx, struct person_id p,
                           unsigned char key[KEY_BYTES]);

/* --- unsealed.c: what this request opened already. The key is asked for each
 * time all the same: whoever may not have it gets nothing from here. --- */

/* Was exactly this sealed value, of exactly this place, opened? *text: as then.
 */
bool unsealed_before(struct ctx *cx, struct place at, struct blob sealed,
                     struct blob *text);

/* sealed and text live as long as cx->mem. */
void unsealed_now(struct ctx *cx, struct place at, struct blob sealed,
                  struct blob text);

/* --- master.c --- */

/* Hold a master key without asking whether it is a store's: for what left one.
 */
MUST_CHECK bool hold_file(struct ctx *cx, const char *file);
MUST_CHECK bool hold_passphrase(struct ctx *cx, const char *passphrase,
                                const unsigned char salt[SALT_BYTES]);

/* Of the passphrase of this store; all zero when it has a key file. */
MUST_CHECK bool store_salt(struct ctx *cx, unsigned char salt[SALT_BYTES]);

/* --- key_file.c --- */

/* Errors: ERR_INVALID with a sentence. */
MUST_CHECK bool key_file_read(struct ctx *cx, const char *file,
                              unsigned char key[KEY_BYTES]);

/* The folder of file, so that its name is on disk. */
bool file_sync_folder(struct arena *mem, const char *file);

/* Mode 0600, on disk when it returns true. Errors: ERR_CONFLICT, ERR_INVALID.
 */
MUST_CHECK bool key_file_write(struct ctx *cx, const char *file,
                               const unsigned char key[KEY_BYTES]);

#endif
