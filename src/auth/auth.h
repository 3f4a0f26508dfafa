/* auth/auth.h - accounts, sign-in, and codes for shared devices.
 *
 * An account is one hat of one human: a role in a program, a sign-in name known
 * only by its blind index (and sealed for its owner to read), a password hash
 * (argon2id over a keyed hash, so that a stolen store alone cannot be guessed
 * at). Rights are looked up from it at every request; disabling it or changing
 * its password ends its sessions at once.
 */
#ifndef AUTH_AUTH_H
#define AUTH_AUTH_H

#include "frame/actor.h"
#include "frame/app.h"
#include "keys/own.h"

enum {
    ACCOUNT_NAME_MAX = 64,  /* characters */
    PASSWORD_LEAST = 8,     /* characters */
    PASSWORD_MAX = 200,     /* bytes */
    AUTH_CODE_LENGTH = 8,   /* characters */
    AUTH_CODE_SECONDS = 600 /* how long a code can be used */
};

struct account {
    int64_t id;
    struct person_id person;
    int64_t program;
    enum role role;
    enum lang lang;   /* when lang_chosen */
    bool lang_chosen; /* false: as the browser asks */
    bool disabled;
    const char *name; /* as it was given; only account_name() and
                         account_list() fill it in */
};

struct accounts {
    struct account *at;
    size_t n, cap;
};

/* Add an account for a person who has a data key. name: 1..ACCOUNT_NAME_MAX
 * characters, compared without case and marks. Slow: argon2id. Sets a->id.
 * Errors: ERR_INVALID "name" or "password" (too short, too long, or one that
 * everybody tries first); ERR_CONFLICT "name" taken. */
MUST_CHECK bool account_add(struct ctx *cx, struct account *a, const char *name,
                            const char *password);

/* Long enough, and not one that everybody tries first. name: the sign-in name,
 * which is no password. Errors: ERR_INVALID "password". */
MUST_CHECK bool password_check(struct ctx *cx, const char *password,
                               const char *name);

/* argon2id, as stored. Slow: 64 MB and about 70 ms. Owns: cx->mem. For many
 * accounts with one password (the demo): hash once, then add each. Any password
 * will do here. Errors: ERR_UNAVAILABLE, no memory for it now. */
MUST_CHECK bool password_hash(struct ctx *cx, const char *password,
                              const char **hash);
MUST_CHECK bool account_add_hashed(struct ctx *cx, struct account *a,
                                   const char *name, const char *hash);

/* The account with this sign-in name; also a disabled one.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool account_find(struct ctx *cx, const char *name,
                             struct account *out);

/* Errors: ERR_NOTFOUND. Owns: cx->mem. */
MUST_CHECK bool account_get(struct ctx *cx, int64_t id, struct account *out);

/* All of them, by role, with their names; program 0: of every program. */
MUST_CHECK bool account_list(struct ctx *cx, int64_t program,
                             struct accounts *out);

/* Those of one human, in the order they were made. */
MUST_CHECK bool account_of(struct ctx *cx, struct person_id p,
                           struct accounts *out);

/* Ends every session and code of the account. */
MUST_CHECK bool account_disable(struct ctx *cx, int64_t account);
MUST_CHECK bool account_enable(struct ctx *cx, int64_t account);

/* Ends every session of the account. Errors: ERR_INVALID "password". */
MUST_CHECK bool account_set_password(struct ctx *cx, int64_t account,
                                     const char *password);
MUST_CHECK bool account_set_lang(struct ctx *cx, int64_t account,
                                 enum lang lang);

/* A code that signs this person in once, on a shared device, at /kiosk: for
 * whoever walks with them to hand over. The caller has asked whether the actor
 * may. It works for AUTH_CODE_SECONDS, a new one ends the one before, and only
 * its hash is stored: show it now or never. Owns: cx->mem.
 * Errors: ERR_NOTFOUND: this person has no account of their own. */
MUST_CHECK bool auth_code_make(struct ctx *cx, struct person_id p,
                               const char **code);

/* Whose page the form in hand stood on, though that session may have ended, or
 * somebody else may be signed in by now: only to keep unsent words for them,
 * never to show or do anything. a->account 0: it cannot be known. */
MUST_CHECK bool auth_was(struct req *rq, struct actor *a);

/* A session or more of an account is over, by somebody's act: raised in the
 * same transaction; what: NULL. One that ran out is not said. */
#define AUTH_ENDED "auth.ended"

/* A key for this use that only the cookie of this session makes: the store
 * holds the cookie's hash, and cannot. Without a session, one that opens
 * nothing. */
void auth_session_key(struct req *rq, const char *use, struct own_key *out);

/* May a secret other than the password be tried by who acts now? Counted by
 * account and what it is, as wrong passwords are, until auth_worked(). Errors:
 * ERR_INVALID field, saying when to try again. */
MUST_CHECK bool auth_try(struct ctx *cx, const char *what, const char *field);
void auth_worked(struct ctx *cx, const char *what);

/* Whoever nobody knows by an account was known another way (a link): from now
 * on this browser acts in that role. Called in the hook, after auth_who(). */
void auth_act_as(struct req *rq, enum role role, int64_t session,
                 int64_t program);

/* The hooks that frame/app.h asks for. */
bool auth_who(struct req *rq);
const char *auth_csrf(struct req *rq);

#endif
