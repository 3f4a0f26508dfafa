/* role/value.h - what peer support stands for, to look back with. R82
 *
 * The twelve core values of the National Practice Guidelines (NAPS 2013), by
 * name; the questions are Beside's own. An anchor for thinking, never a mark:
 * nothing here is answered, counted or kept.
 */
#ifndef ROLE_VALUE_H
#define ROLE_VALUE_H

#include "base/date.h"

enum { VALUES = 12 };

struct value {
    const char *says, *asks; /* msgids */
};

extern const struct value values[VALUES];

/* One a month, the same for everybody who works in a program. */
const struct value *value_of_month(struct date day);

#endif
