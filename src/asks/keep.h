/* asks/keep.h - all that is kept here of one person, given and gone. */
#ifndef ASKS_KEEP_H
#define ASKS_KEEP_H

#include "base/json.h"
#include "frame/actor.h"

MUST_CHECK bool asks_export(struct ctx *cx, struct person_id p,
                            struct json_out *w);
MUST_CHECK bool asks_erase(struct ctx *cx, struct person_id p);

#endif
