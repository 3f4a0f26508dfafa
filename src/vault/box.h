/* vault/box.h - how a vault is made, opened and shut. What takes long
 * (argon2id) is apart from what writes, so that it runs on its own threads. */
#ifndef VAULT_BOX_H
#define VAULT_BOX_H

#include "vault/vault.h"

/* Made of words, not written yet. */
struct box_made {
    struct vault vault;
    struct blob salt, by_words, by_code;
    const char *code; /* NULL: as it was */
};

/* The words may be a passphrase. Errors: ERR_INVALID "password". */
MUST_CHECK bool box_words_good(struct ctx *cx, const char *words);

/* A new key, and a new code. Slow. Errors: ERR_UNAVAILABLE. */
MUST_CHECK bool box_make(struct ctx *cx, const char *words,
                         struct box_made *out);

/* The key in the box of who acts, by the passphrase or by the code. Slow. *yes
 * is false when the words are neither. Errors: ERR_NOTFOUND: there is no vault.
 */
MUST_CHECK bool box_try(struct ctx *cx, const char *words, struct vault *v,
                        bool *yes);

/* The same key under other words, or under a new code. Slow. */
MUST_CHECK bool box_new_words(struct ctx *cx, const struct vault *v,
                              const char *words, struct box_made *out);
MUST_CHECK bool box_new_code(struct ctx *cx, const struct vault *v,
                             struct box_made *out);

/* Into the store. A box that is there already is written over only when the key
 * is the same. Errors: ERR_CONFLICT. */
MUST_CHECK bool box_put(struct ctx *cx, const struct box_made *b);
MUST_CHECK bool box_change(struct ctx *cx, const struct box_made *b);

/* The code on paper: "abcd efgh ..."; "" in a vault without. Owns: cx->mem. */
MUST_CHECK bool box_code(struct ctx *cx, const struct vault *v,
                         const char **out);

/* Open in the session of who acts, with the key that its cookie makes; shut in
 * that session. */
MUST_CHECK bool box_open(struct ctx *cx, const struct vault *v,
                         const struct own_key *of_session);
MUST_CHECK bool box_shut(struct ctx *cx);

/* Look with the key that the session's cookie makes. */
MUST_CHECK bool box_look(struct ctx *cx, const struct own_key *of_session,
                         enum vault_state *is, struct vault *v);

/* Everything of one's vault gone, for good. */
MUST_CHECK bool box_end(struct ctx *cx, struct person_id p);

/* Those opened in sessions that are over. A job, and what hears that one ended.
 */
bool box_sweep(struct ctx *cx);

#endif
