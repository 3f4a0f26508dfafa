/* signal/card.h - who I am: the card a peer writes, shown before the two meet.
 *
 * The title alone tells that a peer has lived through something (R3). What else
 * is said, the peer writes, every word; the card that is shipped says the role
 * and no more.
 */
#ifndef SIGNAL_CARD_H
#define SIGNAL_CARD_H

#include "people/people.h"

enum { SIGNAL_LETTERS_MAX = 400 }; /* characters of one part */

enum signal_part {
    SIGNAL_MEANS,  /* what peer means here */
    SIGNAL_IS_NOT, /* what a peer is not */
    SIGNAL_OURS,   /* what stays between us */
    SIGNAL_CHOOSE, /* how to say no, or choose another */
    SIGNAL_PARTS
};

struct signal_card {
    struct person peer;
    int64_t version; /* 0: as shipped */
    const char *part[SIGNAL_PARTS];
};

/* The card of a peer of the program of who acts: it is for everybody in it.
 * The shipped one is in their language. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool signal_get(struct ctx *cx, struct person_id peer,
                           struct signal_card *out);

/* The acting peer's own, from now on; the same words are no new version.
 * Errors: ERR_INVALID "means", "is_not", "ours", "choose". */
MUST_CHECK bool signal_change(struct ctx *cx,
                              const char *const part[SIGNAL_PARTS]);

/* The name of the field of a part. */
const char *signal_field(enum signal_part part);

/* She who acts is shown it now: written down before the answer leaves. */
void signal_note_shown(struct ctx *cx, const struct signal_card *card);

/* When this person first saw the card of the acting peer; DATE_NONE: not yet.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool signal_shown_to(struct ctx *cx, struct person_id whose,
                                struct date *day);

#endif
