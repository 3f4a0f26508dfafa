/* deck/card.h - what a peer would say of one part of life, at three depths, and
 * how far they go: for rehearsal, not as a script. In the vault. Source: R5. */
#ifndef DECK_CARD_H
#define DECK_CARD_H

#include "deck/domain.h"
#include "vault/vault.h"

enum depth {
    DEPTH_TITLE,    /* only that I have been there */
    DEPTH_GENERAL,  /* "there was a time in my life when ..." */
    DEPTH_SPECIFIC, /* something that happened */
    DEPTHS
};

enum { CARD_LETTERS_MAX = 400 };

struct card {
    int64_t domain;
    const char *says;         /* the domain, in the reader's language */
    int goes;                 /* enum depth: as far as this; -1: not said */
    const char *said[DEPTHS]; /* "" */
};

struct cards {
    struct card *at;
    size_t n, cap;
};

bool card_is_empty(const struct card *c);

const char *depth_says(int depth); /* a msgid; "" when not said */

/* One for each domain that stands, and each that has words; in their order.
 * Owns: cx->mem. */
MUST_CHECK bool cards_read(struct ctx *cx, const struct vault *v,
                           struct cards *out);

/* Errors: ERR_NOTFOUND. */
MUST_CHECK bool deck_card_read(struct ctx *cx, const struct vault *v,
                               int64_t domain, struct card *out);

/* Nothing said takes it out. Errors: ERR_NOTFOUND: no such domain;
 * ERR_INVALID "goes", or the field of a depth (depth_field) that is too long.
 */
MUST_CHECK bool deck_card_put(struct ctx *cx, const struct vault *v,
                              const struct card *c);

const char *depth_field(int depth); /* "title", "general", "specific" */

#endif
