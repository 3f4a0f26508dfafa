/* weighing/weighing_int.h - what the files of this folder share. */
#ifndef WEIGHING_WEIGHING_INT_H
#define WEIGHING_WEIGHING_INT_H

#include "keys/keys.h"
#include "sharing/may.h"
#include "weighing/sheet.h"

struct about sheet_about(struct person_id whose, int64_t sheet);
struct place sheet_place(int64_t part, struct person_id whose);
struct place sheet_waits_place(int64_t part, struct person_id whose);

/* How far the actor sits beside her: TALK_OPEN for herself. Leaves a line when
 * it is not she. Errors: ERR_NOTFOUND. */
MUST_CHECK bool sheet_rule(struct ctx *cx, struct about what, enum talk *rule);

#endif
