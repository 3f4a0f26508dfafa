/* store/backup.h - a backup: sealed words in one file, their keys in another.
 *
 *   FILE        settings and store, without data keys; never changed again
 *   FILE.keys   the keyring: small, and written again when somebody is erased
 *
 * Both open only with this store's master key, which is in neither. Keep them
 * apart from each other and from the key. Only of a SQLite store: PostgreSQL
 * has tools of its own.
 */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "store/store.h"

struct backup {
    const char *file; /* whole path */
};

struct backups {
    struct backup *at;
    size_t n, cap;
};

/* "FILE.keys". Owns: mem. */
const char *backup_keyring(struct arena *mem, const char *file);

/* Those this store knows of, newest first. Owns: cx->mem. */
MUST_CHECK bool backup_list(struct ctx *cx, struct backups *out);

/* Back the open store up while others write. Outside a transaction.
 * Errors: ERR_CONFLICT, one of the two is there; ERR_UNAVAILABLE. */
MUST_CHECK bool backup_make(struct ctx *cx, const struct store *s,
                            const char *file);

/* What a restored store was found to hold. */
struct restored {
    int64_t keys, tried, erased; /* persons: with a key, looked through, erased
                                    again */
};

/* Make a store in s->dir from a backup: only if every check passes is anything
 * left there. Opens it as store_open does. Errors: ERR_CONFLICT, there is a
 * store already; ERR_INVALID, another key, cut or changed; ERR_UNAVAILABLE, it
 * cannot be written there. */
MUST_CHECK bool backup_restore(struct ctx *cx, struct store *s,
                               const char *file, struct restored *out);

#endif
