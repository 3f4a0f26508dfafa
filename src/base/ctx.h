/* base/ctx.h - what every fallible function needs, in one explicit parameter.
 *
 * One request, command, job or test = one ctx = one arena = one transaction.
 * The struct stays this small: a new member is an architecture change
 * (docs/decisions/).
 */
#ifndef BASE_CTX_H
#define BASE_CTX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/lang.h"

#define MUST_CHECK __attribute__((warn_unused_result))

/* What went wrong, as a person or a client program would sort it. The one
 * place that turns a code into an HTTP status or an exit status is
 * frame/err_map.c. */
enum err_code {
    ERR_NONE,
    ERR_INVALID,  /* what was sent cannot be accepted; field says which part */
    ERR_DENIED,   /* the actor is known, and this is not theirs to do */
    ERR_NOTFOUND, /* there is no such thing, or the actor may not know it */
    ERR_CONFLICT, /* it changed meanwhile, or its state does not allow this */
    ERR_UNAVAILABLE, /* try later: database busy, gateway down */
    ERR_INTERNAL     /* a defect of ours; the text goes to the log only */
};

struct err {
    enum err_code code;
    const char *field; /* form field or FHIR element, or NULL */
    const char *text;  /* one sentence for the person who reads it */
    const char *why;   /* for the log only, or NULL */
};

struct db;
struct actor;
struct notes;
struct unsealed;

struct ctx {
    struct arena *mem; /* lives as long as the request */
    struct db *db;     /* read-only for GET, in a transaction for POST */
    const struct actor *actor; /* who is acting; never NULL, may be "nobody" */
    struct notes *notes;       /* what must be on disk before the answer leaves:
                                  frame/notes.h */
    int64_t now;        /* seconds since 1970, UTC; fixed for the request */
    int64_t keys_epoch; /* which data keys this request may see: keys/; 0: not
                           asked yet */
    struct unsealed *unsealed; /* the sealed values it opened already: keys/ */
    enum lang lang;            /* the language sentences are said in */
    struct err err;            /* the first failure; later ones are ignored */
};

/* Record a failure and return false, so that a caller can write
 * "return fail(cx, ERR_NOTFOUND, NULL, "There is no such goal.");".
 * fmt is a msgid: it is said in cx->lang. */
bool fail(struct ctx *cx, enum err_code code, const char *field,
          const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Forget the failure, to try something else in the same request. */
void ctx_forgive(struct ctx *cx);

#endif
