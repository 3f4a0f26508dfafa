/* groups/group_day.h - one day on which a group meets. Source: R27, R60.
 *
 * The days are what the rule says; a row is there only once something was said
 * about one. None can be called off in silence. What is kept afterwards is how
 * many came and what to change: nobody who came has a place to be named.
 */
#ifndef GROUPS_GROUP_DAY_H
#define GROUPS_GROUP_DAY_H

#include "groups/group.h"

enum {
    HEADS_MAX = 500,
    NOTE_MAX = 300,
    ON_SLACK = 30 * 60 /* seconds before and after, in which one is counted */
};

struct group_day {
    const struct group *g;
    int64_t id; /* 0: there is no row */
    struct date day;
    int64_t at, until;
    const char *topic; /* "" also when it is withheld */
    enum about about;
    bool withheld; /* there is a topic that R81 does not let be shown now */
    bool taken;    /* the one who steps in takes it */
    bool off;
    const char *told, *instead;
    int64_t tapped, heads; /* heads -1: not counted yet */
};

struct group_days {
    struct group_day *at; /* as they come */
    size_t n, cap;
};

/* All days of these groups from one to another. Owns: cx->mem. */
MUST_CHECK bool group_days_between(struct ctx *cx, const struct groups *all,
                                   struct date from, struct date to,
                                   struct group_days *out);

/* Errors: ERR_NOTFOUND: it does not meet that day. */
MUST_CHECK bool group_day_get(struct ctx *cx, const struct group *g,
                              struct date day, struct group_day *out);

/* It is on, or about to, or just over. */
bool group_day_is_on(const struct ctx *cx, const struct group_day *s);

/* How many came: as counted, or as they tapped. */
int64_t group_day_heads(const struct group_day *s);

/* By who writes groups, of a group of theirs (group_ours). An empty topic takes
 * it back. Errors: ERR_INVALID "topic", "about"; ERR_CONFLICT: that day is
 * over.
 */
MUST_CHECK bool group_day_topic(struct ctx *cx, const struct group_day *s,
                                enum about about, const char *topic);

/* The one who steps in takes it; or it is as it was. Errors: ERR_CONFLICT: it
 * has begun. */
MUST_CHECK bool group_day_take(struct ctx *cx, const struct group_day *s,
                               bool taken);

/* It is off, and both are said in public; or it is on after all. Errors:
 * ERR_INVALID "told", "instead"; ERR_CONFLICT: it has begun. */
MUST_CHECK bool group_day_off(struct ctx *cx, const struct group_day *s,
                              const char *told, const char *instead);
MUST_CHECK bool group_day_on(struct ctx *cx, const struct group_day *s);

/* Once it has begun: how many came, and what to change next time; "" for
 * nothing. Errors: ERR_INVALID "heads", "note"; ERR_CONFLICT: it has not begun,
 * or was off. */
MUST_CHECK bool group_day_after(struct ctx *cx, const struct group_day *s,
                                int64_t heads, const char *note);

/* What was written about this day; "" for nothing. */
MUST_CHECK bool group_day_note(struct ctx *cx, const struct group_day *s,
                               const char **out);

/* Count me, without a name: one for each sitting at a screen (a sign-in), while
 * it is on. Counted twice changes nothing. Errors: ERR_CONFLICT: not now. */
MUST_CHECK bool group_day_count_me(struct ctx *cx, const struct group_day *s);
MUST_CHECK bool group_day_counted(struct ctx *cx, const struct group_day *s,
                                  bool *yes);

/* How many came in a month to each group of the program. */
struct heads {
    const char *name;
    int64_t days, n;
};

struct all_heads {
    struct heads *at; /* by name */
    size_t n, cap;
    int64_t days, sum;
};

/* back 0: this month; 1: the one before. */
MUST_CHECK bool heads_of_month(struct ctx *cx, int back, struct all_heads *out);

#endif
