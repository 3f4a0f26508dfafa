/* hopes/keep.h - what this folder keeps of one person: as members of the object
 * that is open in w, and made to go. */
#ifndef HOPES_KEEP_H
#define HOPES_KEEP_H

#include "base/json.h"
#include "frame/actor.h"

MUST_CHECK bool hopes_export(struct ctx *cx, struct person_id p,
                             struct json_out *w);
MUST_CHECK bool hopes_erase(struct ctx *cx, struct person_id p);

#endif
