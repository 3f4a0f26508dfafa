/* weighing/read.h - a sheet as its pages read it. */
#ifndef WEIGHING_READ_H
#define WEIGHING_READ_H

#include "weighing/view.h"

/* To read: her words, and nothing that waits. Owns: mem. */
struct sheet_read sheet_to_read(struct arena *mem, const struct sheet *s);

/* To write on: everything that is open to who acts, as it stands for them; a
 * peer sees what waits. Owns: mem. */
struct sheet_read sheet_to_write(struct arena *mem, const struct sheet *s,
                                 bool hers);

/* What waits for her yes, in the order of the sheet. Owns: mem. */
struct sheet_typeds sheet_what_waits(struct arena *mem, const struct sheet *s);

#endif
