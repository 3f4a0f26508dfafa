/* visits/program.h - a program in numbers, for those who lead it.
 *
 * How many, never who: no name of a person, no words, nothing by rate. Peers
 * stand A to Z, for support and not for ranking. Source: R21, R37; sharing/
 * count.h has which numbers are not said.
 */
#ifndef VISITS_PROGRAM_H
#define VISITS_PROGRAM_H

#include "people/people.h"
#include "sharing/count.h"

struct program_peer {
    struct person peer;
    struct count members; /* whom this peer walks with */
};

struct program {
    struct count members;               /* walked with */
    struct count visit, ready, company; /* persons who have a visit from Monday
                                           to Sunday; of these */
    struct {
        struct program_peer *at;
        size_t n, cap;
    } peers; /* A to Z */
};

/* Errors: ERR_NOTFOUND when the actor may not. Owns: cx->mem. */
MUST_CHECK bool program_get(struct ctx *cx, struct program *out);

#endif
