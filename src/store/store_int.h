/* store/store_int.h - what the files of store/ share. */
#ifndef STORE_STORE_INT_H
#define STORE_STORE_INT_H

#include "store/store.h"

#define BACKUP_KIND "BESIDEB1"

/* DIR/beside.conf. Owns: cx->mem. */
const char *store_settings(struct ctx *cx, const struct store *s);

enum { PASSPHRASE_MAX = 1024 };

/* The first line of s->passphrase_file into out[PASSPHRASE_MAX].
 * Errors: ERR_INVALID, it cannot be read, or by others too. */
MUST_CHECK bool store_passphrase(struct ctx *cx, const struct store *s,
                                 char *out);

/* The key of the open store, from its file or passphrase. In a transaction. */
MUST_CHECK bool store_open_key(struct ctx *cx, const struct store *s);

/* s->database, when nobody said another: what the settings say, else
 * DIR/beside.db. */
void store_name_database(struct ctx *cx, struct store *s);
MUST_CHECK bool store_connect(struct ctx *cx, const struct store *s,
                              enum db_mode mode);

/* Make s->dir, mode 0700, or take it when it is empty. Errors: ERR_CONFLICT,
 * something is in it; ERR_UNAVAILABLE. */
MUST_CHECK bool store_take_folder(struct ctx *cx, const struct store *s,
                                  bool *made);

/* Nobody else may read path. Errors: ERR_INVALID; ERR_UNAVAILABLE, it is not
 * there. */
MUST_CHECK bool guard_is_ours(struct ctx *cx, const char *path);

/* Whether file is, or would be, in the data directory, all links followed. */
MUST_CHECK bool guard_is_inside(struct ctx *cx, const struct store *s,
                                const char *file, bool *inside);

/* What opens the store is not in its directory. Errors: ERR_INVALID. */
MUST_CHECK bool guard_key(struct ctx *cx, const struct store *s);

/* "serve": see its row. */
bool serve_command(struct ctx *cx, int argc, char **argv);

/* Note that a backup was written there, for erasing. In a transaction of its
 * own. */
MUST_CHECK bool backup_remember(struct ctx *cx, const char *file);

/* The path of file as it is from anywhere. Errors: ERR_INVALID. */
MUST_CHECK bool store_whole_path(struct ctx *cx, const char *file,
                                 const char **out);

#endif
