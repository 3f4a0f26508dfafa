/* sharing/access.h - who saw my things: one line a reading, on disk before the
 * words are on the wire.
 *
 * The person reads it in plain words at /me/seen. Staff who tried and were
 * refused are not in it, unless she works here too (R103).
 */
#ifndef SHARING_ACCESS_H
#define SHARING_ACCESS_H

#include "sharing/may.h"

/* Stored: append only. The first four are enum verb. */
enum access_what {
    ACCESS_SAW,
    ACCESS_CHANGED,
    ACCESS_CARRIED,
    ACCESS_SENT,
    ACCESS_REFUSED,   /* a colleague tried; she works here too */
    ACCESS_LINK_OPEN, /* a link was opened with the right code */
    ACCESS_LINK_SHUT  /* the code was wrong too often: the link is closed */
};

struct access {
    int64_t id;
    struct about what;
    int64_t reader;     /* person or link */
    int64_t permission; /* that allowed it; 0: none was needed */
    enum access_what did;
    int64_t at, first; /* seconds; first < at: again and again, first to last */
    const char *name;  /* of the reader; "" when gone */
    const char *purpose; /* of the permission; "" */
};

struct accesses {
    struct access *at;
    size_t n, cap;
};

enum { ACCESS_PAGE = 50, ACCESS_GROUP_SECONDS = 600 };

/* Write the line before this request's answer leaves. The same line twice in
 * one request is one. A refusal is written though the request fails. */
void access_note(struct ctx *cx, const struct access *a);

/* This request will tell this person already that somebody tried. */
bool access_is_told(const struct ctx *cx, struct person_id whose);

/* Write it now: cx is in a write transaction. */
MUST_CHECK bool access_write(struct ctx *cx, const struct access *a);

/* Her ACCESS_PAGE latest lines with an id below before (0: from the newest);
 * *older: the before of the next page, 0 when there is none. What one reader
 * did with one thing within ten minutes is one line.
 * Owns: cx->mem. Errors: ERR_NOTFOUND when the actor may not. */
MUST_CHECK bool access_list(struct ctx *cx, struct person_id whose,
                            int64_t before, struct accesses *out,
                            int64_t *older);

#endif
