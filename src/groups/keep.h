/* groups/keep.h - what is kept about one peer: carried away, erased. */
#ifndef GROUPS_KEEP_H
#define GROUPS_KEEP_H

#include "base/json.h"
#include "frame/actor.h"

MUST_CHECK bool groups_export(struct ctx *cx, struct person_id p,
                              struct json_out *w);
MUST_CHECK bool groups_erase(struct ctx *cx, struct person_id p);

#endif
