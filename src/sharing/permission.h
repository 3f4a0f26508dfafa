/* sharing/permission.h - what a person allowed: who, what, what for, until
 * when.
 *
 * A row is written by the person (or by a peer whose hand she used, and then
 * she pressed her name). It is never changed: an end is its own moment.
 * Source: R49, R52, R68, R122; never-list 3.
 */
#ifndef SHARING_PERMISSION_H
#define SHARING_PERMISSION_H

#include "base/date.h"
#include "people/people.h"
#include "sharing/may.h"

enum { PURPOSE_MAX = 200 }; /* characters */

struct permission {
    int64_t id;
    struct about what;
    struct person_id to; /* a person with an account, or {0} when to a link */
    int64_t link;        /* sharing_link.id, or 0 */
    const char *purpose; /* "my visit on October 15": sealed; a sentence part */
    int64_t from, until; /* seconds; until TIME_NONE: till she ends it. From
                            a later moment: nothing may be seen before it */
    int64_t ended;       /* TIME_NONE: not ended */
    bool shut;           /* read only: wrong codes ended it, not she */
    const char *name;    /* read only. Of whom it is given to: what she calls
                            them, "Dr. Rao"; in permission_to_me(): of her who
                            gave it. "" when gone */
    const char *full;    /* read only, permission_list(): of a person, the name
                            in full; else as name */
};

struct permissions {
    struct permission *at;
    size_t n, cap;
};

/* Allow, from p->from or, when that is over, from now; sets p->id, p->from.
 * Only the person herself (cx->actor). What she had
 * allowed the same reader about the same thing ends, this takes its place.
 * Errors: ERR_DENIED; ERR_INVALID "to" (no such reader in her program, or not
 * one who may be shown this), "purpose" (none, or too long), "until" (past, or
 * before it begins). */
MUST_CHECK bool permission_give(struct ctx *cx, struct permission *p);

/* permission_give() would not refuse it. The same errors. */
MUST_CHECK bool permission_check(struct ctx *cx, struct permission *p);

/* Who said something to her, and so may go on seeing it: the actor, of staff,
 * about that one thing, till she ends it. For the engine of things said alone.
 */
extern const char permission_said[]; /* its purpose: nothing she said yes to */
MUST_CHECK bool permission_of_author(struct ctx *cx, struct about what);

/* She let peers open her choices for hard times, and one who acts does so: that
 * peer, about that one thing, until then. For the folder crisis alone, which
 * asked whether she does so at this second. Errors: ERR_INVALID "to", "until".
 */
MUST_CHECK bool permission_for_hard_times(struct ctx *cx, struct about what,
                                          int64_t until);

/* End at once. Only the person herself. Errors: ERR_NOTFOUND. */
MUST_CHECK bool permission_end(struct ctx *cx, int64_t id);

/* Hears PEER_LEFT: to type for her a peer must walk with her, so that yes ends.
 */
MUST_CHECK bool permission_peer_left(struct ctx *cx, const void *what);

/* End all that is allowed about this thing, and the links to it. */
MUST_CHECK bool permission_end_thing(struct ctx *cx, struct about what);

/* Hers, newest first. all: the ended ones too, the latest 50; otherwise what is
 * valid now, and what begins later. Owns: cx->mem. */
MUST_CHECK bool permission_list(struct ctx *cx, struct person_id whose,
                                bool all, struct permissions *out);

/* What may be seen now or later, once for each reader, topic and end, however
 * often she allowed it: no thing and no purpose. Newest first. Owns: cx->mem.
 */
MUST_CHECK bool permission_list_once(struct ctx *cx, struct person_id whose,
                                     struct permissions *out);

/* What she allowed about this one thing, newest first: the ended too.
 * Owns: cx->mem. */
MUST_CHECK bool permission_list_about(struct ctx *cx, struct about what,
                                      struct permissions *out);

/* It is valid at this second. */
bool permission_is_valid(const struct ctx *cx, const struct permission *p);

/* What others allowed this reader and is valid now, on one topic, newest first.
 * what.person: whose. Owns: cx->mem. */
MUST_CHECK bool permission_to_me(struct ctx *cx, enum topic topic,
                                 struct permissions *out);

/* Who let the actor see something that is valid now, A to Z: first is the first
 * name and an initial (TOPIC_FIRST_NAME), and name is "". Owns: cx->mem. */
MUST_CHECK bool permission_givers(struct ctx *cx, struct persons *out);

/* What she calls a reader: "Dr. Rao", or the name she gave to a link. "" when
 * the reader is gone. Asks nobody's leave. Owns: cx->mem. */
MUST_CHECK bool reader_name(struct ctx *cx, struct person_id whose,
                            int64_t reader, const char **name);

/* The second at which this day is over in the program's zone. */
int64_t end_of_day(struct date d);

#endif
