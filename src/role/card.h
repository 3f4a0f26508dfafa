/* role/card.h - what a peer of this program does, never does, and asks about
 * first; who of staff has read it. Source: R79, R81.
 *
 * A program starts with the card that is shipped (version 0). Who leads it
 * changes it; each change is a version, and is read again.
 */
#ifndef ROLE_CARD_H
#define ROLE_CARD_H

#include "people/people.h"
#include "role/talk.h"

enum {
    CARD_LETTERS_MAX = 800, /* characters of one part */
    CARD_LINES_MAX = 12     /* and its lines */
};

struct role_card {
    int64_t version;               /* 0: as shipped */
    const char *can, *never, *ask; /* one thing a line */
    enum talk talk;
    int64_t made; /* seconds; TIME_NONE: as shipped */
};

struct card_reader {
    const char *who;
    bool read; /* this version */
    struct date day;
};

struct card_readers {
    struct card_reader *at;
    size_t n, cap;
};

/* The card of the program of who acts, in their language while it is the one
 * shipped. Owns: cx->mem. */
MUST_CHECK bool card_get(struct ctx *cx, struct role_card *out);

/* What a peer asks first, as it is read: where medicine is not talked about,
 * the line that one asks before talking about it is not there. Owns: cx->mem.
 */
const char *card_asks(struct ctx *cx, const struct role_card *c);

/* A new version, and *same false; the same words are the same version, which
 * stays as read as it was. Errors: ERR_NOTFOUND: the actor does not lead;
 * ERR_INVALID "can", "never", "ask", "talk". */
MUST_CHECK bool card_change(struct ctx *cx, const struct role_card *c,
                            bool *same);

/* Whoever acts, of staff or a person, has read the card as it is now. */
MUST_CHECK bool card_read(struct ctx *cx);
MUST_CHECK bool card_is_read(struct ctx *cx, const struct role_card *c,
                             bool *yes);

/* All staff of the program, by name, to who leads it. Errors: ERR_NOTFOUND.
 * Owns: cx->mem. */
MUST_CHECK bool card_readers(struct ctx *cx, struct card_readers *out);

#endif
