/* rights/owed.h - until when an answer to a formal complaint is owed.
 *
 * Who leads owes it: what a peer writes back is not that answer. Asks nobody's
 * leave: for callers that read the complaint.
 * Source: R47.
 */
#ifndef RIGHTS_OWED_H
#define RIGHTS_OWED_H

#include "said/said.h"

/* Somebody wrote back, since it was opened. */
bool answer_came(enum said_state state);

/* *day: by when it was owed when she gave it; DATE_NONE from when somebody who
 * leads wrote back. came: somebody did. */
MUST_CHECK bool answer_owed(struct ctx *cx, struct said_id id, bool came,
                            struct date *day);

#endif
