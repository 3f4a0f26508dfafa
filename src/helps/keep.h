/* helps/keep.h - what this folder keeps of one person: as members of the object
 * that is open in w, and made to go. */
#ifndef HELPS_KEEP_H
#define HELPS_KEEP_H

#include "base/json.h"
#include "frame/actor.h"

MUST_CHECK bool helps_export(struct ctx *cx, struct person_id p,
                             struct json_out *w);
MUST_CHECK bool helps_erase(struct ctx *cx, struct person_id p);

#endif
