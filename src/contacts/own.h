/* contacts/own.h - what a peer keeps for themselves: what they did, and that it
 * was hard (R2, R11).
 *
 * Sealed under the peer's own key, one row a day and no name: nothing leads
 * from it to a person or to one contact of the day, and nothing comes of it.
 * Marks are the peer's own acts.
 */
#ifndef CONTACTS_OWN_H
#define CONTACTS_OWN_H

#include "base/ctx.h"
#include "base/date.h"

/* One bit each. Stored as their words: own.c. */
enum own_mark {
    OWN_LISTENED = 1,
    OWN_WAITED = 2,
    OWN_DID_NOT_PUSH = 4,
    OWN_STAYED = 8, /* through anger */
    OWN_CAME_BACK = 16,
    OWN_ASKED_ANEW = 32, /* a question a clinician would not ask */
    OWN_WALKED_ALONG = 64,
    OWN_HARD = 128 /* this one was hard for me */
};

enum { OWN_MARKS = 8, OWN_DAYS = 30 };

/* "waited" of a form; 0: no such mark. */
unsigned own_mark(const char *word);
const char *own_mark_word(int i); /* 0 .. OWN_MARKS - 1 */
const char *own_mark_says(int i); /* a msgid */

/* The peer who acts keeps these with those of that day; none keeps nothing. */
MUST_CHECK bool own_keep(struct ctx *cx, struct date day, unsigned marks);

/* On how many of the last OWN_DAYS days each was kept, to the peer who acts. */
struct own_sum {
    int n[OWN_MARKS];
    int days; /* kept at all */
};

MUST_CHECK bool own_sum(struct ctx *cx, struct own_sum *out);

#endif
