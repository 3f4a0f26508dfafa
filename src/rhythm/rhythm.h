/* rhythm/rhythm.h - how often two people meet, agreed by both.
 *
 * "Each Tuesday, 2 pm, a walk": either may ask for it, the other says yes, and
 * either may end it. The next time of it is always made (rhythm/meet.h), but
 * while she wants space. When it slips, her peer is told, first and only: it is
 * reckoned at the moment it is read, and no number of it is anybody else's.
 * Source: R15, R16, R17.
 */
#ifndef RHYTHM_RHYTHM_H
#define RHYTHM_RHYTHM_H

#include "base/date.h"
#include "people/people.h"

enum {
    RHYTHM_WHAT_MAX = 80, /* characters */
    RHYTHM_WEEKS_MAX = 8,
    RHYTHM_AHEAD_MAX = 90, /* days to its first time */
    SLIP_DAYS = 7          /* this long after a time was due, it is said */
};

struct rhythm {
    int64_t id;
    struct person_id person, peer;
    struct date first; /* its weekday is that of all */
    int minute;        /* 0..1439 */
    int every;         /* weeks: 1..RHYTHM_WEEKS_MAX */
    const char *what;  /* "a walk": hers and the peer's to see */
    struct person_id asked;
    int64_t agreed;  /* TIME_NONE: the other has not said yes */
    int64_t ended;   /* rhythm_list_ended(): when; else TIME_NONE */
    int64_t next;    /* seconds: the first time after now */
    struct date day; /* of next: for its weekday */
    const char *who; /* the other one's first name */
    bool mine;       /* the actor asked */
};

struct rhythms {
    struct rhythm *at; /* the newest first */
    size_t n, cap;
};

/* Asked for or agreed, and not ended: of a person, all her peers'; of a peer,
 * those with this person. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool rhythm_list(struct ctx *cx, struct person_id whose,
                            struct rhythms *out);

/* Asked for by those the actor, a peer, walks with, and not answered: the
 * oldest first. Owns: cx->mem. */
MUST_CHECK bool rhythm_list_asked(struct ctx *cx, struct rhythms *out);

/* The actor asks for it: person, peer, first, minute, every, what are set.
 * Takes the place of what was asked before between the two. Sets r->id.
 * Errors: ERR_NOTFOUND; ERR_INVALID "peer", "first", "time", "every", "what";
 * NULL: space. */
MUST_CHECK bool rhythm_ask(struct ctx *cx, struct rhythm *r);

/* The other one says yes: an older rhythm of the two is over, the first time
 * is made. Errors: ERR_NOTFOUND; ERR_CONFLICT when the actor asked, space. */
MUST_CHECK bool rhythm_agree(struct ctx *cx, struct person_id whose,
                             int64_t rhythm);

/* What the other one ended, or said no to, and the actor has not been told yet:
 * of her own, or, of a peer, those with this person; {0}: with all they walk
 * with. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool rhythm_list_ended(struct ctx *cx, struct person_id whose,
                                  struct rhythms *out);

/* Before this page leaves: that the actor was told of those with this person.
 */
void rhythm_note_told(struct ctx *cx, struct person_id whose);

/* Either one: not this, or no more. Its next time is taken off. */
MUST_CHECK bool rhythm_end(struct ctx *cx, struct person_id whose,
                           int64_t rhythm);

/* She asked for space: what was only asked for is over. */
MUST_CHECK bool rhythm_end_unsaid(struct ctx *cx, struct person_id whose);

/* For a job: the next time of each that has none. */
MUST_CHECK bool rhythm_go_on(struct ctx *cx);

/* "It has been 16 days; you two usually meet weekly." */
struct slip {
    struct person person;
    int64_t days;
    int every;
};

struct slips {
    struct slip *at; /* the longest first */
    size_t n, cap;
};

/* Of the actor, a peer, with those they walk with: since the yes, a time they
 * met, or a contact that was no try. Owns: cx->mem. */
MUST_CHECK bool slip_list(struct ctx *cx, struct slips *out);

#endif
