/* rhythm/reach.h - how she may be reached.
 *
 * The ways she marked safe, and how many tries one miss is worth to her. What
 * she has not marked is not used: no row says that nothing is safe.
 * Source: R18 "only channels the person marked safe", R19; never-list 7.
 */
#ifndef RHYTHM_REACH_H
#define RHYTHM_REACH_H

#include "base/ctx.h"
#include "frame/actor.h"

/* Stored: append only; safe is 1 << channel. */
enum channel {
    CHANNEL_NONE, /* any that is safe */
    CHANNEL_CALL,
    CHANNEL_TEXT,
    CHANNEL_NOTE, /* at her door */
    CHANNEL_WORD, /* with somebody of her circle */
    CHANNELS
};

enum {
    REACH_TRIES_MAX = 5,
    REACH_WHO_MAX = 120,
    REACH_MAIL = 1 << 8 /* in safe: a call may leave a voice mail */
};

struct reach {
    unsigned safe;   /* 1 << channel, or-ed, and REACH_MAIL */
    int most;        /* tries a miss: 0..REACH_TRIES_MAX */
    const char *who; /* who takes a word for her; "" */
};

/* A word of a form, "call"; CHANNEL_NONE for no such one. */
enum channel channel_parse(const char *word);
const char *channel_word(enum channel c);

bool reach_has(const struct reach *r, enum channel c);

/* When she is to be told that a time is off: a voice mail is safe, and is not
 * the last of her tries. */
bool reach_mail(const struct reach *r);

/* Of these ways, one that can leave word: a voice mail, a note, somebody. */
bool ways_leave_word(unsigned ways);

/* What she said, with her words. Errors: ERR_NOTFOUND. Owns: cx->mem. */
MUST_CHECK bool reach_get(struct ctx *cx, struct person_id whose,
                          struct reach *out);

/* The same without her words, and nobody's leave is asked: for rules. */
MUST_CHECK bool reach_rule(struct ctx *cx, struct person_id whose,
                           struct reach *out);

/* She says it. What is under way ends when its tries are used by now.
 * Errors: ERR_NOTFOUND; ERR_INVALID "most", "who". */
MUST_CHECK bool reach_put(struct ctx *cx, struct person_id whose,
                          const struct reach *r);

#endif
