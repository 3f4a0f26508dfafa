/* sharing/named.h - what a thing is, for her who owns it: its first words, or
 * its day.
 *
 * "Who can see what" is here, and what the things are is known above: each
 * folder that keeps some of them hears SHARING_NAMED and names its own, to
 * herself alone. Source: R122.
 */
#ifndef SHARING_NAMED_H
#define SHARING_NAMED_H

#include "base/date.h"
#include "sharing/may.h"

#define SHARING_NAMED "sharing.named"

enum { NAMED_MAX = 60 }; /* characters of words */

struct named {
    struct about what; /* of who acts, in her own account */
    const char *words; /* "" until somebody names it */
    struct date day;   /* or its day; DATE_NONE */
};

/* What is heard. Its rows are there to be filled. */
struct named_list {
    struct named *at;
    size_t n, cap;
};

/* The words, cut to NAMED_MAX. Owns: mem. */
const char *named_words(struct arena *mem, const char *words);

#endif
