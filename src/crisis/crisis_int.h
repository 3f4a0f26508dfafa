/* crisis/crisis_int.h - what the files of this folder share. */
#ifndef CRISIS_CRISIS_INT_H
#define CRISIS_CRISIS_INT_H

#include "crisis/choice.h"
#include "crisis/there.h"
#include "db/db.h"
#include "keys/keys.h"
#include "sharing/may.h"

/* The parts, from the next columns of a query, in the order of the enum. */
void choice_take(struct query *q, struct person_id whose,
                 struct choice_words *c);

/* The newest version, for a caller that asked may(). */
MUST_CHECK bool choice_newest(struct ctx *cx, struct person_id whose,
                              struct choice_words *out);

struct place there_place(int64_t id, struct person_id whose);
struct place there_others_place(int64_t id, struct person_id whose);
struct place there_wanted_place(int64_t id, struct person_id whose);

#endif
