/* contacts/taken.h - what a peer wrote down by mistake, and took back.
 *
 * In time, the peer alone may: all of it is gone, and she is told that it was
 * there and who took it back. Once she had a hand in it, a line or her done, it
 * is hers too, and it stays.
 */
#ifndef CONTACTS_TAKEN_H
#define CONTACTS_TAKEN_H

#include "contacts/contact.h"

struct taken {
    int64_t id;       /* what the contact was called; 0: none */
    struct date day;  /* of the contact */
    struct date on;   /* when it was taken back */
    bool seen;        /* she read that */
    const char *peer; /* first name */
};

struct takens {
    struct taken *at; /* the latest first */
    size_t n, cap;
};

/* The peer who acts wrote it down, and may take it back still. */
bool contact_is_mine_to_take(const struct ctx *cx, const struct contact *c);

/* It is gone, with its lines; c is as contact_get() gave it.
 * Errors: ERR_NOTFOUND; ERR_INVALID NULL: she had a hand in it. */
MUST_CHECK bool contact_take_back(struct ctx *cx, const struct contact *c);

/* What was taken back of the time of the person who acts, and that one; id 0
 * when it is none of hers. Owns: cx->mem. Errors: only of the store. */
MUST_CHECK bool taken_list(struct ctx *cx, struct takens *out);
MUST_CHECK bool taken_get(struct ctx *cx, int64_t id, struct taken *out);

/* The person who acts reads the list just now. */
void taken_note_seen(struct ctx *cx);

#endif
