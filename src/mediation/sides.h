/* mediation/sides.h - two sides, as she has them: what each means, what was
 * misheard, what was agreed. It opens at her yes and ends at her word.
 *
 * In a program under 42 CFR Part 2 (or not known) it is given when she has
 * signed a consent too, as all of her words are (voice/consent.h).
 * Source: R42, R45, R46; never-list 3, 5, 8 and 10.
 */
#ifndef MEDIATION_SIDES_H
#define MEDIATION_SIDES_H

#include "mediation/opening.h"
#include "said/read.h"
#include "said/reply.h"
#include "voice/consent.h"

enum { SIDES_SHOWN = 40 };

/* What somebody else says in it: said.id {0}, nothing yet. */
struct told {
    struct said said; /* the newest its author said yes to */
    struct side side;
};

struct sides {
    struct said said; /* her side: the newest she said yes to; else the draft */
    struct side hers;
    bool pending;   /* there are newer words she has not said yes to */
    bool waiting;   /* said yes, and nobody has it */
    bool protects;  /* the program is under Part 2, or it is not known */
    bool lets_read; /* no consent is needed, or there is one now */
    struct consent consent;
    const char *typist;     /* who types new words now; "" */
    struct told team;       /* the other side */
    struct told comment;    /* the peer's, never mixed in */
    bool reads;             /* the other side can read hers at this second */
    bool shown;             /* and the comment as it is now */
    struct replies replies; /* what the other side wrote to agree on */
    struct said_readers readers;
};

/* What holds, and what is proposed or she said no to. Owns: cx->mem. */
void sides_agreed(struct ctx *cx, const struct replies *all,
                  struct replies *agreed, struct replies *proposed);

/* What she would say yes to now, and its hash. */
MUST_CHECK bool sides_offered(struct ctx *cx, struct said_id id,
                              struct said *said, struct side *side);

/* Yes to exactly what has this hash; and those named have it, unless a consent
 * is needed. Errors: as said_approve, said_give, opening_is_whole. */
MUST_CHECK bool sides_approve(struct ctx *cx, struct said_id id,
                              const char *seen);

/* She said yes when nobody could have it; now they do. Errors: ERR_CONFLICT. */
MUST_CHECK bool sides_give(struct ctx *cx, struct said_id id);

/* What the consent for it says: signed, or as it would be. */
MUST_CHECK bool sides_consent(struct ctx *cx, struct said_id id,
                              struct consent *out);
MUST_CHECK bool sides_sign(struct ctx *cx, struct said_id id,
                           const struct signing *by);
MUST_CHECK bool sides_unsign(struct ctx *cx, struct said_id id);

/* It is over from the next request on: nobody else can open any of it, what
 * she said helped among it. The other side is told that it ended. */
MUST_CHECK bool sides_end(struct ctx *cx, struct said_id id);

/* The other side may read the peer's comment as it is now, or not. Errors:
 * ERR_CONFLICT when there is none. */
MUST_CHECK bool sides_show_comment(struct ctx *cx, struct said_id id, bool yes);

MUST_CHECK bool sides_get(struct ctx *cx, struct said_id id, struct sides *out);

/* One line of her list. */
struct sides_line {
    struct said said;
    struct side hers;
    bool team;   /* the other side has said theirs */
    bool told;   /* and she has not read it since */
    bool answer; /* something waits for her word */
    bool unsigned_yet;
    bool pending; /* there are newer words she has not said yes to */
};

struct sides_lines {
    struct sides_line *at;
    size_t n, cap;
};

/* Hers: open ones first. Owns: cx->mem. */
MUST_CHECK bool sides_list(struct ctx *cx, struct sides_lines *out);

/* Hears SHARING_NAMED (sharing/named.h). */
MUST_CHECK bool sides_name(struct ctx *cx, const void *what);

/* --- for this folder --- */

/* The newest approved words of this author about it. Asks nobody's leave: for
 * callers that asked may(). out->said.id {0}: none. */
MUST_CHECK bool sides_told(struct ctx *cx, const struct said *hers,
                           struct person_id author, struct told *out);

/* What this author began to say about it; {0}: nothing. */
MUST_CHECK bool sides_find(struct ctx *cx, const struct said *hers,
                           struct person_id author, struct said_id *out);

/* Which version of the peer's comment the other side may read; 0: none. */
MUST_CHECK bool sides_shown(struct ctx *cx, const struct said *hers, int *out);

/* It is open: nobody ended it, and its time is not over. */
bool sides_live(const struct ctx *cx, const struct said *hers);

#endif
