/* mutual/mutual_int.h - what the files of this folder share. */
#ifndef MUTUAL_MUTUAL_INT_H
#define MUTUAL_MUTUAL_INT_H

#include "db/db.h"
#include "keys/keys.h"
#include "mutual/agree.h"

struct place agree_line_place(int64_t line, struct person_id whose);
struct place hope_place(int64_t note, struct person_id whose);

#endif
