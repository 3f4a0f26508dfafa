/* mediation/opening.h - her side while it is being written: she alone, or she
 * with a peer who types. Only she says yes to it, and only then does it open.
 * Source: R42, R52.
 */
#ifndef MEDIATION_OPENING_H
#define MEDIATION_OPENING_H

#include "mediation/side.h"
#include "said/typing.h"

struct opening {
    struct said_id id; /* {0}: not kept yet */
    struct person_id person;
    struct side side;
    const char *seen; /* said_hash() of what was before the eyes of who typed;
                         NULL: whatever it is by now. Read: of what is kept */
    /* read only: */
    struct person_id typed; /* a peer who typed some of it; {0} */
    enum said_state state;
    int64_t held; /* until when what she said yes to holds; TIME_NONE */
};

struct opening opening_blank(struct person_id whose);

/* For her, or for the peer she lets type it. Owns: cx->mem.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool opening_get(struct ctx *cx, struct person_id whose,
                            struct said_id id, struct opening *out);

/* Keep it; a new one gets its id. A peer changes the words alone: who is in it
 * and until when stay hers to choose. Errors: ERR_NOTFOUND; ERR_INVALID, naming
 * the field, or "seen": it was changed since; ERR_CONFLICT when it is over. */
MUST_CHECK bool opening_save(struct ctx *cx, struct opening *o);

/* It can be said yes to. Errors: ERR_INVALID, naming the field. */
MUST_CHECK bool opening_is_whole(struct ctx *cx, const struct opening *o);

bool opening_is_over(const struct ctx *cx, const struct opening *o);

/* Never said yes to, and not wanted: it is gone. Errors: ERR_NOTFOUND;
 * ERR_CONFLICT when she said yes before. */
MUST_CHECK bool opening_throw_away(struct ctx *cx, struct said_id id);

/* A peer who walks with her types it, until she says yes; {0}: nobody does any
 * more. Errors: ERR_INVALID "peer"; ERR_CONFLICT when it is over. */
MUST_CHECK bool opening_let_type(struct ctx *cx, struct said_id id,
                                 struct person_id peer);

/* Her peers, and of staff those who can be the other side. Owns: cx->mem. */
MUST_CHECK bool opening_choices(struct ctx *cx, struct persons *others,
                                struct persons *peers);

#endif
