/* store/store.h - a data directory: its settings, its key, its database.
 *
 *   DIR/beside.conf   settings
 *   DIR/beside.db     the SQLite store, unless the setting store.database names
 *                     a server
 *   DIR.key           the master key: beside the directory, never in it
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/ctx.h"
#include "cli/cli.h"
#include "db/db.h"
#include "frame/module.h"
#include "frame/settings.h"

struct store {
    const char *dir;
    const char *database;        /* for db_open; NULL: as the settings say */
    const char *key_file;        /* "" when a passphrase opens it */
    const char *passphrase_file; /* NULL when a key file does */
    /* For store_make(): what its settings begin with, ends with {0}; or NULL.
     */
    const struct setting_said *say;
    bool is_demo; /* all of it is made up: weak secrets are
                     allowed */
};

/* The words of a command, and what it takes besides the store's own options. */
struct store_words {
    int argc; /* afterwards: how many words are left */
    char **argv;
    const struct cli_option *more; /* ends with {0}; NULL: none */
};

/* Fill in what is left out and needs no settings: DIR.key. dir is needed.
 * Errors: ERR_INVALID. Owns: cx->mem. */
MUST_CHECK bool store_name(struct ctx *cx, struct store *s);

/* A new one: makes the directory (0700), or takes one that is empty, with key,
 * settings and tables, and opens it as store_open does. work(cx, what), or
 * NULL, puts in what it begins with. When anything fails nothing is left: no
 * file, no key; in a server's database at most empty tables.
 * Errors: ERR_CONFLICT, there is something already; ERR_INVALID, as in
 * store_open; ERR_UNAVAILABLE, it cannot be written there; those of work. */
MUST_CHECK bool store_make(struct ctx *cx, struct store *s,
                           bool (*work)(struct ctx *cx, void *what),
                           void *what);

/* Remove the files of a store from its directory; its key stays. */
void store_take_away(struct ctx *cx, const struct store *s);

/* Read the settings, open the key, connect cx->db for writing, and check that
 * its tables are this program's. Owns: closed with cx->mem.
 * Errors: ERR_NOTFOUND, no store here; ERR_CONFLICT, tables of an older or a
 * newer program; ERR_INVALID, settings or key, or others can read the
 * directory, or the key lies in it. */
MUST_CHECK bool store_open(struct ctx *cx, struct store *s);

/* The same, and the tables may be older: for "db upgrade". */
MUST_CHECK bool store_open_any(struct ctx *cx, struct store *s);

/* To serve s: until cx->mem is freed nobody puts another store in its place.
 * Several may serve one. Errors: ERR_CONFLICT, that is happening now. */
MUST_CHECK bool store_hold(struct ctx *cx, const struct store *s);

/* To put another in its place. Errors: ERR_CONFLICT, somebody serves it. */
MUST_CHECK bool store_hold_alone(struct ctx *cx, const struct store *s);

/* Event, what NULL: a store was made, or its tables were brought up to date.
 * Each folder puts in what comes with the program (questions: its sets).
 * Heard again at each upgrade, so a second time must change nothing. */
#define STORE_FILLED "store.filled"

/* Raise it, in a transaction of its own: after db_upgrade(). store_make() does.
 */
MUST_CHECK bool store_fill(struct ctx *cx);

/* Note that all of this store is made up. In a transaction. */
MUST_CHECK bool store_mark_demo(struct ctx *cx);

/* Event, what NULL: this store came back from a backup. What must not come back
 * with it (sessions) goes. */
#define STORE_RESTORED "store.restored"

/* For a command that opens the store by itself: read its options and more's
 * into s and more, the other words to the front of argv.
 * Errors: ERR_INVALID. */
MUST_CHECK bool store_arguments(struct ctx *cx, struct store_words *w,
                                struct store *s);

/* A command with needs_store: take the store's options out of argv, open it,
 * and run c in one transaction. For commands_run(). */
MUST_CHECK bool store_run(struct ctx *cx, const struct command *c, int argc,
                          char **argv);

/* work(cx, what) in a transaction of its own: nobody is asked anything while
 * the store is held. */
MUST_CHECK bool store_change(struct ctx *cx,
                             bool (*work)(struct ctx *cx, void *what),
                             void *what);

#endif
