/* helps/helps_int.h - what the files of this folder share. */
#ifndef HELPS_HELPS_INT_H
#define HELPS_HELPS_INT_H

#include "helps/strategy.h"
#include "keys/keys.h"
#include "sharing/may.h"

/* Where a part of a row is sealed: of her list, and of the shelf. */
enum part { PART_WORDS, PART_MOMENT, PART_HELPS, PARTS };

struct place strategy_place(enum part part, int64_t id, struct person_id whose);
struct place signed_place(enum part part, int64_t id, struct person_id peer);

/* The same of a habit, and of what she measured on a day. */
enum habit_part { HABIT_WORDS, HABIT_STEP, HABIT_MEASURE, HABIT_PARTS };

struct place habit_place(enum habit_part part, int64_t id,
                         struct person_id whose);
struct place check_place(int64_t id, struct person_id whose);

struct about strategy_about(struct person_id whose, int64_t id);
struct about habit_about(struct person_id whose, int64_t id);

/* Hers by its id, whoever asks: for callers that asked may(). Owns: cx->mem.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool strategy_read(struct ctx *cx, struct person_id whose,
                              int64_t id, struct strategy *out);

#endif
