/* said/typing.h - a peer types her words for her, as long as she lets it be.
 *
 * A permission of its own (TOPIC_TYPING): it opens nothing that was said yes
 * to, and takes nothing from who reads. Who may type is read from it at each
 * use and kept nowhere else. Only she says yes to what was typed. Source: R44,
 * R52, R42.
 */
#ifndef SAID_TYPING_H
#define SAID_TYPING_H

#include "said/said.h"

/* A draft is open: to her, as her topic says; to the peer she lets type it,
 * while that peer walks with her and it is not over. Others have no part in a
 * draft. Errors: ERR_NOTFOUND. */
MUST_CHECK bool typing_open(struct ctx *cx, struct about hers, bool over);

/* The draft of what was never said yes to, to these two; typed_by says who
 * typed it last. Owns: cx->mem. Errors: ERR_NOTFOUND, so when it is no draft of
 * this kind. */
MUST_CHECK bool typing_get(struct ctx *cx, struct person_id whose,
                           struct said_id id, enum said_kind kind,
                           struct said *out);

/* A peer who walks with her types it from now on, until then (seconds;
 * TIME_NONE: till she ends it). Errors: ERR_INVALID "peer". */
MUST_CHECK bool typing_let(struct ctx *cx, struct said_id id,
                           struct person_id peer, int64_t until);

/* Nobody types it any more. Only she can. */
MUST_CHECK bool typing_end(struct ctx *cx, struct said_id id);

/* Who can type it at this second, as she sees it: the first name; "": nobody.
 * Owns: cx->mem. */
MUST_CHECK bool typing_now(struct ctx *cx, struct said_id id,
                           const char **first);

struct typing {
    struct said_id id;
    struct person_id person;
    enum said_kind kind;
};

struct typings {
    struct typing *at;
    size_t n, cap;
};

/* Of these kinds (1U << SAID_TELL), what the actor, a peer, is let to type for
 * her now, or, whose {0}, for anybody; newest first. Owns: cx->mem. */
MUST_CHECK bool typing_list(struct ctx *cx, struct person_id whose,
                            unsigned kinds, struct typings *out);

#endif
