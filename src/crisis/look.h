/* crisis/look.h - a peer opens what she wants when it is hard, for one day.
 *
 * Only while her switch covers that peer, at this second. Opening writes a
 * permission that ends by itself after LOOK_SECONDS, and a row that tells her:
 * once on Home, and for good on her page, with the peer's name and when. One
 * she ended herself is not opened again by the same peer until she opens it
 * anew. Source: R55 "logged, time-limited, told to the person afterwards";
 * never-list 3.
 */
#ifndef CRISIS_LOOK_H
#define CRISIS_LOOK_H

#include "crisis/choice.h"
#include "people/people.h"

enum { LOOK_SECONDS = 24 * 60 * 60, LOOKS_SHOWN = 20 };

/* What the peer who acts has of it. */
struct look {
    bool may_open;           /* not opened, and it may be */
    int64_t until;           /* seconds; TIME_NONE: not open */
    struct choice_words all; /* .id 0 when not open */
};

/* The same without the words, and no look: for a link to it. */
MUST_CHECK bool look_know(struct ctx *cx, struct person_id whose,
                          struct look *out);

/* Nothing of it where there is nothing to open. A look at the words is written
 * down. Owns: cx->mem. */
MUST_CHECK bool look_get(struct ctx *cx, struct person_id whose,
                         struct look *out);

/* Open now changes nothing. Errors: ERR_NOTFOUND. */
MUST_CHECK bool look_open(struct ctx *cx, struct person_id whose);

/* Who opened it to any peer and does not walk with the peer who acts, by first
 * name. Owns: cx->mem. */
struct look_row {
    struct person_id person;
    const char *shown; /* "Denise C." */
    bool open;         /* by the peer who acts */
};

struct look_rows {
    struct look_row *at;
    size_t n, cap;
};

MUST_CHECK bool look_offered(struct ctx *cx, struct look_rows *out);

/* --- hers, who acts --- */

struct looked {
    const char *who; /* first name; "" when gone */
    int64_t at;      /* seconds */
};

struct lookeds {
    struct looked *at; /* the newest first */
    size_t n, cap;
};

/* Errors: ERR_NOTFOUND. Owns: cx->mem. */
MUST_CHECK bool look_list(struct ctx *cx, struct lookeds *out);

/* The newest she was not told of: .at 0 when there is none. */
MUST_CHECK bool look_untold(struct ctx *cx, struct looked *out);

/* She is told of all, with the page that is on its way. */
void look_note_told(struct ctx *cx);

#endif
