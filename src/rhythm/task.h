/* rhythm/task.h - what a peer has still to do to reach somebody.
 *
 * To tell her that a time is off (R18), the courtesy call after a miss (R19),
 * a check-in that was set with her (R62). A try goes only by a way she marked
 * safe, never beyond the number she set, never while she wants space. Each has
 * an end: she was reached, the tries are used, or she asked for space. What a
 * peer who left had to do is on the list of who walks with her now.
 * Source: R16, R18, R19, R62; never-list 6, 7 and 14; acceptance test 3.
 */
#ifndef RHYTHM_TASK_H
#define RHYTHM_TASK_H

#include "base/date.h"
#include "people/people.h"
#include "rhythm/reach.h"
#include "sharing/count.h"

enum { TASK_WHAT_MAX = 80, TASK_AHEAD_MAX = 90, TASKS_SHOWN = 60 };

/* Stored: append only. */
enum task_kind { TASK_RETRY, TASK_COURTESY, TASK_CHECK };

/* Stored: append only; 0 while it is open. */
enum task_ending { TASK_OPEN, TASK_REACHED, TASK_USED, TASK_SPACE };

/* Stored: append only. */
enum outcome { OUTCOME_NONE, OUTCOME_REACHED, OUTCOME_WORD, OUTCOME_NO_ANSWER };

struct task {
    int64_t id;
    struct person_id person, peer;
    enum task_kind kind;
    struct date due;
    int64_t at;           /* seconds; TIME_NONE: any hour of that day */
    enum channel channel; /* a check-in: hers; else CHANNEL_NONE */
    const char *what;     /* a check-in; "" */
    enum task_ending ending;
    int tries;       /* made */
    int left;        /* tries that may still be made */
    unsigned ways;   /* 1 << channel, and REACH_MAIL: that may be used */
    bool said;       /* she has said how she may be reached */
    bool late;       /* open, and its hour or its day is over */
    const char *who; /* her first name */
};

struct tasks {
    struct task *at; /* the soonest first */
    size_t n, cap;
};

/* Open, due by today, of the acting peer. Owns: cx->mem. */
MUST_CHECK bool task_list_mine(struct ctx *cx, struct tasks *out);

/* Open, about this person, for the acting peer; and for her, what her peers
 * have still to do. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool task_list(struct ctx *cx, struct person_id whose,
                          struct tasks *out);

/* Open or ended. Errors: ERR_NOTFOUND. */
MUST_CHECK bool task_get(struct ctx *cx, struct person_id whose, int64_t id,
                         struct task *out);

/* A try was made. again: when the next one is, TIME_NONE: as it was.
 * Errors: ERR_NOTFOUND; ERR_INVALID "channel", "outcome", "again"; ERR_CONFLICT
 * when it has ended, or no try is left; ERR_INVALID NULL when she wants space.
 */
MUST_CHECK bool task_try(struct ctx *cx, struct task *t, enum channel channel,
                         enum outcome outcome, int64_t again);

/* They talked face to face: reached, and no try of hers is used. */
MUST_CHECK bool task_talked(struct ctx *cx, struct person_id whose, int64_t id);

/* A check-in, set with her: person, due, channel, what. Sets t->id.
 * Errors: ERR_NOTFOUND; ERR_INVALID "due", "channel", "what"; NULL: space. */
MUST_CHECK bool task_check_in(struct ctx *cx, struct task *t);

/* The day after, by any way she marked safe: for a folder that asked may(),
 * when a peer who acts was there for her. One that is open already will do, and
 * while she wants space there is none. */
MUST_CHECK bool task_next_day(struct ctx *cx, struct person_id whose);

/* For meet.c: a task about a time; at may be TIME_NONE. */
MUST_CHECK bool task_open(struct ctx *cx, struct task *t, int64_t meet);

/* The two met: that a time is off was told then, if it was to be by then. */
MUST_CHECK bool task_close_met(struct ctx *cx, struct person_id whose,
                               struct person_id peer, int64_t at);

/* She asked for space; or lowered the number of tries. */
MUST_CHECK bool task_close_all(struct ctx *cx, struct person_id whose);
MUST_CHECK bool task_close_used(struct ctx *cx, struct person_id whose);

/* A moment today or tomorrow, and still to come. Errors: ERR_INVALID field. */
MUST_CHECK bool retry_fits(struct ctx *cx, int64_t at, const char *field);

/* For who leads a program: of the courtesy calls due this week until today,
 * and those still open from before, how many were made. Calls that staff owe,
 * never whose: also when they are few (docs/decisions/0013).
 * Errors: ERR_NOTFOUND. */
struct courtesy {
    int64_t due, done;
};

MUST_CHECK bool courtesy_count(struct ctx *cx, struct courtesy *out);

#endif
