/* promises/promise.h - who will do what for whom, by when.
 *
 * One ledger for the person, her peer, and all of the agency: no empty promises
 * (R20), and the person sees who is doing what for her (R121). Each is a thing
 * said (said/), so that only who made it can say that it could not be kept, and
 * either side can mark it kept. No state says that somebody failed.
 */
#ifndef PROMISES_PROMISE_H
#define PROMISES_PROMISE_H

#include "people/people.h"
#include "said/reply.h"

enum {
    PROMISES_SHOWN = 60, /* of those that are over */
    PROMISES_OPEN_MAX = 200,
    PROMISES_TOLD_DAYS = 14 /* how long it is told that another ended one */
};

struct promise {
    struct said said;
    const char *who; /* who made it: as its reader calls them; "" for oneself */
    const char *whom; /* to whom, when it is not the reader; "" */
    const char *last; /* who took its last step; "" for the reader, or nobody */
    const char *before; /* opened again: the word it had ended with; "" */
    bool mine;          /* the reader made it */
    bool late;          /* its day is over */
    struct date space;  /* to who may know it: she asked for space until then;
                           DATE_NONE. It is late to nobody but her before */
};

struct promises {
    struct promise *at; /* open: the soonest first, without a day last; over:
                           the latest first */
    size_t n, cap;
};

/* Made to her, or by her: open ones, or (over) the latest that ended.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool promise_list(struct ctx *cx, struct person_id whose, bool over,
                             struct promises *out);

/* Made to her, or by her: another ended it in the last PROMISES_TOLD_DAYS, and
 * she did not say yet that she saw it. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool promise_list_told(struct ctx *cx, struct person_id whose,
                                  struct promises *out);

/* The same of those the actor, of staff, made. Owns: cx->mem. */
MUST_CHECK bool promise_list_told_mine(struct ctx *cx, struct promises *out);

/* Made by the actor to persons of the program, and open. Owns: cx->mem. */
MUST_CHECK bool promise_list_mine(struct ctx *cx, struct promises *out);

/* Between the actor, of staff, and this person; open. Owns: cx->mem. */
MUST_CHECK bool promise_list_between(struct ctx *cx, struct person_id whose,
                                     struct promises *out);

/* The actor promises: to her (of staff, to one of promise_whom()), or, she
 * herself, to a peer who walks with her ({0}: to herself).
 * Errors: ERR_NOTFOUND; ERR_INVALID "words", "due", "to"; ERR_CONFLICT when
 * there are PROMISES_OPEN_MAX open. */
MUST_CHECK bool promise_make(struct ctx *cx, struct person_id whose,
                             struct person_id to, const struct will *w);

/* Whom the actor, of staff, may promise something: those who let them see
 * something now, and those a peer walks with; A to Z. Owns: cx->mem. */
MUST_CHECK bool promise_whom(struct ctx *cx, struct persons *out);

/* How it ended: ACT_DONE, ACT_CHANGE, ACT_COULD_NOT, ACT_LET_GO; or ACT_REOPEN,
 * or ACT_SEEN. The other side reads the word w->words. When who made it says
 * that something else was agreed, that is their promise from now on, by w->due.
 * Errors: as said_move; ERR_INVALID "why" when something else was agreed, and
 * it is not said what, or it is too long to promise; "due". */
MUST_CHECK bool promise_move(struct ctx *cx, struct person_id whose,
                             struct said_id id, enum said_act act,
                             const struct will *w);

/* The other side said what was agreed instead, and who made it promises that.
 * Errors: ERR_NOTFOUND; ERR_CONFLICT when that is not how it stands; as
 * promise_make. */
MUST_CHECK bool promise_instead(struct ctx *cx, struct person_id whose,
                                struct said_id id, struct date due);

/* "done", "changed", "could-not", "let-go", "open", "seen" of a form;
 * SAID_ACTS: no such act. */
enum said_act promise_act(const char *word);

struct promises_late {
    int64_t n;    /* open though their day is over */
    int64_t week; /* of these: since Monday */
};

/* Promises of staff to persons of the actor's program: for who leads it. What
 * was promised about somebody's rights is not counted: it may be about who
 * leads (R47). Errors: ERR_NOTFOUND. */
MUST_CHECK bool promise_count_late(struct ctx *cx, struct promises_late *out);

#endif
