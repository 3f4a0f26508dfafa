/* voice/read.h - the reader's side: exact words, what was understood, what will
 * be done. Every look is told to her. Source: R44, R52; acceptance test 6.
 */
#ifndef VOICE_READ_H
#define VOICE_READ_H

#include "voice/voice.h"

/* Words before a reader's eyes. */
struct opened {
    struct said said;
    struct words words;
    bool protects;           /* consent_needed() */
    struct consent consent;  /* when it protects */
    struct replies replies;  /* the reader's own */
    struct comments beside;  /* comments she said yes to */
    struct said_wases aloud; /* when the reader read it out loud */
    struct said_was help;    /* whether it helped, where she lets them know; at
                                TIME_NONE: not */
};

/* Words the actor had, and that are over: no word of them. */
struct over {
    struct to_read r;
    bool told; /* she lets those who read it know whether it helped: */
    bool helped;
    const char *why; /* her word on it; "" */
};

/* To see, or to carry: take away on paper. Leaves its line.
 * Errors: ERR_NOTFOUND; so too when the consent it needs is over. */
MUST_CHECK bool voice_open(struct ctx *cx, struct said_id id, enum verb verb,
                           struct opened *out);

MUST_CHECK bool voice_reply(struct ctx *cx, struct reply *r,
                            const struct wills *will);

/* Read out loud to the team, where she allowed that; note: to whom and when.
 * Errors: ERR_INVALID "note"; ERR_DENIED. */
MUST_CHECK bool voice_aloud(struct ctx *cx, struct said_id id,
                            const char *note);

/* What the actor was given, new first. closed: taken back, or over. */
MUST_CHECK bool voice_to_read(struct ctx *cx, struct to_reads *out);

/* The actor had it, and it is over. Errors: ERR_NOTFOUND. */
MUST_CHECK bool voice_is_closed(struct ctx *cx, struct said_id id,
                                struct over *out);

#endif
