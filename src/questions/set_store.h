/* questions/set_store.h - the question sets an agency has, version by version.
 *
 * A version is added and never changed; of each kind one is in use. Preparing a
 * visit keeps the id of the version it began with, so that a new version
 * changes no question that someone is in the middle of.
 */
#ifndef QUESTIONS_SET_STORE_H
#define QUESTIONS_SET_STORE_H

#include "questions/set_check.h"

/* One version, without its questions. */
struct set_row {
    int64_t id;
    enum set_kind kind;
    const char *url, *version;
    int64_t added;
    bool in_use;
};

struct set_rows {
    struct set_row *at; /* by kind, then the newest first */
    size_t n, cap;
};

/* The set that visits of a kind are prepared with from now on.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool set_current(struct ctx *cx, enum set_kind kind,
                            struct set *out);

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool set_by_id(struct ctx *cx, int64_t id, struct set *out);

/* The file of a version, byte by byte as it was given.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool set_file(struct ctx *cx, int64_t id, struct blob *out);

/* Owns: cx->mem. */
MUST_CHECK bool set_list(struct ctx *cx, struct set_rows *out);

/* Add the set in these bytes, and use it for its kind from now on. The same
 * bytes again only put it to use. problems says all that is wrong with a set
 * that can be read, and the error says the first.
 * Owns: cx->mem. Errors: ERR_INVALID; ERR_CONFLICT when that version is here
 * with other questions. */
MUST_CHECK bool set_install(struct ctx *cx, struct blob file, struct set *out,
                            struct set_problems *problems);

/* Use a version that was added before. Errors: ERR_NOTFOUND. */
MUST_CHECK bool set_use(struct ctx *cx, int64_t id);

/* Add the versions that come with this program and are not here yet. A kind
 * whose set in use is the agency's own keeps it. Changes nothing the second
 * time: for init, demo and db upgrade. */
MUST_CHECK bool set_install_shipped(struct ctx *cx);

#endif
