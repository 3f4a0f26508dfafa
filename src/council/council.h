/* council/council.h - the peer council of the agency: what it says to the
 * board, what the board answers, what changed. Source: R56, R57.
 *
 * One council for the whole agency. Its words are public; nothing in it is
 * about anybody's care. Whose idea a proposal was is not kept, and how each
 * voted only while the vote is open.
 */
#ifndef COUNCIL_COUNCIL_H
#define COUNCIL_COUNCIL_H

#include "base/ctx.h"
#include "base/date.h"
#include "frame/actor.h"

enum {
    COUNCIL_WORDS_MAX = 300, /* characters: a proposal, an answer */
    COUNCIL_NAME_MAX = 60,
    COUNCIL_LINES_MAX = 2000, /* an agenda, minutes */
    COUNCIL_VOTES_MIN = 2,    /* or all members, when there are fewer */
    COUNCIL_SHOWN = 60
};

/* Stored: append only. */
enum council_state { COUNCIL_VOTING, COUNCIL_ASKED, COUNCIL_NOT_CARRIED };
enum council_vote { VOTE_NO, VOTE_YES, VOTE_ASIDE, VOTES };

struct council_member {
    int64_t id;
    const char *shown; /* "" until they chose */
    struct date until;
    bool paid;
};

/* Stored as the days council_member.agreed and .ended. */
enum seat_state {
    SEAT_NONE,
    SEAT_ASKED, /* by who leads: it counts after their yes */
    SEAT_HELD,
    SEAT_ENDED /* by who leads, and they have not read it */
};

/* The actor's own seat. */
struct council_mine {
    int64_t id;
    enum seat_state state;
    const char *shown;
    struct date until, ended;
    bool paid;
};

struct council_members {
    struct council_member *at;
    size_t n, cap;
};

/* May the actor do the council's work: a member in their term (sits), or who
 * leads a program (leads). */
struct council_part {
    bool sits, leads;
    const char *shown;
};

struct council_proposal {
    int64_t id;
    const char *words, *answer, *change;
    enum council_state state;
    int64_t yes, no, aside;
    struct date made, due, answered;
    bool late;   /* the day of the answer is over */
    int my_vote; /* while it is open; -1: none */
    int64_t votes;
    int64_t left; /* of these votes, by who is no member any more */
};

struct council_proposals {
    struct council_proposal *at; /* the latest first */
    size_t n, cap;
};

struct council_meeting {
    int64_t id;
    struct date day;
    const char *agenda, *minutes;
    bool was; /* its day has come: it may have minutes */
};

struct council_meetings {
    struct council_meeting *at; /* the latest first */
    size_t n, cap;
};

struct council_seat {
    int64_t id;
    const char *place, *holder;
    bool lived, paid;
};

struct council_seats {
    struct council_seat *at;
    size_t n, cap;
};

/* Which part the actor has. */
MUST_CHECK bool council_part(struct ctx *cx, struct council_part *out);

MUST_CHECK bool council_mine(struct ctx *cx, struct council_mine *out);

/* Public lists. Owns: cx->mem. */
MUST_CHECK bool council_members(struct ctx *cx, struct council_members *out);
MUST_CHECK bool council_proposals(struct ctx *cx,
                                  struct council_proposals *out);
MUST_CHECK bool council_meetings(struct ctx *cx, struct council_meetings *out);
MUST_CHECK bool council_seats(struct ctx *cx, struct council_seats *out);

/* To who leads: asked, and no word yet. Errors: ERR_NOTFOUND. */
MUST_CHECK bool council_asked(struct ctx *cx, struct council_members *out);

/* Who leads asks the owner of a sign-in name to be a member until a day: a
 * person or a peer, and never who answers for the board. They are one after
 * their own yes, and choose their name themselves. A longer term of a member
 * needs no new yes. Errors: ERR_NOTFOUND; ERR_INVALID "name", "until". */
MUST_CHECK bool council_member_add(struct ctx *cx, const char *sign_in,
                                   struct date until, bool paid);
/* Their term is over from today on, and they are told. The votes they cast stay
 * counted. */
MUST_CHECK bool council_member_end(struct ctx *cx, int64_t member);

/* Whoever acts, of their own seat: yes; no, also later; the end of it is read.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool council_say_yes(struct ctx *cx);
MUST_CHECK bool council_say_no(struct ctx *cx);
MUST_CHECK bool council_end_read(struct ctx *cx);
MUST_CHECK bool council_name(struct ctx *cx, const char *shown);

/* A member. Errors: ERR_NOTFOUND; ERR_INVALID "words", "due", "vote";
 * ERR_CONFLICT: the vote is over. */
MUST_CHECK bool council_propose(struct ctx *cx, const char *words);
MUST_CHECK bool council_vote(struct ctx *cx, int64_t id, int64_t vote);

/* The vote is over: more yes than no goes to the board, and by this day an
 * answer is owed. Two members voted at least, or all. Errors: the same. */
MUST_CHECK bool council_close(struct ctx *cx, int64_t id, struct date due);

/* Who leads, for the board; once. Errors: ERR_CONFLICT: it is answered. */
MUST_CHECK bool council_answer(struct ctx *cx, int64_t id, const char *words);

/* A member: what changed since the answer. */
MUST_CHECK bool council_change(struct ctx *cx, int64_t id, const char *words);

/* A member. m->id 0: a new one; else minutes, once its day has come. */
MUST_CHECK bool council_meet(struct ctx *cx, const struct council_meeting *m);

/* A member, or who leads: a seat that has one, or is empty. */
MUST_CHECK bool council_seat_add(struct ctx *cx, const struct council_seat *s);
MUST_CHECK bool council_seat_remove(struct ctx *cx, int64_t id);

#endif
