/* vault/vault.h - what is one peer's alone: sealed under a key that only their
 * own words, their code on paper, or the session they opened it in can give.
 * Source: R1, R5, R99; never-list 4; acceptance test 13.
 *
 * The vault key is chance. It is stored only wrapped: under the passphrase
 * (argon2id), under the code, and while it is open under a key made from the
 * session's cookie, which the store holds only hashed. So neither the data
 * directory with the master key, nor a backup, nor a log opens anything. Who
 * loses both words and paper has lost what is in it.
 *
 *   if (!vault_page(rq, &v, &open, &asks) || asks)     a page
 *       return asks;
 *   if (!vault_form(rq, &v))                           a form
 *       return false;
 */
#ifndef VAULT_VAULT_H
#define VAULT_VAULT_H

#include "base/json.h"
#include "frame/req.h"
#include "keys/own.h"

/* What a vault holds. A number once given stays. */
enum vault_drawer {
    VAULT_CODE,   /* of this folder: the code, to be printed again */
    VAULT_CARDS,  /* of deck: how deep one goes, and what one would say */
    VAULT_SHARED, /* of deck: that one shared, or held back */
    VAULT_DOWN,   /* of rest: what was put down at the end of a day */
    VAULT_PLAN,   /* of rest: one's own plan to stay well at work */
    VAULT_FOLIO,  /* of rest: one's own portfolio */
    VAULT_DRAWERS
};

enum {
    VAULT_WORDS_LEAST = 12,    /* letters of a passphrase */
    VAULT_CODE_LENGTH = 24,    /* characters of the code: about 119 bits */
    VAULT_DRAWER_MAX = 1 << 20 /* bytes of one drawer */
};

enum vault_state { VAULT_NONE, VAULT_SHUT, VAULT_OPEN };

/* An open vault. */
struct vault {
    struct person_id person;
    struct own_key key;
};

/* The vault of the peer who acts, as this session has it. v only when open. */
MUST_CHECK bool vault_look(struct req *rq, enum vault_state *is,
                           struct vault *v);

/* For a page that shows what is in it. Open; or shut while a form came in and
 * is shown again, filled in: then there is nothing but what was typed. Else
 * *asks: the answer leads to where it is opened, and nothing more is to do. */
MUST_CHECK bool vault_page(struct req *rq, struct vault *v, bool *open,
                           bool *asks);

/* For a form that changes what is in it. Errors: ERR_INVALID when it is shut by
 * now: the form is shown again, and nothing typed is lost. */
MUST_CHECK bool vault_form(struct req *rq, struct vault *v);

/* A drawer's text, a JSON document; NULL when nothing was ever put in. Owns:
 * cx->mem. Errors: ERR_INTERNAL: it was changed or moved. */
MUST_CHECK bool vault_read(struct ctx *cx, const struct vault *v,
                           enum vault_drawer drawer, const struct json **out);

/* All of a drawer anew. Errors: ERR_INVALID: it is too much. */
MUST_CHECK bool vault_write(struct ctx *cx, const struct vault *v,
                            enum vault_drawer drawer, const struct buf *text);

/* 32 hex characters that are of this vault, this use of it ("count 2026-10")
 * and nothing else: nobody can tell whose, nor that two are of one. Owns: mem.
 */
const char *vault_token(struct arena *mem, const struct vault *v,
                        const char *use);

#endif
