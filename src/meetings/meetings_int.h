/* meetings/meetings_int.h - what the files of this folder share. */
#ifndef MEETINGS_MEETINGS_INT_H
#define MEETINGS_MEETINGS_INT_H

#include "db/db.h"
#include "keys/keys.h"
#include "meetings/support.h"
#include "meetings/word.h"

/* Where words are sealed. */
struct place topics_place(int64_t word, struct person_id whose);
struct place dont_place(int64_t word, struct person_id whose);
struct place back_place(int64_t back, struct person_id whose);
struct place why_place(int64_t back, struct person_id whose);
struct place support_place(int64_t support, struct person_id whose);

/* No other of the team's is at this hour. */
MUST_CHECK bool meeting_hour_free(struct ctx *cx, int64_t program,
                                  const struct meeting *m, bool *yes);

/* Kept as it is, nobody there yet. Sets m->id. */
MUST_CHECK bool meeting_insert(struct ctx *cx, int64_t program,
                               struct meeting *m);

/* These, whom the caller checked, are there, and a peer who acts. */
MUST_CHECK bool meeting_seat(struct ctx *cx, int64_t id,
                             const struct staff_ids *there);

/* Lines that were sealed as one, into n of them. */
void word_lines(struct ctx *cx, const char *lines, const char **out, int n);

#endif
