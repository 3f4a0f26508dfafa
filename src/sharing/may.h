/* sharing/may.h - the one decision: who may know what, until when.
 *
 * may() is the only place that answers whether the actor may see, change, carry
 * or send something of a person's. Its inputs are facts at this second: who
 * acts, in which relation, the person's permissions, the lock of R103; the
 * table is in law.c. Default: no. Every page, list, count, export and PDF goes
 * through it; what is out of scope looks exactly like what does not exist. Each
 * yes about another person's words leaves a line that the person can read.
 */
#ifndef SHARING_MAY_H
#define SHARING_MAY_H

#include "base/ctx.h"
#include "frame/actor.h"

/* CARRY: take out of the program, as print, PDF or copy. SEND: give to somebody
 * who could not see it. */
enum verb { MAY_SEE, MAY_CHANGE, MAY_CARRY, MAY_SEND };

/* Stored: append only. */
enum topic {
    TOPIC_FIRST_NAME,  /* first name and initial */
    TOPIC_NAME,        /* name in full */
    TOPIC_VISITS,      /* that there is a visit: when, with whom, where */
    TOPIC_READY,       /* how far the preparing is, and whether company is
                          wanted: never an answer */
    TOPIC_ANSWERS,     /* what she answered while preparing */
    TOPIC_BETWEEN,     /* daily lines and life events */
    TOPIC_PAGE,        /* the one page, as she approved it */
    TOPIC_REPLY,       /* what a reader of the page understood and will do; a
                          reader is shown only what that reader wrote */
    TOPIC_DECISIONS,   /* what we decided, what came of it */
    TOPIC_COMPANY,     /* who comes with me, and what I want them to do */
    TOPIC_CIRCLE,      /* who is who for me */
    TOPIC_PERMISSIONS, /* who can see what */
    TOPIC_ACCESS_LOG,  /* who saw my things */
    TOPIC_ACCOUNT,     /* sign-in, language */
    TOPIC_STATEMENT,   /* my words, to be read as they are; say it for me */
    TOPIC_STATEMENT_REPLY, /* what a reader of them understood; a reader is
                              shown only what that reader wrote */
    TOPIC_ASK,             /* what she asks of the agency, until it is done */
    TOPIC_MEDIATION,       /* what each side says and heard */
    TOPIC_PROMISE,         /* who will do what for whom; each is shown what they
                              promised themselves */
    TOPIC_RECORD,          /* what is written about our time; her own peer sees
                              the time between the two */
    TOPIC_TIMES,     /* when she meets her peer, and what is under way to */
    TOPIC_REACH,     /* how she may be reached */
    TOPIC_MEETING,   /* what a peer may say about her at one meeting */
    TOPIC_SUPPORT,   /* when and by whom she was upset, and whom she asks to be
                        there: that one peer alone */
    TOPIC_TYPING,    /* words that somebody types for her: all of the draft, and
                        nothing that she said yes to */
    TOPIC_AGREEMENT, /* what she and a peer agreed on: those two alone, each
                        peer their own with her */
    TOPIC_HOPE, /* notes of hope left for her: a peer may leave one and take it
                   back, and sees no more of it */
    TOPIC_HELPED,    /* whether something that was promised helped her */
    TOPIC_GRIEVANCE, /* that her rights were not respected; never to whom it is
                        about (barred.h) */
    TOPIC_WAY,  /* what makes the way to her door safe for a peer; who leads her
                   program sees it too */
    TOPIC_HARD, /* what she wants when it gets very hard: whom she let open it,
                   for a day, and nobody else */
    TOPIC_KNEW, /* that she was shown a peer's card, and whether it was clear to
                   her what a peer is: that peer and she */
    TOPIC_FIT, /* what she likes to talk of with a peer: a peer of hers is shown
                  what both opened, and how much story she likes */
    TOPIC_ANOTHER_PEER, /* that she wants another peer: who leads her program */
    TOPIC_WEIGHING,     /* a sheet on which she thinks a choice over: a peer she
                           asks to sit beside her types on it */
    TOPIC_HELPS,        /* a line of what helps her: a peer she opened it to */
    TOPIC_HABIT,        /* a habit of hers: a peer who walks it with her */
    TOPIC_GOAL, /* a hope of hers, what moved, and other ways: each one apart */
    TOPIC_COUNT
};

/* Something of a person's. thing 0: the topic as a whole. */
struct about {
    struct person_id person;
    enum topic topic;
    int64_t thing;
};

/* What a permission is given to, and who says or reads a thing: a person, or a
 * link. No id is that of both. */
int64_t reader_of(const struct actor *a);

/* She acts herself, in her own account (R103: not in her staff account). */
bool is_herself(const struct ctx *cx, struct person_id person);

/* May the actor? False: fail() with ERR_NOTFOUND and the sentence of what does
 * not exist. True about another person's TOPIC that holds her words: leaves a
 * line in the access log before the answer leaves, one a request however often
 * it is asked. */
MUST_CHECK bool may(struct ctx *cx, enum verb verb, struct about what);

/* The same answer for lists and buttons: no failure, no line. Errors: only of
 * the store. */
MUST_CHECK bool may_know(struct ctx *cx, enum verb verb, struct about what,
                         bool *yes);

/* The request failed, since nothing is at the address of this person: if they
 * work here too and the actor is no more than a colleague, they are told, as by
 * may(), once a request. cx->err stays as it is. */
void may_tried(struct ctx *cx, struct person_id whose);

#endif
