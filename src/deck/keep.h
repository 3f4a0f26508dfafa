/* deck/keep.h - what this folder keeps of one peer, as members of the object
 * that is open in w, and made to go. What is in the vault is not in it. */
#ifndef DECK_KEEP_H
#define DECK_KEEP_H

#include "base/json.h"
#include "frame/actor.h"

MUST_CHECK bool deck_export(struct ctx *cx, struct person_id p,
                            struct json_out *w);
MUST_CHECK bool deck_erase(struct ctx *cx, struct person_id p);

#endif
