/* groups/groups_int.h - what the files of this folder share. */
#ifndef GROUPS_GROUPS_INT_H
#define GROUPS_GROUPS_INT_H

#include "groups/group_day.h"
#include "keys/keys.h"

/* Its row: made, when there is none. */
MUST_CHECK bool group_day_row(struct ctx *cx, const struct group_day *s,
                              int64_t *id);

/* The place of a note: of a session, by this peer. */
static inline struct place note_place(int64_t session, struct person_id by)
{
    return (struct place){"groups_note.words", session, by};
}

#endif
