/* fit/change.h - another peer, at any time and without a reason.
 *
 * She chooses from the peers' own cards; who leads the program makes it so, or
 * says why it cannot be now. Nothing is assigned by a machine. Source: R9.
 */
#ifndef FIT_CHANGE_H
#define FIT_CHANGE_H

#include "people/people.h"

enum { CHANGE_LETTERS_MAX = 300 };

/* Stored: append only. */
enum change_state { CHANGE_OPEN, CHANGE_DONE, CHANGE_NOT_NOW, CHANGE_BACK };

struct change {
    int64_t id; /* 0: none */
    struct person_id person, wants, instead;
    const char *who;          /* her first name and initial, to who leads */
    const char *wants_name;   /* ""; anybody else */
    const char *instead_name; /* "": beside those she has */
    int64_t made;
    enum change_state state;
    const char *words; /* from who leads; "" */
};

struct changes {
    struct change *at;
    size_t n, cap;
};

/* She wants wants ({0}: anybody else) instead of one who walks with her, or
 * ({0}) beside. It goes to all who lead her program, by name; what was open
 * before is taken back. Errors: ERR_INVALID "wants", "instead"; ERR_CONFLICT:
 * she works here. */
MUST_CHECK bool change_ask(struct ctx *cx, struct person_id wants,
                           struct person_id instead);

/* Her latest. Owns: cx->mem. */
MUST_CHECK bool change_mine(struct ctx *cx, struct change *out);

/* She takes back what is open. Errors: ERR_NOTFOUND. */
MUST_CHECK bool change_take_back(struct ctx *cx, int64_t id);

/* What is open, to who leads, and can be made so; the oldest first. Owns:
 * cx->mem. */
MUST_CHECK bool change_list(struct ctx *cx, struct changes *out);

/* Who leads: it is so from now on, with this peer (the one she wants, or, when
 * that is left open, another). Errors: ERR_NOTFOUND; ERR_INVALID "peer". */
MUST_CHECK bool change_done(struct ctx *cx, int64_t id, struct person_id peer);

/* Who leads: it cannot be now; she reads the words. Errors: ERR_NOTFOUND;
 * ERR_INVALID "words". */
MUST_CHECK bool change_not_now(struct ctx *cx, int64_t id, const char *words);

#endif
