/* deck/shown.h - one thing that a peer opens to one who leads, to talk about
 * it: that they shared, or held back. The others stay shut, and nobody can see
 * how many there are. Source: R1 "unless peer opens that entry"; day 5.3 at
 * 09:30. */
#ifndef DECK_SHOWN_H
#define DECK_SHOWN_H

#include "deck/shared.h"
#include "people/people.h"

struct shown {
    struct shared entry; /* its id: of what was opened */
    const char *who;     /* to its peer: the reader; to the reader: the peer */
};

struct showns {
    struct shown *at;
    size_t n, cap;
};

/* A copy of this entry of the open vault, to this one who leads the program.
 * Errors: ERR_NOTFOUND: no such entry, or they do not lead it. */
MUST_CHECK bool shown_put(struct ctx *cx, const struct vault *v, int64_t entry,
                          struct person_id reader);

/* Shut again, by its peer. Errors: ERR_NOTFOUND. */
MUST_CHECK bool shown_end(struct ctx *cx, int64_t id);

/* What the peer who acts opened; what was opened to who acts. Owns: cx->mem. */
MUST_CHECK bool shown_mine(struct ctx *cx, struct showns *out);
MUST_CHECK bool shown_to_me(struct ctx *cx, struct showns *out);

/* Those who lead the program of who acts. */
MUST_CHECK bool shown_leads(struct ctx *cx, struct persons *out);

/* Of keep.c. */
MUST_CHECK bool shown_export(struct ctx *cx, struct person_id p,
                             struct json_out *w);

#endif
