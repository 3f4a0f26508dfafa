/* sharing/count.h - how many, for those who lead a program: never who.
 *
 * A number of human beings under COUNT_LEAST is not said, nor one that leaves
 * fewer than that over: from either, a name can be guessed.
 * Source: R21, R37; never-list 11; README "A supervisor has no words and no
 * names".
 */
#ifndef SHARING_COUNT_H
#define SHARING_COUNT_H

#include "sharing/may.h"

enum { COUNT_LEAST = 5 };

enum count_how { COUNT_EXACT, COUNT_FEW, COUNT_ALL_BUT_FEW };

struct count {
    enum count_how how;
    int64_t n; /* COUNT_EXACT only; else 0 */
};

/* May the actor know how many, of their own program? Errors: ERR_NOTFOUND. */
MUST_CHECK bool may_count(struct ctx *cx);

struct count count_of(int64_t n);

/* n of all: both must be said together. */
struct count count_among(int64_t n, int64_t all);

/* Whole percent, to the nearest; 0 of none. */
int percent_of(int64_t n, int64_t all);

/* When exactly one of these is not said, it could be had from their sum: then
 * the smallest other is not said either. */
void counts_cover(struct count *list, size_t n);

#endif
