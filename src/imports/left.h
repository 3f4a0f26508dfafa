/* imports/left.h - what of a file was not taken in: by kind, with how often. */
#ifndef IMPORTS_LEFT_H
#define IMPORTS_LEFT_H

#include <stddef.h>

#include "base/arena.h"

enum { LEFT_KINDS_MAX = 1000 }; /* what is beyond them is "others" */

struct left {
    const char *what; /* "Observation", "an event before 2016-10-16" */
    size_t times;
};

struct lefts {
    struct left *at;
    size_t n, cap;
};

/* One more of what. what lives as long as mem. */
void left_add(struct arena *mem, struct lefts *l, const char *what);

#endif
