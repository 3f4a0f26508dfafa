/* meetings/weekly.h - a meeting that is each week: entered once, and the next
 * ones are there by themselves.
 *
 * Each date is a meeting of its own. What she says yes to is that one meeting;
 * there is nothing she could say to all of them. Source: R49, R54.
 */
#ifndef MEETINGS_WEEKLY_H
#define MEETINGS_WEEKLY_H

#include "meetings/meeting.h"

enum { WEEKLY_AHEAD = 28 }; /* days */

/* As meeting_make(), and so each week from then on. */
MUST_CHECK bool weekly_make(struct ctx *cx, struct meeting *m,
                            const struct staff_ids *there);

/* Who is there from this one on; by who may say who is there at it. Errors: as
 * meeting_set_there. */
MUST_CHECK bool weekly_set_there(struct ctx *cx, int64_t id,
                                 const struct staff_ids *there);

/* This is the last one: those after it are called off. By who made it.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool weekly_stop(struct ctx *cx, int64_t id);

/* The dates of the next weeks: for a job. */
MUST_CHECK bool weekly_go_on(struct ctx *cx);

#endif
