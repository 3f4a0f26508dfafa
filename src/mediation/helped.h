/* mediation/helped.h - who will do what by when, after what was agreed; and
 * her word on each: this helped, or it did not.
 *
 * Her word goes to the peer who helps and to whoever leads the program, and to
 * the other side only where she says so, each time. It is a permission about
 * that one word (TOPIC_HELPED). In a program under 42 CFR Part 2 it stays with
 * her: there is no consent for it. Source: R46; never-list 3 and 8.
 */
#ifndef MEDIATION_HELPED_H
#define MEDIATION_HELPED_H

#include "mediation/sides.h"

enum { HELPED_WORD_MAX = 300, HELPED_SHOWN = 40 };

/* Her word on one promise. id 0: none yet. */
struct helped {
    int64_t id;
    bool helped;
    const char *word; /* "" */
    int64_t at;
};

/* One line of who will do what. */
struct rally_line {
    struct said promise;
    const char *who;
    struct helped mine;
    const char *readers; /* in hers: who can read her word now; "" */
    bool team;           /* in hers: and the other side can */
};

struct rally {
    struct rally_line *at;
    size_t n, cap;
};

/* What was promised with what she said yes to. To her: with her words on it; to
 * others: those the actor may know. Leaves its lines. Owns: cx->mem. */
MUST_CHECK bool rally_list(struct ctx *cx, struct person_id whose,
                           const struct replies *agreed, struct rally *out);

/* Who would read her word, besides the other side: "Ruth", "Karen". */
MUST_CHECK bool helped_readers(struct ctx *cx, const struct sides *v,
                               struct persons *out);

struct helped_said {
    struct said_id promise;
    bool helped, team;
    const char *word;
};

/* She says it; what she said of it before is gone. Errors: ERR_NOTFOUND;
 * ERR_INVALID "word". */
MUST_CHECK bool helped_say(struct ctx *cx, struct said_id id,
                           const struct helped_said *h);

/* Nobody but her has what she said of this case. */
MUST_CHECK bool helped_close(struct ctx *cx, struct said_id id);

/* What others said to the actor about what helped. */
struct helped_line {
    const char *name;    /* "Denise" */
    const char *promise; /* its words */
    const char *who;     /* who promised it */
    struct helped it;
};

struct helped_lines {
    struct helped_line *at;
    size_t n, cap;
};

/* Newest first. Leaves its lines. Owns: cx->mem. */
MUST_CHECK bool helped_list(struct ctx *cx, struct helped_lines *out);

/* How many that list would show. Leaves none. */
MUST_CHECK bool helped_count(struct ctx *cx, size_t *n);

#endif
