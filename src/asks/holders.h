/* asks/holders.h - who stands on which step of the ladder of a program.
 *
 * People data: kept in the terminal by who keeps the accounts ("ask holder").
 * Only somebody of staff who may be shown an ask can stand there: a case
 * manager, a clinician, one who leads.
 */
#ifndef ASKS_HOLDERS_H
#define ASKS_HOLDERS_H

#include "frame/module.h"
#include "people/people.h"

/* Lowest first. Stored: append only. */
enum ask_step {
    STEP_CASE_MANAGER,
    STEP_TEAM_LEAD,
    STEP_DIRECTOR,
    STEP_BOARD,
    ASK_STEPS
};

/* "Team lead": a msgid. */
const char *step_words(enum ask_step s);

/* From now on this one stands there; {0}: nobody.
 * Errors: ERR_INVALID when they cannot. */
MUST_CHECK bool holder_set(struct ctx *cx, int64_t program, enum ask_step step,
                           struct person_id holder);

struct holders {
    struct person_id at[ASK_STEPS]; /* {0}: nobody */
};

MUST_CHECK bool holders_read(struct ctx *cx, int64_t program,
                             struct holders *out);

extern const struct command ask_commands[];

#endif
