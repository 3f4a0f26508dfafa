/* mediation/team.h - two sides, as those she named in it have them: the other
 * side, who says what it means; and the peer, who may say what was misheard.
 * Each look at hers is told to her. Source: R42, R45, R46.
 */
#ifndef MEDIATION_TEAM_H
#define MEDIATION_TEAM_H

#include "mediation/sides.h"

/* It is before the actor's eyes. */
struct joined {
    struct said said; /* her side */
    struct side hers;
    bool helps; /* the actor is the peer, not the other side */
    bool protects;
    struct consent consent;
    struct told mine, other; /* what the actor said; what the other one did, as
                                far as the actor may know it */
    struct said draft;       /* newer words of the actor's; id {0}: none */
    struct side drafted;     /* of it, or of mine */
    struct replies replies;  /* of the other side of now */
};

/* Leaves its line. Errors: ERR_NOTFOUND; so too when a consent it needs is
 * over. */
MUST_CHECK bool joined_open(struct ctx *cx, struct said_id id,
                            struct joined *out);

/* The actor's own words in it, kept as a draft: v->mean and misheard; a peer's
 * misheard alone. Errors: ERR_NOTFOUND; ERR_INVALID "mean", "misheard". */
MUST_CHECK bool joined_write(struct ctx *cx, struct said_id id, struct side *v);

/* The actor says yes to exactly what has this hash. Errors: as said_approve. */
MUST_CHECK bool joined_approve(struct ctx *cx, struct said_id id,
                               const char *seen);

/* The other side writes what could be agreed, and what it will do by when: r
 * and will as of reply_add, whose errors these are. Only when it has said its
 * own side. Errors: ERR_CONFLICT. */
MUST_CHECK bool joined_agree(struct ctx *cx, struct reply *r,
                             const struct wills *will);

/* What the actor was named in, new first. closed: it ended. Owns: cx->mem. */
MUST_CHECK bool joined_list(struct ctx *cx, struct to_reads *out);

/* The actor was named in it, and it is over. Errors: ERR_NOTFOUND. */
MUST_CHECK bool joined_is_closed(struct ctx *cx, struct said_id id,
                                 struct to_read *out);

#endif
