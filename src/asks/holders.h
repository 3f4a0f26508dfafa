/* asks/holders.h - who stands on which step of the ladder of a program.
 *
 * Set by who leads the program, on a page, or in the terminal ("ask holder").
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

enum {
    HOLDER_ROLES = ROLE_BIT(ROLE_CASE_MANAGER) | ROLE_BIT(ROLE_CLINICIAN) |
                   ROLE_BIT(ROLE_SUPERVISOR)
};

/* From now on this one stands there; {0}: nobody.
 * Errors: ERR_INVALID "step-N" when they cannot. */
MUST_CHECK bool holder_set(struct ctx *cx, int64_t program, enum ask_step step,
                           struct person_id holder);

struct holders {
    struct person_id at[ASK_STEPS]; /* {0}: nobody */
};

MUST_CHECK bool holders_read(struct ctx *cx, int64_t program,
                             struct holders *out);

extern const struct command ask_commands[];

#endif
