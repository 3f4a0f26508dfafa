/* crisis/there.h - a peer was there when it was hard.
 *
 * When, where as she chose, how they met, how long, and who else came with her
 * yes; nothing is weighed or judged. What she wanted is hers to write, later,
 * and hers alone. The day after, the peer has to get in touch, by a way she
 * marked safe (rhythm/task.h). Source: R55, R62; never-list 1, 6, 14.
 */
#ifndef CRISIS_THERE_H
#define CRISIS_THERE_H

#include "base/date.h"
#include "people/people.h"

enum {
    THERE_MINUTES_MAX = 720,
    THERE_DAYS_MAX = 60,  /* how long ago one may be written down */
    THERE_LINE_MAX = 120, /* characters */
    THERE_WANTED_MAX = 500,
    THERE_SHOWN = 30
};

/* Stored: append only. */
enum there_how { THERE_IN_PERSON, THERE_PHONE, THERE_TEXT, THERE_HOWS };

struct there {
    int64_t id;
    struct person_id person, peer;
    struct date day;
    enum there_how how;
    int64_t minutes;
    const char *place;  /* as she chose; "" */
    const char *others; /* who else came; "" */
    bool others_yes;    /* for there_log(): she said yes to writing that */
    const char *wanted; /* hers; "" */
    const char *who;    /* read only: the peer's first name; "" when gone */
};

struct theres {
    struct there *at; /* the latest day first */
    size_t n, cap;
};

/* The peer who acts, and walks with t->person or came while what she wants was
 * open to that peer (look.h): day, how, minutes, place, others
 * and others_yes are set. Sets the rest. Opens the follow-up of the next day.
 * Errors: ERR_NOTFOUND; ERR_INVALID "day", "how", "minutes", "place", "others".
 */
MUST_CHECK bool there_log(struct ctx *cx, struct there *t);

/* Hers, who acts: all, with the words. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool there_list(struct ctx *cx, struct theres *out);
MUST_CHECK bool there_get(struct ctx *cx, int64_t id, struct there *out);

/* Of the peer who acts with this person: when, how, how long; no words. The
 * caller asked may_know(). Owns: cx->mem. */
MUST_CHECK bool there_list_between(struct ctx *cx, struct person_id whose,
                                   struct theres *out);

/* What she wanted, in her words; "" takes it away. Errors: ERR_NOTFOUND;
 * ERR_INVALID "wanted". */
MUST_CHECK bool there_wanted(struct ctx *cx, int64_t id, const char *words);

#endif
