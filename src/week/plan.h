/* week/plan.h - does what a peer promised fit in a week? (R24)
 *
 * The agreed rhythms, the way, the groups, and the times set for that week,
 * against the hours of the peer's week. It is there to protect the peer: said
 * to them first, and never in the way of a new time. Who leads sees hours once
 * the peer has kept their plan, never with whom.
 */
#ifndef WEEK_PLAN_H
#define WEEK_PLAN_H

#include "week/week.h"

enum {
    PLAN_HOURS_MAX = 60,
    PLAN_LASTS = 60, /* minutes, until the peer says otherwise */
    PLAN_WAY = 30,
    PLAN_LASTS_MAX = 480,
    PLAN_WAY_MAX = 240,
    PLAN_WEEKS = 5 /* how far ahead a warning looks */
};

struct week_plan {
    int64_t hours;      /* a week; 0: not said */
    int64_t lasts, way; /* minutes of one time, and to it and back */
    int64_t groups;     /* hours a week */
    bool kept;          /* the peer kept it once */
    const char *by;     /* who said the hours: first name; "" */
    struct date changed;
};

/* Errors: ERR_NOTFOUND unless the actor is on a side. */
MUST_CHECK bool plan_get(struct ctx *cx, struct person_id peer,
                         struct week_plan *out);

/* Either side. Errors: ERR_NOTFOUND; ERR_INVALID "hours". */
MUST_CHECK bool plan_hours(struct ctx *cx, struct person_id peer,
                           int64_t hours);

/* The peer who acts: hours, lasts, way, groups. Errors: ERR_INVALID of these
 * names. */
MUST_CHECK bool plan_put(struct ctx *cx, const struct week_plan *p);

/* What one week needs. */
struct week_load {
    struct date monday;
    int64_t with, way, groups; /* minutes */
    int64_t singles;           /* times of this week that are in no rhythm */
    int64_t needs, has;        /* hours, needs rounded up; has 0: not said */
    bool over;
};

/* Errors: ERR_NOTFOUND: no side; who leads, before the peer kept a plan. */
MUST_CHECK bool load_get(struct ctx *cx, struct person_id peer,
                         struct date monday, struct week_load *out);

/* Of the peer who acts, the first week from now on that is too full; else
 * this one. */
MUST_CHECK bool load_ahead(struct ctx *cx, struct week_load *out);

#endif
