/* imports/fhir.h - the people and visits in a FHIR R4 Bundle.
 *
 * Read: Patient, Practitioner, Organization, Location, Appointment, Encounter.
 * Everything else is counted and listed, never half understood. Ids are kept.
 */
#ifndef IMPORTS_FHIR_H
#define IMPORTS_FHIR_H

#include "base/ctx.h"
#include "base/json.h"
#include "base/text.h"
#include "imports/left.h"

enum { FHIR_FILE_MAX = 64 * 1024 * 1024 /* bytes */ };

enum fhir_human_kind { FHIR_PATIENT, FHIR_PRACTITIONER };

struct fhir_human {
    enum fhir_human_kind kind;
    const char *id;    /* "Patient/7", or its urn:uuid */
    const char *name;  /* in full: "Dr. Anita Rao" */
    const char *bare;  /* the same without what stands before it */
    const char *first; /* what one calls them */
    const char *title; /* of a practitioner; "" */
    const char *url;   /* fullUrl; "" */
};

/* An Organization or a Location. */
struct fhir_place {
    const char *id, *name, *url;
};

struct fhir_places {
    struct fhir_place *at;
    size_t n, cap;
};

/* Whom it points to is in the file, or may have come in one before. */
struct fhir_visit {
    const char *id;        /* "Encounter/7", or its urn:uuid */
    const char *who;       /* the id of the Patient */
    const char *with;      /* the id of the Practitioner; "" */
    const char *with_name; /* "" when the file does not say */
    const char *room; /* the id of a place that the file does not hold; "" */
    const char *place, *about;
    int64_t at; /* seconds, UTC */
    bool mind, held, cancelled;
    bool mistake; /* entered in error: none, and called off when it came before
                   */
};

struct fhir_humans {
    struct fhir_human *at;
    size_t n, cap;
};

struct fhir_visits {
    struct fhir_visit *at;
    size_t n, cap;
};

struct fhir_bundle {
    struct fhir_humans humans;
    struct fhir_places places;
    struct fhir_visits visits;
    struct lefts left;
};

/* Owns: cx->mem. Errors: ERR_INVALID when it is no Bundle of R4 JSON. */
MUST_CHECK bool fhir_read(struct ctx *cx, struct blob file,
                          struct fhir_bundle *out);

/* "2026-10-15T14:30:00-04:00" to seconds, UTC; a dateTime with a time and a
 * zone, as an instant of FHIR has; TIME_NONE for anything else. */
int64_t fhir_instant(const char *s);

#endif
