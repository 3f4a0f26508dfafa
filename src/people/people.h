/* people/people.h - persons, staff, programs, teams, and who is near whom.
 *
 * A person is a human being the program knows. A member is one it walks with;
 * staff have a role in a program (R31); one human may be both (R103). Names are
 * sealed; who is whose peer, and on which team, is not.
 */
#ifndef PEOPLE_PEOPLE_H
#define PEOPLE_PEOPLE_H

#include "base/ctx.h"
#include "base/date.h"
#include "frame/actor.h"

struct person {
    struct person_id id;
    const char *name;  /* in full: "Denise Carter" (made up), "Dr. Anita Rao" */
    const char *first; /* what she is called: "Denise", "Dr. Rao" */
    const char *title; /* of staff: "Peer specialist"; "" for members */
    enum role role;    /* of staff; ROLE_PERSON for members */
    int64_t program;
};

struct persons {
    struct person *at;
    size_t n, cap;
};

/* "DC" for a round face. Owns: mem. */
const char *person_initials(struct arena *mem, const struct person *p);

/* "Denise C." for a shared screen (R74). Owns: mem. */
const char *person_on_board(struct arena *mem, const struct person *p);

/* A new person with a data key of their own; sets p->id.
 * Errors: ERR_INVALID "name". */
MUST_CHECK bool person_add(struct ctx *cx, struct person *p);

/* Asks nobody's leave: for callers that have asked may() already, or speak of
 * staff. Errors: ERR_NOTFOUND. Owns: cx->mem. */
MUST_CHECK bool person_get(struct ctx *cx, struct person_id id,
                           struct person *out);

/* The peers who walk with this member today; the first is her own. */
MUST_CHECK bool person_peers(struct ctx *cx, struct person_id member,
                             struct persons *out);

/* The members this peer walks with today, by first name. */
MUST_CHECK bool peer_members(struct ctx *cx, struct person_id peer,
                             struct persons *out);

/* From this day the peer walks with the member, until someone ends it. */
MUST_CHECK bool peer_join(struct ctx *cx, struct person_id peer,
                          struct person_id member);
MUST_CHECK bool peer_leave(struct ctx *cx, struct person_id peer,
                           struct person_id member);
MUST_CHECK bool peer_walks_with(struct ctx *cx, struct person_id peer,
                                struct person_id member, bool *yes);

/* All staff of a program that have a role in the mask, by name. */
MUST_CHECK bool people_staff(struct ctx *cx, int64_t program, unsigned roles,
                             struct persons *out);

struct team {
    int64_t id;
    const char *name;
};

struct teams {
    struct team *at;
    size_t n, cap;
};

MUST_CHECK bool program_add(struct ctx *cx, const char *name, int64_t *id);
MUST_CHECK bool team_add(struct ctx *cx, int64_t program, const char *name,
                         int64_t *id);
MUST_CHECK bool team_join(struct ctx *cx, int64_t team, struct person_id p);
MUST_CHECK bool team_of(struct ctx *cx, struct person_id p, struct teams *out);

/* Somebody of the person's own world, by her word for them (R68). */
struct circle_line {
    int64_t id;
    const char *name, *who; /* "Rosa", "my sister" */
};

struct circle {
    struct circle_line *at;
    size_t n, cap;
};

MUST_CHECK bool circle_add(struct ctx *cx, struct person_id whose,
                           const char *name, const char *who);
MUST_CHECK bool circle_end(struct ctx *cx, struct person_id whose, int64_t id);
MUST_CHECK bool circle_list(struct ctx *cx, struct person_id whose,
                            struct circle *out);

#endif
