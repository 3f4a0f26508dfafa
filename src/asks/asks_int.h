/* asks/asks_int.h - what the files of asks share. */
#ifndef ASKS_ASKS_INT_H
#define ASKS_ASKS_INT_H

#include "keys/keys.h"
#include "said/said.h"

struct place did_place(int64_t id, struct person_id whose);
bool ask_is_open(const struct said *s);

/* Whole days since. */
int ask_days(const struct ctx *cx, int64_t made);

#endif
