/* hopes/path.h - changing the path, and keeping what is at its heart.
 *
 * What made it hard, in her choice of words; at least WAYS_LEAST other ways,
 * from her, from a peer she lets see the hope, and from the shelf of the
 * program; then she chooses one or more, and keeps some to read. Each chosen
 * one is a new hope that comes from the old; the old one stays as it was.
 * Source: R39; acceptance test 8.
 */
#ifndef HOPES_PATH_H
#define HOPES_PATH_H

#include "hopes/goal.h"

enum {
    WAYS_LEAST = 3, /* before one is chosen */
    WAYS_MAX = 24,  /* of one hope */
    SHELF_MAX = 60, /* of one program */
    SHELF_SHOWN = 6 /* on a page of hers */
};

/* Stored: append only. */
enum hard {
    HARD_SCHOOLING,
    HARD_MONEY,
    HARD_TIME,
    HARD_FEAR,
    HARD_RULES,
    HARDS
};
enum way_source { WAY_HERS, WAY_PEERS, WAY_SHELF };
enum way_pick { WAY_OPEN, WAY_CHOSEN, WAY_TO_READ, WAY_NO, WAY_PICKS };

const char *hard_says(enum hard h);             /* a msgid */
const char *hard_field(enum hard h);            /* of a form */
const char *way_source_says(enum way_source s); /* a msgid */

struct path {
    unsigned hard;     /* 1 << enum hard */
    const char *words; /* what else made it hard; "" */
};

struct way {
    int64_t id;
    const char *words;
    enum way_source source;
    const char *by; /* WAY_PEERS: the first name; "" */
    enum way_pick pick;
};

struct ways {
    struct way *at;
    size_t n, cap;
};

/* Hers. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool path_get(struct ctx *cx, int64_t goal, struct path *out);

/* Errors: ERR_NOTFOUND; ERR_INVALID "words". */
MUST_CHECK bool path_put(struct ctx *cx, int64_t goal, const struct path *p);

/* To her, and to a peer who may see the hope; oldest first. Owns: cx->mem. */
MUST_CHECK bool ways_of(struct ctx *cx, struct person_id whose, int64_t goal,
                        struct ways *out);

/* By her or such a peer. Errors: ERR_NOTFOUND; ERR_INVALID "way"; ERR_CONFLICT:
 * WAYS_MAX. */
MUST_CHECK bool way_add(struct ctx *cx, struct person_id whose, int64_t goal,
                        const char *words);

/* Hers: one of the shelf is among her ways. Errors: as way_add(). */
MUST_CHECK bool way_copy(struct ctx *cx, int64_t goal, int64_t shelf);

struct picked {
    int64_t way;
    enum way_pick pick;
};

struct picks {
    struct picked *at;
    size_t n, cap;
};

/* Hers, all at once. *made: the newest hope that came of it; 0: none was
 * chosen. Errors: ERR_NOTFOUND; ERR_INVALID "way": fewer than WAYS_LEAST ways,
 * and one is chosen. */
MUST_CHECK bool way_pick(struct ctx *cx, int64_t goal,
                         const struct picks *picks, int64_t *made);

/* --- the shelf: of peers and who leads --- */

struct shelf_way {
    int64_t id;
    enum life_area area;
    const char *words;
    const char *who; /* first name; "" */
    bool mine;
};

struct shelf_ways {
    struct shelf_way *at;
    size_t n, cap;
};

/* Of the actor's program. Owns: cx->mem. */
MUST_CHECK bool way_shelf(struct ctx *cx, struct shelf_ways *out);

/* What she has not among her ways of this hope: of its area, or of any while it
 * has none; SHELF_SHOWN of them. Owns: cx->mem. */
MUST_CHECK bool way_shelf_for(struct ctx *cx, const struct goal *g,
                              struct shelf_ways *out);

/* A peer's. Errors: ERR_NOTFOUND; ERR_INVALID "words" (a name of somebody is in
 * it), "area"; ERR_CONFLICT: SHELF_MAX. */
MUST_CHECK bool way_shelve(struct ctx *cx, const char *words,
                           enum life_area area);

/* By its author, or who leads the program. Errors: ERR_NOTFOUND. */
MUST_CHECK bool way_unshelve(struct ctx *cx, int64_t id);

#endif
