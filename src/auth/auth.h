/* auth/auth.h - accounts, sessions, sign-in.
 *
 * An account is one hat of one human: a role in a program, a sign-in name known
 * only by its blind index, a password hash (argon2id). Rights are looked up
 * from it at every request; disabling it ends its sessions at once.
 */
#ifndef AUTH_AUTH_H
#define AUTH_AUTH_H

#include "frame/actor.h"
#include "frame/app.h"

struct account {
    int64_t id;
    struct person_id person;
    int64_t program;
    enum role role;
    enum lang lang;
    bool disabled;
};

struct accounts {
    struct account *at;
    size_t n, cap;
};

/* Add an account. name: 1..64 characters, compared without case and marks.
 * password: at least 8 characters and not a known weak one (the operator's
 * demo may set any). Slow: argon2id. Sets a->id.
 * Errors: ERR_INVALID "name" or "password"; ERR_CONFLICT "name" taken. */
MUST_CHECK bool account_add(struct ctx *cx, struct account *a,
                            const char *name, const char *password);

/* The account with this sign-in name. Errors: ERR_NOTFOUND. */
MUST_CHECK bool account_find(struct ctx *cx, const char *name,
                             struct account *out);

/* Ends every session of the account. */
MUST_CHECK bool account_disable(struct ctx *cx, int64_t account);
MUST_CHECK bool account_enable(struct ctx *cx, int64_t account);
MUST_CHECK bool account_set_password(struct ctx *cx, int64_t account,
                                     const char *password);

/* argon2id, as stored. Slow. For many accounts with one password (the demo):
 * hash once, add many with account_add_hashed. Owns: cx->mem. */
MUST_CHECK bool password_hash(struct ctx *cx, const char *password,
                              const char **hash);
MUST_CHECK bool account_add_hashed(struct ctx *cx, struct account *a,
                                   const char *name, const char *hash);

/* Whose session this was, though it has ended: only to keep unsent words for
 * them, never to show or do anything. a->account 0: it cannot be known. */
MUST_CHECK bool auth_was(struct req *rq, struct actor *a);

/* The hooks that frame/app.h asks for. */
bool auth_who(struct req *rq);
const char *auth_csrf(struct req *rq);

#endif
