/* imports/ics.h - the visits in a calendar file (RFC 5545).
 *
 * Reading is apart from storing: a file that is no calendar says so, and what
 * cannot be understood in one that is, is listed beside what can.
 */
#ifndef IMPORTS_ICS_H
#define IMPORTS_ICS_H

#include "base/ctx.h"
#include "base/text.h"
#include "imports/left.h"

enum {
    ICS_FILE_MAX = 8 * 1024 * 1024, /* bytes */
    ICS_EVENTS_MAX = 5000,          /* with the repeated ones */
    ICS_REPEATS_MAX = 400           /* of one event, within the span */
};

struct ics_event {
    const char *id; /* UID, and the moment of a repeated one */
    int64_t at;     /* seconds, UTC */
    const char *summary, *place, *about; /* "" when not said */
    bool cancelled;
};

struct ics_events {
    struct ics_event *at;
    size_t n, cap;
};

struct ics_span {
    int64_t from, to; /* seconds, UTC */
};

/* The span of years that calendars are read for: a time long enough for all
 * that one still goes to or speaks about. */
struct ics_span ics_span_at(int64_t now);

/* Every event that begins within the span, repeated ones too; left: what was
 * not taken in. Owns: cx->mem. Errors: ERR_INVALID when the file is no
 * calendar, was cut, or none of its events can be understood. */
MUST_CHECK bool ics_read(struct ctx *cx, struct blob file, struct ics_span span,
                         struct ics_events *out, struct lefts *left);

#endif
