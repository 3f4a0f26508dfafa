/* shelf/ours.h - the first shelf: questions of our own wording. */
#ifndef SHELF_OURS_H
#define SHELF_OURS_H

#include "shelf/shelf.h"

enum { SHELF_OURS = 12 };

struct shelf_our {
    enum shelf_tag tag;
    const char *words; /* a msgid */
};

/* 1 .. SHELF_OURS: their number is what uses and votes are kept by. Append
 * only. No row of a store has so small an id and is a question. */
extern const struct shelf_our shelf_ours[SHELF_OURS + 1];

#endif
