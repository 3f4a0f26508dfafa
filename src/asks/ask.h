/* asks/ask.h - what she asked the agency for, until it is done.
 *
 * An ask is a thing said (said/said.h, SAID_ASK). She says how loud it is
 * (asks/ladder.h), hears what is answered, and ends it: nobody else can,
 * however long that takes. Each function here acts for the person herself.
 * Source: R20, R46 to R48, R121; never-list 14.
 */
#ifndef ASKS_ASK_H
#define ASKS_ASK_H

#include "asks/ladder.h"
#include "said/reply.h"

enum {
    ASK_WORDS_MAX = 400, /* characters */
    ASKS_OPEN_MAX = 30,
    ASK_OLD_DAYS = 14, /* open longer than that is said to who leads */
    DID_WORDS_MAX = 200,
    DIDS_MAX = 30
};

/* A line of what was done. */
struct did {
    const char *words, *who; /* the author, as she calls them */
    int64_t at;
};

struct dids {
    struct did *at; /* newest first */
    size_t n, cap;
};

struct ask {
    struct said said;
    struct ladder ladder;
    int days;           /* since she asked: since her yes */
    const char *who;    /* has it now: "Luis and Karen"; "" */
    size_t have;        /* how many they are */
    const char *silent; /* who of them did not write back: "Karen"; "" */
    bool answered;      /* who has it now wrote back, all of them */
};

struct asks {
    struct ask *at;
    size_t n, cap;
};

/* A new one; s: words, due, about. Sets s->id. Errors: ERR_NOTFOUND;
 * ERR_INVALID "words", "due", "day-N"; ERR_CONFLICT: ASKS_OPEN_MAX. */
MUST_CHECK bool ask_make(struct ctx *cx, struct said *s,
                         const struct ladder_wish *w);

/* Hers: open, the soonest day first; or over; the first `most`. Owns: cx->mem.
 */
MUST_CHECK bool ask_list(struct ctx *cx, bool over, int most, struct asks *out);
MUST_CHECK bool ask_get(struct ctx *cx, struct said_id id, struct ask *out);

/* Errors of these four: ERR_NOTFOUND; ERR_CONFLICT when it is over, or there is
 * no such step; ask_loud() ERR_INVALID "day-N". */
MUST_CHECK bool ask_loud(struct ctx *cx, struct said_id id,
                         const struct ladder_wish *w);
MUST_CHECK bool ask_louder(struct ctx *cx, struct said_id id);
MUST_CHECK bool ask_quieter(struct ctx *cx, struct said_id id);

/* Over, or open again. Nobody has it from the next request on. SAID_ACTS: no
 * act was chosen. */
MUST_CHECK bool ask_end(struct ctx *cx, struct said_id id, enum said_act act,
                        const char *why);

/* And what was promised in answer to it, if it is open, is over with it: done,
 * or (ACT_NO_HELP, ACT_LET_GO) not needed any more. Errors: ERR_NOTFOUND. */
MUST_CHECK bool ask_end_promises(struct ctx *cx, struct said_id id,
                                 enum said_act act);
enum said_act ask_act(const char *word); /* "done", "no-help", "stop", "open" */

/* What was done about it: to her, all; to who holds it, their own lines. Owns:
 * cx->mem. */
MUST_CHECK bool did_list(struct ctx *cx, struct person_id whose,
                         struct said_id id, struct dids *out);

/* A promise of somebody else to her, to make noise about. */
struct ask_promise {
    const char *words;  /* "": there is no such promise */
    struct said_id ask; /* the open ask it answers; {0}: none */
};

/* Owns: cx->mem. Errors: only of the store. */
MUST_CHECK bool ask_of_promise(struct ctx *cx, int64_t id,
                               struct ask_promise *out);

#endif
