/* contacts/contact.h - a peer was with a person, or tried to be.
 *
 * "We just talked" is a whole contact (R12): nothing else is asked. Minutes are
 * real ones, of just being together and of working on something (R21, R22). The
 * place is one that she chose, never where somebody stood (R23). A try is kept
 * kindly (R16): no kind says that somebody could not be found.
 */
#ifndef CONTACTS_CONTACT_H
#define CONTACTS_CONTACT_H

#include "base/date.h"
#include "people/people.h"
#include "sharing/may.h"

enum {
    CONTACT_MINUTES_MAX = 720, /* of either sort */
    CONTACT_DAYS_MAX = 60,     /* how long ago one may be written down */
    CONTACT_WHERE_MAX = 80,    /* characters */
    CONTACTS_SHOWN = 60
};

/* Stored: append only. From CONTACT_NOTE on it is a try. */
enum contact_kind {
    CONTACT_TALKED, /* just talked; listened */
    CONTACT_WORKED, /* worked on something */
    CONTACT_NOTE,   /* left a note */
    CONTACT_CAME_BY,
    CONTACT_TEXTED,
    CONTACT_CALLED,
    CONTACT_KINDS
};

/* Stored: append only. Where she chose to be. */
enum contact_where {
    WHERE_UNSAID,
    WHERE_HOME,
    WHERE_OUTSIDE,
    WHERE_HERE,
    WHERE_PHONE,
    WHERE_OTHER,
    WHERE_COUNT
};

/* What the program writes down about people: the setting record.mode. Stored:
 * append only. */
enum record_mode {
    RECORD_NONE,     /* time and kind, no words */
    RECORD_MINIMUM,  /* and the place, and one short line agreed by both */
    RECORD_TOGETHER, /* lines written together */
    RECORD_PAYER     /* and, apart from them, a text for the payer */
};

struct contact {
    int64_t id;
    struct person_id person, peer;
    enum contact_kind kind;
    enum record_mode mode;
    struct date day;
    enum contact_where where;
    const char *where_words; /* "the bench by the river"; "" */
    int64_t being, working;  /* minutes */
    int64_t made, rev;
    int64_t peer_done, her_done, locked; /* seconds; TIME_NONE: not yet */
    int64_t her_hand;            /* when she first wrote, or said done */
    bool written;                /* a line is there; read only */
    bool differs;                /* she sees it another way; read only */
    const char *who, *peer_name; /* first names; read only */
    struct {
        const char **at;
        size_t n, cap;
    } lines; /* read only */
};

struct contacts {
    struct contact *at; /* the latest day first */
    size_t n, cap;
};

bool contact_is_try(const struct contact *c);

/* Both may say done: it is no try, and the policy has words. */
bool contact_is_signed_by_both(const struct contact *c);

/* Both are asked for their done: there is a line, and it is not locked. A
 * contact without a line is whole as it is, and asks nothing of anybody (R12).
 */
bool contact_asks(const struct contact *c);

enum record_mode record_mode(void);
bool record_mode_good(const char *value);

/* The peer who acts was with c->person: kind, day, where, where_words, being
 * and working are set. Sets the rest.
 * Errors: ERR_NOTFOUND; ERR_INVALID "kind", "day", "where", "being",
 * "working". */
MUST_CHECK bool contact_log(struct ctx *cx, struct contact *c);

/* One, to her, or to the peer who was there and walks with her still; with its
 * lines. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool contact_get(struct ctx *cx, enum verb verb,
                            struct person_id whose, int64_t id,
                            struct contact *out);

/* What is kept of her time, the latest, so many at most: to her, all; to her
 * own peer, what is between the two. With lines. Owns: cx->mem. Errors:
 * ERR_NOTFOUND. */
MUST_CHECK bool contact_list(struct ctx *cx, struct person_id whose, int most,
                             struct contacts *out);

/* The latest of the peer who acts with this person: when, what, how long, and
 * where it stands; no words. The caller asked may_know(). Owns: cx->mem. */
MUST_CHECK bool contact_list_between(struct ctx *cx, struct person_id whose,
                                     int most, struct contacts *out);

/* Those of hers, or of the peer who acts, that still need a word of the actor:
 * contact_asks(), and the actor was not done. Without lines. Owns: cx->mem. */
MUST_CHECK bool contact_list_waiting(struct ctx *cx, struct contacts *out);

/* Those of the peer who acts that she sees another way, which they did not read
 * yet. Without lines. Owns: cx->mem. */
MUST_CHECK bool contact_list_differs(struct ctx *cx, struct contacts *out);

#endif
