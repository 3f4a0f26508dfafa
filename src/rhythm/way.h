/* rhythm/way.h - what makes the way to her door safe for whoever comes.
 *
 * One short note about a place and the way there, kept for the safety of those
 * who visit: a peer who walks with her writes it, or who leads her program. She
 * sees all of it, who wrote what and when, and has words of her own beside it.
 * It says nothing of her: there is no level and no kind, and no place on a map.
 * Source: R23, R15; never-list 1.
 */
#ifndef RHYTHM_WAY_H
#define RHYTHM_WAY_H

#include "people/people.h"

enum { WAY_MAX = 300 /* characters */, WAYS_SHOWN = 20 };

/* One version of it. */
struct way {
    int64_t id; /* 0: there is none */
    int64_t number;
    bool away;         /* it was taken away with this */
    const char *words; /* ""; gone once it was taken away */
    const char *by;    /* first name; "" when gone */
    int64_t at;        /* seconds */
};

struct ways {
    struct way *at;
    size_t n, cap;
};

/* As it stands. */
struct way_note {
    struct way note;    /* .id 0: there is none now */
    const char *answer; /* hers; "" */
    int64_t answered;   /* seconds */
};

/* .note.id 0 also for whoever may not know it. A look at one is written down.
 * Owns: cx->mem. */
MUST_CHECK bool way_get(struct ctx *cx, struct person_id whose,
                        struct way_note *out);

/* All that became of it, the newest first. Errors: ERR_NOTFOUND. */
MUST_CHECK bool way_list(struct ctx *cx, struct person_id whose,
                         struct ways *out);

/* A peer of hers writes it; who leads changes one that is there. The same words
 * again change nothing. Errors: ERR_NOTFOUND; ERR_INVALID "words". */
MUST_CHECK bool way_put(struct ctx *cx, struct person_id whose,
                        const char *words);

/* Gone, with the words of all versions and what she said to it; that there was
 * one stays. Errors: ERR_NOTFOUND, also when there is none. */
MUST_CHECK bool way_away(struct ctx *cx, struct person_id whose);

/* Her words beside it; "": none. Errors: ERR_NOTFOUND, also when there is no
 * note; ERR_INVALID "words". */
MUST_CHECK bool way_answer(struct ctx *cx, struct person_id whose,
                           const char *words);

/* Of the peers of the actor's program, A to Z: whom each walks with now, and
 * there is a note. Peers with none are left out. */
struct way_peer {
    struct person peer;
    struct persons people;
};

struct way_peers {
    struct way_peer *at;
    size_t n, cap;
};

MUST_CHECK bool way_peers(struct ctx *cx, struct way_peers *out);

#endif
