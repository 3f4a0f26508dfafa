/* imports/imports.h - people and visits that other systems know of.
 *
 * Importing twice changes nothing: what came before is found by its id there.
 * People already known keep the name they have here. A file makes nobody staff:
 * a practitioner is a clinician of this program, known by the same id or full
 * name, or a name that stands at its visits. All of a file is stored, or none
 * of it (the caller's transaction).
 */
#ifndef IMPORTS_IMPORTS_H
#define IMPORTS_IMPORTS_H

#include "frame/module.h"
#include "imports/fhir.h"
#include "imports/ics.h"
#include "visits/visit.h"

struct import_count {
    int added, changed, same;
};

struct import_report {
    struct import_count persons, places, visits;
    struct {
        int here, named, unused; /* clinicians of this program; names at visits;
                                    of no visit, so not kept */
    } clinicians;
    struct lefts left; /* what was understood, and is of nobody here */
};

/* Errors: ERR_INVALID, naming the visit that cannot be stored. */
MUST_CHECK bool import_fhir(struct ctx *cx, int64_t program,
                            const struct fhir_bundle *b,
                            struct import_report *out);

/* All of them visits of one person: program, person and kind are as in like. */
MUST_CHECK bool import_ics(struct ctx *cx, const struct visit *like,
                           const struct ics_events *events,
                           struct import_report *out);

extern const struct command import_commands[];

#endif
