/* asks/typed.h - an ask that a peer types for her.
 *
 * She begins it, with words or without, and lets a peer who walks with her type
 * (said/typing.h). Until she says yes to exactly those words, and how loud, it
 * counts for nothing and nobody is asked. Source: R44, R48, R122.
 */
#ifndef ASKS_TYPED_H
#define ASKS_TYPED_H

#include "asks/ladder.h"
#include "said/typing.h"

struct ask_draft {
    struct said said;
    const char *typed;  /* who typed these words, as she calls them; "": she */
    const char *typist; /* to her: who can type now; "": nobody */
};

struct ask_drafts {
    struct ask_draft *at;
    size_t n, cap;
};

/* Hers. Errors: ERR_NOTFOUND; ERR_INVALID "words", "peer"; ERR_CONFLICT:
 * ASKS_OPEN_MAX. */
MUST_CHECK bool ask_draft_begin(struct ctx *cx, const char *words,
                                struct person_id peer, struct said_id *id);

/* Hers, each. Owns: cx->mem. */
MUST_CHECK bool ask_drafts(struct ctx *cx, struct ask_drafts *out);

/* To her, and to who types it. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool ask_draft_get(struct ctx *cx, struct person_id whose,
                              struct said_id id, struct ask_draft *out);

/* Other words, by either, over those whose hash was seen. Errors: ERR_NOTFOUND;
 * ERR_INVALID "words", "seen" (it was changed since). */
MUST_CHECK bool ask_draft_write(struct ctx *cx, const struct ask_draft *d,
                                const char *words, const char *seen);

/* This peer types it from now on; {0}: nobody does. Only she. Errors:
 * ERR_NOTFOUND; ERR_INVALID "peer". */
MUST_CHECK bool ask_draft_let(struct ctx *cx, struct said_id id,
                              struct person_id peer);

/* She does not want it: its words are gone. Errors: ERR_NOTFOUND. */
MUST_CHECK bool ask_draft_away(struct ctx *cx, struct said_id id);

/* She asks exactly what was seen, so loud; nobody types it any more. Errors:
 * ERR_NOTFOUND; ERR_INVALID "seen", "words", "due", "day-N". */
MUST_CHECK bool ask_draft_yes(struct ctx *cx, struct said_id id,
                              const char *seen, struct date due,
                              const struct ladder_wish *w);

#endif
