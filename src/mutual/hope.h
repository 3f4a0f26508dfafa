/* mutual/hope.h - hope a peer holds for a person (R14).
 *
 * A peer leaves a short note in her space, signed with a first name. It is
 * hers: she hides it, brings it back, or takes it away for good, and may want
 * none at all. The peer is shown that a note was left and when, may take it
 * back, and is never told whether it was read, hidden or taken away: what the
 * peer is shown is made without those columns. A note that is left while she
 * wants space is kept, and is hers to see when that ends (R16).
 */
#ifndef MUTUAL_HOPE_H
#define MUTUAL_HOPE_H

#include "sharing/may.h"

enum {
    HOPE_WORDS_MAX = 240, /* characters */
    HOPE_WEEK_MAX = 3,    /* of one peer to one person in 7 days */
    HOPE_LEFT_SHOWN = 10
};

struct hope {
    int64_t id;
    const char *words, *who; /* who: first name of the peer; "" when gone */
    int64_t at;
    bool fresh, hidden;
};

struct hopes {
    struct hope *at; /* newest first */
    size_t n, cap;
};

/* What a peer is shown of one: nothing of what became of it. */
struct hope_left {
    int64_t id, at;
    bool back; /* the peer took it back */
    bool kept; /* left while she wants space: she does not see it yet */
};

struct hope_lefts {
    struct hope_left *at; /* newest first, at most HOPE_LEFT_SHOWN */
    size_t n, cap;
};

/* --- hers --- */

/* All that are there, hidden ones too; none that is kept. Owns: cx->mem.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool hope_list(struct ctx *cx, struct hopes *out);

/* Who left the newest one that is new to her and not hidden; "": none, or she
 * wants none. Owns: cx->mem. */
MUST_CHECK bool hope_newest(struct ctx *cx, const char **who);

/* There is one, hidden or not. */
MUST_CHECK bool hope_any(struct ctx *cx, bool *yes);

/* Before this page leaves: that she saw them. */
void hope_note_seen(struct ctx *cx);

enum hope_act { HOPE_HIDE, HOPE_SHOW, HOPE_AWAY };

/* Errors: ERR_NOTFOUND; ERR_INVALID "act". */
MUST_CHECK bool hope_move(struct ctx *cx, int64_t id, enum hope_act act);

/* Whether notes may be left for her. */
MUST_CHECK bool hope_set(struct ctx *cx, bool on);
MUST_CHECK bool hope_is_on(struct ctx *cx, struct person_id person, bool *on);

/* --- a peer's --- */

/* Errors: ERR_NOTFOUND; ERR_INVALID "words"; ERR_CONFLICT: she wants none now,
 * or HOPE_WEEK_MAX were left. */
MUST_CHECK bool hope_leave(struct ctx *cx, struct person_id person,
                           const char *words);

/* Its words are gone. Also when she took it away before: nothing tells.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool hope_take_back(struct ctx *cx, struct person_id person,
                               int64_t id);

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool hope_list_left(struct ctx *cx, struct person_id person,
                               struct hope_lefts *out);

#endif
