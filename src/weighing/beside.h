/* weighing/beside.h - a peer who sits beside her with a sheet, and types. */
#ifndef WEIGHING_BESIDE_H
#define WEIGHING_BESIDE_H

#include "weighing/sheet.h"

/* She asks this peer to sit beside her with it, until she ends it. Nobody else
 * does from then on. Errors: ERR_NOTFOUND; ERR_INVALID "peer": does not walk
 * with her, or does not talk about medicine. */
MUST_CHECK bool beside_let(struct ctx *cx, int64_t sheet,
                           struct person_id peer);

/* Nobody sits beside her any more. Errors: ERR_NOTFOUND. */
MUST_CHECK bool beside_end(struct ctx *cx, int64_t sheet);

/* Each of her peers, with the rule that holds with them. */
struct beside {
    struct person peer;
    enum talk rule;
    bool now; /* sits beside her with this sheet */
};

struct besides {
    struct beside *at;
    size_t n, cap;
};

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool beside_list(struct ctx *cx, int64_t sheet, struct besides *out);

/* The sheets of hers that the actor, a peer, may sit beside her with. Owns:
 * cx->mem. */
MUST_CHECK bool beside_mine(struct ctx *cx, struct person_id whose,
                            struct sheets *out);

#endif
