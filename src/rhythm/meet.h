/* rhythm/meet.h - one time that a person and her peer meet.
 *
 * Either may make one, and either sees all of it. She takes it off or moves it
 * with one tap and no reason. Her peer cannot take it off without saying how
 * she was told: the rule here and the table both hold that. When they missed
 * each other, a courtesy call is due the same day (rhythm/task.h).
 * Source: R15, R18, R19; acceptance tests 2 and 3.
 */
#ifndef RHYTHM_MEET_H
#define RHYTHM_MEET_H

#include "base/date.h"
#include "people/people.h"

enum {
    MEET_LINE_MAX = 80,   /* characters */
    MEET_AHEAD_MAX = 370, /* days */
    MEETS_SHOWN = 40
};

/* Stored: append only; sql/ names MEET_OFF_PEER. */
enum meet_state {
    MEET_SET,
    MEET_HELD,
    MEET_MISSED,   /* "We missed each other": nobody is to blame */
    MEET_OFF_PEER, /* taken off by the peer, who said how she was told */
    MEET_OFF_HERS, /* taken off by her */
    MEET_SPACE,    /* she asked for space */
    MEET_STATES
};

/* How she was told. Stored: append only; sql/ names TOLD_NOT. */
enum told { TOLD_NONE, TOLD_CALLED, TOLD_TEXT, TOLD_WORD, TOLD_FACE, TOLD_NOT };

struct meet {
    int64_t id;
    struct person_id person, peer;
    int64_t at;               /* seconds */
    const char *what, *place; /* "" */
    enum meet_state state;
    enum told told;
    struct person_id by; /* who made or changed it last; {0}: the rhythm */
    bool over;           /* its hour has come */
    bool hers;           /* she made or changed it last */
    const char *who;     /* the other one's first name */
    bool left;           /* to her: that peer walks with her no more */
    const char *gone; /* meet_list_left(): that peer's first name; else NULL */
};

struct meets {
    struct meet *at;
    size_t n, cap;
};

/* Which times a list is of. */
enum meet_when {
    MEET_COMING, /* set, the next one first; then those whose hour came with no
                    word on it, the latest first */
    MEET_OFF,    /* called off, and their day is not over */
    MEET_PAST    /* what came of the last ones, the latest first */
};

/* Hers, for her; between the two, for her peer. Owns: cx->mem.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool meet_list(struct ctx *cx, struct person_id whose,
                          enum meet_when when, struct meets *out);

/* The acting peer's, with everybody they walk with: of today, whatever came of
 * them, and what waits for a word or was changed by her since yesterday.
 * Owns: cx->mem. */
MUST_CHECK bool meet_list_mine(struct ctx *cx, struct meets *out);

/* Still to come, and set with a peer who walks with her no more: told to who
 * walks with her now, so that nobody waits at a door. When, and with whom; not
 * what or where. whose {0}: those of today, of all the acting peer walks with.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool meet_list_left(struct ctx *cx, struct person_id whose,
                               struct meets *out);

/* One of hers; for a peer: with that peer. Errors: ERR_NOTFOUND. */
MUST_CHECK bool meet_get(struct ctx *cx, struct person_id whose, int64_t id,
                         struct meet *out);

/* A new one: person, peer, at, what and place are set; sets m->id.
 * Errors: ERR_NOTFOUND; ERR_INVALID "peer", "date", "what", "place";
 * NULL: space. */
MUST_CHECK bool meet_make(struct ctx *cx, struct meet *m);

/* She moves it. Errors: ERR_INVALID "date"; ERR_CONFLICT when it is over. */
MUST_CHECK bool meet_move(struct ctx *cx, struct person_id whose, int64_t id,
                          int64_t at);

/* She takes it off: no reason is asked. */
MUST_CHECK bool meet_off(struct ctx *cx, struct person_id whose, int64_t id);

/* How she was told that it is off. */
struct telling {
    enum told told;
    const char *who; /* TOLD_WORD: with whom */
    int64_t retry;   /* TOLD_NOT: when to try again, today or tomorrow */
    bool mail;       /* TOLD_NOT: a voice mail was left; it is the first try */
};

/* Her peer takes it off, and says how she was told; TOLD_NOT leaves a task.
 * Only ways she marked safe. Errors: ERR_NOTFOUND; ERR_INVALID "told", "who",
 * "retry", "mail"; ERR_CONFLICT when it is over. */
MUST_CHECK bool meet_off_peer(struct ctx *cx, struct person_id whose,
                              int64_t id, const struct telling *t);

/* Her peer moves it to to->at, in one act: this one is off, and how she was
 * told is said as for meet_off_peer(); a new one is there, for the same thing
 * at the same place. Sets the rest of *to. Errors: as both. */
MUST_CHECK bool meet_move_peer(struct ctx *cx, struct person_id whose,
                               int64_t id, const struct telling *t,
                               struct meet *to);

/* It was held: either says so, once its hour has come. What was open to tell
 * her that a time is off is told then. */
MUST_CHECK bool meet_held(struct ctx *cx, struct person_id whose, int64_t id);

/* They missed each other: her peer says so, and a courtesy call is due today.
 * She says so of a peer who left; then none is due. */
MUST_CHECK bool meet_missed(struct ctx *cx, struct person_id whose, int64_t id);

/* She asked for space: all that is set is off. */
MUST_CHECK bool meet_close_all(struct ctx *cx, struct person_id whose);

/* A time of a rhythm, without leave: for rhythm.c. */
struct rhythm;
MUST_CHECK bool meet_of_rhythm(struct ctx *cx, const struct rhythm *r);

/* May the actor change the times of these two? A peer only their own.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool meet_may_change(struct ctx *cx, struct person_id whose,
                                struct person_id peer);

/* A peer who walks with her. Errors: ERR_INVALID "peer". */
MUST_CHECK bool meet_walks(struct ctx *cx, struct person_id whose,
                           struct person_id peer);

#endif
