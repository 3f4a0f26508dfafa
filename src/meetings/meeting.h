/* meetings/meeting.h - a meeting of a team: when, and who is there.
 *
 * A peer of the team, or who leads the program, makes it and says who is there.
 * Its persons are nobody but those a peer there walks with, and by default
 * nothing is said about any. Who leads sees when it is and who is there, and
 * nothing of who said yes. Source: R49, R54.
 */
#ifndef MEETINGS_MEETING_H
#define MEETINGS_MEETING_H

#include "base/date.h"
#include "people/people.h"
#include "sharing/may.h"

enum {
    THERE_MAX = 40,
    MEETING_DAYS_MAX = 370,
    MEETINGS_SHOWN = 40,
    MEETING_SECONDS = 2 * 3600 /* from its start until it is over */
};

struct meeting {
    int64_t id, team;
    const char *team_name;
    struct person_id peer; /* who made it: of staff */
    int64_t at;            /* seconds: when it starts */
    int64_t series;        /* it is each week, and goes on; else 0 */
    int64_t off;           /* when it was called off; TIME_NONE */
};

struct meetings {
    struct meeting *at; /* the soonest first */
    size_t n, cap;
};

struct staff_ids {
    int64_t *at;
    size_t n, cap;
};

/* The roles of who may be at one. */
unsigned meeting_roles(void);

/* Its time is behind: nothing is said yes to any more. */
bool meeting_is_over(const struct ctx *cx, const struct meeting *m);

/* Of which teams the actor may make one: a peer's own; to who leads, all.
 * Owns: cx->mem. */
MUST_CHECK bool meeting_teams(struct ctx *cx, struct teams *out);

/* Who acts makes one; m->team and at are set, and who is there beside a peer
 * who acts. Sets m->id.
 * Errors: ERR_INVALID "team" (not on it), "day", "time" (behind, or one of the
 * team's is there already), "there". */
MUST_CHECK bool meeting_make(struct ctx *cx, struct meeting *m,
                             const struct staff_ids *there);

/* Who is there, from now on; by who finds it. Once it has begun this corrects
 * the table, and who was there as it began is kept beside it. Errors:
 * ERR_NOTFOUND; ERR_INVALID "there"; ERR_CONFLICT when its day is over. */
MUST_CHECK bool meeting_set_there(struct ctx *cx, int64_t id,
                                  const struct staff_ids *there);

/* Called off by who made it: nobody is spoken about. What she had said to it
 * stays hers, and she finds that it is off. Errors: ERR_NOTFOUND; ERR_CONFLICT
 * when its hour has come. */
MUST_CHECK bool meeting_call_off(struct ctx *cx, int64_t id);

/* Those the actor is at, or made as who leads, from today on. Owns: cx->mem. */
MUST_CHECK bool meeting_list_mine(struct ctx *cx, struct meetings *out);

/* One of those, of any day. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool meeting_get(struct ctx *cx, int64_t id, struct meeting *out);

/* Those not over where a peer is who walks with her, who acts; or this one
 * alone, over or not (id 0: all). One that was called off only if she had said
 * something to it. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool meeting_list_around(struct ctx *cx, struct person_id whose,
                                    int64_t id, struct meetings *out);

/* Who is there, by name. Asks nobody's leave: for callers that found it by one
 * of the above. Owns: cx->mem. */
MUST_CHECK bool meeting_there(struct ctx *cx, int64_t id, struct persons *out);

/* Of those, who was not there as it began: the table was corrected. */
MUST_CHECK bool meeting_joined(struct ctx *cx, int64_t id, struct persons *out);

#endif
