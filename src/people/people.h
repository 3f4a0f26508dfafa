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

enum { PERSON_NAME_MAX = 120 /* characters */ };

struct person {
    struct person_id id;
    const char *name;  /* in full: "Denise Carter" (made up), "Dr. Anita Rao" */
    const char *first; /* what she is called: "Denise", "Dr. Rao" */
    const char *title; /* of staff: "Peer specialist"; "" for members */
    const char *days;  /* of staff: "Tuesday and Friday"; "" when not said */
    enum role role;    /* of staff; ROLE_PERSON for members */
    int64_t program;
};

struct persons {
    struct person *at;
    size_t n, cap;
};

/* A to Z, as a dictionary of their language has it. */
void persons_sort(struct arena *mem, struct persons *list, bool by_first);

bool persons_have(const struct persons *all, struct person_id id);

/* "DC" for a round face. Owns: mem. */
const char *person_initials(struct arena *mem, const struct person *p);

/* The class of the tint of somebody's round face: the same on every page. A
 * literal. */
const char *person_tint(int64_t id);

/* "Denise C." for a shared screen (R74). Owns: mem. */
const char *person_on_board(struct arena *mem, const struct person *p);

/* The agency's own word for those it walks with ("people", "members"), for one
 * of them, and for all of them with what a language puts before that ("las
 * personas"): the settings words.*. Sentences put no article of their own
 * before these: some words are he, some she. */
const char *word_persons(enum lang l);
const char *word_person(enum lang l);
const char *word_all_persons(enum lang l);

/* "People": a heading, a tab. Owns: mem. */
const char *word_persons_title(struct arena *mem, enum lang l);

/* A new person with a data key of their own: a member when p->role is
 * ROLE_PERSON, else staff. first may be NULL: taken from the name. Sets p->id.
 * Errors: ERR_INVALID "name". */
MUST_CHECK bool person_add(struct ctx *cx, struct person *p);

/* Somebody of staff is walked with too, or the other way round: from now on
 * the lock of R103 holds. Errors: ERR_NOTFOUND; ERR_CONFLICT when it is so. */
MUST_CHECK bool member_add(struct ctx *cx, struct person_id id);

/* A member starts to work here, as whatever role says: the lock of R103 holds
 * from now on, and nobody walks with them any more. Errors: ERR_NOTFOUND;
 * ERR_CONFLICT when they work here already. */
MUST_CHECK bool staff_add(struct ctx *cx, struct person_id id, enum role role);

/* Asks nobody's leave: for callers that have asked may() already, or speak of
 * staff. Errors: ERR_NOTFOUND. Owns: cx->mem. */
MUST_CHECK bool person_get(struct ctx *cx, struct person_id id,
                           struct person *out);

/* Somebody walked with works here too: their own things are closed to their
 * colleagues, and nobody here can walk with them (R103). */
MUST_CHECK bool person_works_here(struct ctx *cx, struct person_id id,
                                  bool *yes);

/* What somebody is called, from a column people_person.first of a query of
 * another folder's, as the next column. "" for NULL, and for the erased. */
struct query;
const char *person_first_get(struct query *q, struct person_id id);
const char *person_name_get(struct query *q, struct person_id id); /* .name */

/* Everybody of a program whose name holds these words, without regard to case
 * and marks, by name; at most 50. For the terminal and for imports: no page
 * offers it. Owns: cx->mem. */
MUST_CHECK bool person_find(struct ctx *cx, int64_t program, const char *words,
                            struct persons *out);

/* One of these n words, in small letters without marks (text_plain), is a part
 * of the name of somebody of the program, whole and at least 3 letters long. */
MUST_CHECK bool person_is_named(struct ctx *cx, int64_t program,
                                const char *const *words, size_t n, bool *yes);

/* "Denise Carter" or "417" (an id) as typed in a terminal. Errors:
 * ERR_NOTFOUND; ERR_CONFLICT when it is the name of several. */
MUST_CHECK bool person_named(struct ctx *cx, const char *words,
                             struct person *out);

/* The peers who walk with this member now; the first is her own. Nobody does
 * who works beside her: see member_add. */
MUST_CHECK bool person_peers(struct ctx *cx, struct person_id member,
                             struct persons *out);

/* The members this peer walks with now, by first name. */
MUST_CHECK bool peer_members(struct ctx *cx, struct person_id peer,
                             struct persons *out);

/* From now on the peer walks with the member, until someone ends it. Errors:
 * ERR_NOTFOUND (no such peer or member in one program); ERR_CONFLICT (she works
 * here too). Joining twice changes nothing. */
MUST_CHECK bool peer_join(struct ctx *cx, struct person_id peer,
                          struct person_id member);
MUST_CHECK bool peer_leave(struct ctx *cx, struct person_id peer,
                           struct person_id member);

/* Event, what a struct peer_left: these two do not walk together any more. */
#define PEER_LEFT "people.peer.left"
struct peer_left {
    struct person_id peer, member;
};

MUST_CHECK bool peer_walks_with(struct ctx *cx, struct person_id peer,
                                struct person_id member, bool *yes);

/* How many members walk with someone of a program now, and with each of its
 * peers, A to Z. Numbers only: who may know them is sharing/count.h's to say.
 */
struct peer_load {
    struct person peer;
    int64_t members;
};

struct peer_loads {
    struct peer_load *at;
    size_t n, cap;
    int64_t members; /* all of them, each once */
};

MUST_CHECK bool peer_loads(struct ctx *cx, int64_t program,
                           struct peer_loads *out);

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

/* Errors: ERR_INVALID "name". */
MUST_CHECK bool program_add(struct ctx *cx, const char *name, int64_t *id);

/* The program of this store when there is one only: for the terminal. Errors:
 * ERR_NOTFOUND. */
MUST_CHECK bool program_only(struct ctx *cx, int64_t *id);

/* Errors: ERR_INVALID "name". */
MUST_CHECK bool team_add(struct ctx *cx, int64_t program, const char *name,
                         int64_t *id);
MUST_CHECK bool team_join(struct ctx *cx, int64_t team, struct person_id p);
/* Errors: ERR_NOTFOUND when they are not in it. */
MUST_CHECK bool team_leave(struct ctx *cx, int64_t team, struct person_id p);
MUST_CHECK bool team_of(struct ctx *cx, struct person_id p, struct teams *out);
MUST_CHECK bool team_list(struct ctx *cx, int64_t program, struct teams *out);

#endif
