/* deck/open.h - which parts of life a peer is open to talk of. Source: R6.
 *
 * This is what the program may know, so that the machine can compare it with
 * what a person would welcome: sealed under the peer's data key like any words
 * of theirs, and read by no page but the peer's own. What a peer would say is
 * in the vault, and never here.
 *
 * To match: for each line of deck_open_of() that is OPEN_YES or OPEN_ASK, look
 * whether the person opened it too, and tell each of both only those. A line
 * that is OPEN_CLOSED must not be told from one that does not exist.
 */
#ifndef DECK_OPEN_H
#define DECK_OPEN_H

#include "deck/domain.h"

enum openness { OPEN_CLOSED, OPEN_ASK, OPEN_YES, OPENNESS };

struct opened {
    struct domain domain;
    enum openness how; /* OPEN_CLOSED where nothing was said */
};

struct openings {
    struct opened *at;
    size_t n, cap;
};

/* Each domain that stands in this program, in order, with what this peer of it
 * is open to. Asks nobody's leave: for the peer's own page, and for code that
 * compares. Owns: cx->mem. */
MUST_CHECK bool deck_open_of(struct ctx *cx, int64_t program,
                             struct person_id peer, struct openings *out);

/* Every domain there ever was in this program, each OPEN_CLOSED; and flags of
 * such a list to and from one text, which is to be sealed: how many are set
 * does not show. For whoever keeps flags of domains. Owns: cx->mem. */
MUST_CHECK bool openings_of_none(struct ctx *cx, int64_t program,
                                 struct openings *out);
const char *openings_text(struct ctx *cx, const struct openings *all);
void openings_read(const char *text, struct openings *all);

/* Those of a list that stand; and one of them, or NULL. Owns: mem. */
struct openings openings_now(struct arena *mem, const struct openings *all);
struct opened *opened_in(const struct openings *all, int64_t domain);

/* What the peer who acts is open to from now on; a domain that is not among
 * them keeps what it was. Errors: ERR_NOTFOUND: no peer acts, or a domain does
 * not stand; ERR_INVALID "domain". */
MUST_CHECK bool deck_open_set(struct ctx *cx, const struct openings *to);

#endif
