/* rhythm/keep.h - all that rhythm keeps of one person: handed out, or gone. */
#ifndef RHYTHM_KEEP_H
#define RHYTHM_KEEP_H

#include "base/json.h"
#include "frame/actor.h"

MUST_CHECK bool rhythm_export(struct ctx *cx, struct person_id p,
                              struct json_out *w);
MUST_CHECK bool rhythm_erase(struct ctx *cx, struct person_id p);

#endif
