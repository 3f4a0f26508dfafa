/* week/week.h - a peer's week: what it was for, and who sees that when.
 *
 * Minutes with people come from contacts; the rest the peer adds: a kind,
 * minutes, a day, no words. A week is the peer's alone until they show it, or
 * until a week has passed since it ended; then who leads sees its shares.
 * Source: R21, R84: the job is measured, not the peer.
 */
#ifndef WEEK_WEEK_H
#define WEEK_WEEK_H

#include "people/people.h"
#include "week/share.h"

enum {
    WEEK_MINUTES_MAX = 720, /* of one entry */
    WEEK_DAYS_MAX = 60,     /* how long ago one may be added */
    WEEK_DAYS = 7
};

/* Whose week it is and who leads may both see it, each on a side. */
enum week_side { SIDE_PEER, SIDE_LEAD };

/* The side of the actor: this peer, or who leads this peer's program.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool week_side(struct ctx *cx, struct person_id peer,
                          enum week_side *out);

struct week_entry {
    int64_t id;
    enum week_kind kind;
    struct date day;
    int64_t minutes;
    const char *field, *value; /* of a form: "minutes-7", "20"; read only */
};

struct week_entries {
    struct week_entry *at; /* the latest day first */
    size_t n, cap;
};

/* The peer who acts: kind, day, minutes are set. Errors: ERR_NOTFOUND;
 * ERR_INVALID "kind", "minutes", "day". */
MUST_CHECK bool week_add(struct ctx *cx, const struct week_entry *e);

/* Other minutes. Errors: ERR_NOTFOUND; ERR_INVALID "minutes-ID". */
MUST_CHECK bool week_change(struct ctx *cx, int64_t id, int64_t minutes);
MUST_CHECK bool week_remove(struct ctx *cx, int64_t id);

/* Of the peer who acts, from a Monday. Owns: cx->mem. */
MUST_CHECK bool week_entries(struct ctx *cx, struct date monday,
                             struct week_entries *out);

/* A week of this peer. Errors: ERR_NOTFOUND: to anyone but the peer, and who
 * leads when it is shown. */
MUST_CHECK bool week_get(struct ctx *cx, struct person_id peer,
                         struct date monday, struct week *out);

/* The peer who acts lets who leads see it from now on. Errors: ERR_INVALID when
 * it has not begun. */
MUST_CHECK bool week_show(struct ctx *cx, struct date monday);

/* Who leads may see it; and the newest one they may. */
MUST_CHECK bool week_is_shown(struct ctx *cx, struct person_id peer,
                              struct date monday, bool *yes);
MUST_CHECK bool week_newest_shown(struct ctx *cx, struct person_id peer,
                                  struct date *monday);

/* From this day on who leads sees it in any case. */
struct date week_shown_from(struct date monday);

#endif
