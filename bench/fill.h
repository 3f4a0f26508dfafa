/* bench/fill.h - made-up stores for what is measured. */
#ifndef BENCH_FILL_H
#define BENCH_FILL_H

#include "people/people.h"
#include "questions/set_store.h"

enum { DAY_S = 86400 };

struct filling {
    struct ctx *cx;
    int64_t program;
    struct person_id peer, doctor;
    struct set set;
    const char *hash;
    int64_t now;
};

/* Ends the process with the sentence of cx unless it is done. */
void must(const struct ctx *cx, bool done);

/* A new store in DIR; one transaction after the other. */
void fill(struct ctx *cx, const char *dir, int people, int entries);

/* From here on this one acts, at this moment. */
void fill_act(struct filling *f, struct person_id who, enum role role,
              int64_t at);
struct person_id fill_person(struct filling *f, const char *name,
                             enum role role);
/* Everybody's password is the same. */
void fill_account(struct filling *f, struct person_id p, enum role role,
                  const char *name);
/* What was filled is committed; the arena would grow with every row. */
void fill_fresh_arena(struct filling *f);

/* A peer who signs in by this name and walks with 60 people, for so many weeks
 * by now: each week a time held and written together, each other week a promise
 * kept. The first of the 60 signs in as "made-up-NAME-0". */
void fill_caseload(struct filling *f, const char *name, int weeks);

#endif
