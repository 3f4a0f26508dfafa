/* sharing/barred.h - whom one thing of hers is about, and so never reaches.
 *
 * What was done to her rights is not for who did it to read: no permission, no
 * role and no later choice opens it, and what is left of it to them is what
 * does not exist. may() asks this first.
 * Source: R47 "never visible to the person complained about".
 */
#ifndef SHARING_BARRED_H
#define SHARING_BARRED_H

#include "people/people.h"
#include "sharing/may.h"

/* From now on and for good. Only the person herself; what.thing is not 0.
 * Errors: ERR_DENIED. */
MUST_CHECK bool barred_add(struct ctx *cx, struct about what,
                           struct person_id who);

/* Whom it is about, as they are called; only id and first are set, first "" for
 * one who is gone. Asks nobody's leave: for callers that asked may(). Owns:
 * cx->mem. */
MUST_CHECK bool barred_list(struct ctx *cx, struct about what,
                            struct persons *out);

#endif
