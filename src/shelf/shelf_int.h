/* shelf/shelf_int.h - what the files of this folder share. */
#ifndef SHELF_SHELF_INT_H
#define SHELF_SHELF_INT_H

#include "keys/keys.h"

/* Where a question is sealed: under its author's key. */
struct place shelf_place(int64_t question, struct person_id author);

#endif
