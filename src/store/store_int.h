/* store/store_int.h - what the files of store/ share. */
#ifndef STORE_STORE_INT_H
#define STORE_STORE_INT_H

#include "store/store.h"

#define BACKUP_KIND "BESIDEB1"

/* DIR/beside.conf. Owns: cx->mem. */
const char *store_settings(struct ctx *cx, const struct store *s);

/* The first line of s->passphrase_file into out[PASSPHRASE_MAX]. */
enum { PASSPHRASE_MAX = 1024 };
MUST_CHECK bool store_passphrase(struct ctx *cx, const struct store *s,
                                 char *out);

/* Note that a backup was written there, for erasing. In a transaction of its
 * own. */
MUST_CHECK bool backup_remember(struct ctx *cx, const char *file);

/* The path of file as it is from anywhere. Errors: ERR_INVALID. */
MUST_CHECK bool store_whole_path(struct ctx *cx, const char *file,
                                 const char **out);

#endif
