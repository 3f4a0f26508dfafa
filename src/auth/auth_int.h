/* auth/auth_int.h - what the files of auth/ share. */
#ifndef AUTH_AUTH_INT_H
#define AUTH_AUTH_INT_H

#include "auth/auth.h"

/* --- password.c --- */

/* hash NULL: the same work, and no. So that how long it takes does not tell
 * whether there is such an account. */
bool password_fits(struct ctx *cx, const char *password, const char *hash);

/* --- account.c --- */

struct query;

/* Of a row "id, person, program, role, lang, disabled". */
void account_read(struct query *q, struct account *a);

/* As account_find, but *hash is NULL when there is none; out->disabled may be.
 */
MUST_CHECK bool account_with_hash(struct ctx *cx, const char *name,
                                  struct account *out, const char **hash);
MUST_CHECK bool account_hash(struct ctx *cx, int64_t id, const char **hash);
MUST_CHECK bool account_set_hash(struct ctx *cx, int64_t account,
                                 const char *hash);

/* --- session.c --- */

struct session {
    int64_t id;
    int64_t made, seen, ends;
    bool shared;
};

struct sessions {
    struct session *at;
    size_t n, cap;
};

/* A new session; *token is what the browser gets. Owns: cx->mem. */
MUST_CHECK bool session_start(struct ctx *cx, const struct account *a,
                              bool shared, const char **token);

/* What the forms of this session carry. Owns: mem. */
const char *session_csrf(struct arena *mem, const char *token);

/* Whose session this form is or was of; *found is false when nobody can say, or
 * the account is disabled. */
MUST_CHECK bool session_was(struct ctx *cx, const char *csrf, struct session *s,
                            struct account *a, bool *found);

/* Whose session is this token, now? *found is false when it is unknown, ended,
 * idle too long, or its account is disabled. */
MUST_CHECK bool session_find(struct ctx *cx, const char *token,
                             struct session *s, struct account *a, bool *found);

MUST_CHECK bool session_list(struct ctx *cx, int64_t account,
                             struct sessions *out);
MUST_CHECK bool session_end(struct ctx *cx, int64_t account, int64_t id);
MUST_CHECK bool session_end_all(struct ctx *cx, int64_t account);

/* Ended, and nobody can say any more whose they were. */
MUST_CHECK bool session_forget_all(struct ctx *cx, int64_t account);

/* A job: take away what has ended. */
bool session_sweep(struct ctx *cx);

/* --- code.c --- */

MUST_CHECK bool code_end(struct ctx *cx, int64_t account);

/* Use a code up. Errors: ERR_INVALID "code", with a sentence. */
MUST_CHECK bool code_use(struct ctx *cx, const char *code, struct account *out);

/* --- limit.c: tries that did not work, counted in memory. --- */

/* What is tried, from where. name NULL: a code. device: where the name signed
 * in before, as device_of() says, or another place that is this account's
 * alone; NULL: anywhere. */
struct attempt {
    const char *name, *address, *device;
};

/* May it be tried now? Counts it as one that did not work, until
 * limit_worked(). Errors: ERR_INVALID field, saying when to try again. */
MUST_CHECK bool limit_try(struct ctx *cx, struct attempt a, const char *field);
void limit_worked(struct ctx *cx, struct attempt a);

/* --- device.c --- */

/* The id of this browser when the account signed in here before, with the
 * password that has this hash; NULL: it did not, or this device is shared. hash
 * NULL: the same work, and NULL. Owns: cx->mem. */
const char *device_of(struct req *rq, int64_t account, const char *hash);
void device_remember(struct req *rq, int64_t account, const char *hash);
void device_forget(struct req *rq);

/* --- who.c --- */

/* The name of a cookie of ours as this browser has to be told it. */
const char *who_cookie(struct req *rq, const char *name);

bool who_is_kiosk(struct req *rq);

/* Give the browser a session, in place of the one it may have had. */
MUST_CHECK bool who_sign_in(struct req *rq, const struct account *a,
                            bool shared);

/* End the session this browser has, if any, and forget it there. */
MUST_CHECK bool who_sign_out(struct req *rq);

void who_mark_kiosk(struct req *rq, bool kiosk);
void who_remember_lang(struct req *rq, enum lang lang);

#endif
