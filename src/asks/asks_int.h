/* asks/asks_int.h - what the files of asks share. */
#ifndef ASKS_ASKS_INT_H
#define ASKS_ASKS_INT_H

#include "asks/ladder.h"
#include "keys/keys.h"

struct place did_place(int64_t id, struct person_id whose);
bool ask_is_open(const struct said *s);

/* A new ask of hers, a draft still. Errors: ERR_NOTFOUND; ERR_CONFLICT:
 * ASKS_OPEN_MAX. */
MUST_CHECK bool ask_begin(struct ctx *cx, struct said *s);

/* Errors: ERR_INVALID "words". */
MUST_CHECK bool ask_words_fit(struct ctx *cx, const char *words);

/* She says yes to its words, whose hash this is, and so loud. Errors:
 * ERR_INVALID "due", "day-N"; as said_approve. */
MUST_CHECK bool ask_send(struct ctx *cx, struct said *s, struct date due,
                         const struct ladder_wish *w);

#endif
