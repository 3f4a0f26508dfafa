/* asks/ladder.h - how loud one ask is: who has it now, who later, who never.
 *
 * The steps are case manager, team lead, program director, board. She chooses
 * for each: from now, from a day on, when I say so, never. Who stands on a step
 * is kept by the agency (asks/holders.h); a step where nobody stands is
 * skipped. A step that has the ask has a permission of hers about that one
 * thing; one that gets it on a day has it written already, and it begins on
 * that day by itself, so that nothing waits for a click or a job.
 * Source: R48; never-list 14.
 */
#ifndef ASKS_LADDER_H
#define ASKS_LADDER_H

#include "asks/holders.h"
#include "base/date.h"
#include "said/said.h"

/* Sent by forms as a number. */
enum ask_when { WHEN_NEVER, WHEN_LATER, WHEN_NOW, WHEN_DAY };

struct rung {
    enum ask_when when;
    int64_t since;        /* NOW, DAY: since, or from, when; else TIME_NONE */
    struct person_id has; /* NOW, DAY: who was let in */
    const char *name;     /* of who was let in; "" */
    bool answered;        /* who was let in wrote back */
    struct person_id stands; /* who stands here today; {0}: nobody */
    const char *stands_name; /* "" */
};

struct ladder {
    struct rung at[ASK_STEPS];
};

/* What she chooses for each step. */
struct ladder_wish {
    enum ask_when when[ASK_STEPS];
    struct date day[ASK_STEPS];
};

/* Of a new ask: nobody has it, each may. */
MUST_CHECK bool ladder_new(struct ctx *cx, struct ladder *out);

/* What a new one begins with: the first step where somebody stands has it. */
void ladder_begin(struct ladder *l);

/* Asks nobody's leave: for callers that read the ask. Owns: cx->mem. */
MUST_CHECK bool ladder_read(struct ctx *cx, const struct said *ask,
                            struct ladder *out);

/* Her choice, as fields "step-N", "day-N" say it.
 * A day typed beside "when I say so" means that day.
 * Errors: ERR_INVALID "day-N" (none, not a day to come, or typed beside "now"
 * or "not here"). */
MUST_CHECK bool ladder_check(struct ctx *cx, const struct ladder *l,
                             struct ladder_wish *w);

/* Choose so; a step where nobody stands stays as it is. louder, quieter:
 * whether somebody gets it, or has it no more. */
void ladder_choose(struct ladder *l, const struct ladder_wish *w, int64_t now,
                   bool *louder, bool *quieter);

/* The step that one step up leads to; the highest that has it, or will have it
 * from a day on; -1: there is none. */
int ladder_up(const struct ladder *l);
int ladder_top(const struct ladder *l);

/* The names of who has it now; silent: of those who did not write back. Owns:
 * mem. */
struct texts ladder_who(struct arena *mem, const struct ladder *l, bool silent);

void rung_begin(struct rung *r, int64_t from);
void rung_end(struct rung *r);

/* Kept, and permissions written and ended to match, at once. Only she. */
MUST_CHECK bool ladder_save(struct ctx *cx, const struct said *ask,
                            const struct ladder *l);

#endif
