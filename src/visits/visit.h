/* visits/visit.h - a visit: when, with whom, about mind or body.
 *
 * It is the person's own record, also of visits outside the agency (R71). Each
 * function asks may() itself about TOPIC_VISITS, and every query carries the
 * person: a visit of another is a visit that does not exist.
 */
#ifndef VISITS_VISIT_H
#define VISITS_VISIT_H

#include "base/ctx.h"
#include "base/date.h"
#include "frame/actor.h"

enum {
    VISIT_LINE_MAX = 200,     /* characters: with whom, where, what about */
    VISIT_LASTS = 2 * 60 * 60 /* seconds after it began: see visit_is_over() */
};

/* Stored: append only. The same numbers as enum set_kind. */
enum visit_kind { VISIT_MIND, VISIT_BODY };

/* Stored: append only. */
enum visit_source { VISIT_BY_HAND, VISIT_ICS, VISIT_FHIR };

/* Stored: append only. A visit that was to be and is over stays COMING until
 * someone says it was held: see visit_is_over(). */
enum visit_state { VISIT_COMING, VISIT_HELD, VISIT_CANCELLED };

struct visit_id {
    int64_t v;
};

struct visit {
    struct visit_id id;
    struct person_id person;
    int64_t program;
    int64_t at; /* seconds, UTC */
    enum visit_kind kind;
    bool inside;           /* with someone of this agency */
    struct person_id with; /* that someone, when known; else {0} */
    const char *with_name; /* "Dr. Rao"; never NULL. Set for those inside too:
                              her word for them */
    const char *place, *reason; /* "" when not said */
    enum visit_source source;
    const char *source_id; /* put only: what the file calls it. NULL by hand */
    enum visit_state state;
};

struct visits {
    struct visit *at;
    size_t n, cap;
};

/* VISIT_LASTS after it began, or as soon as it is said to be held. */
bool visit_is_over(const struct visit *v, int64_t now);

/* So far ahead that its day wants its year. */
bool visit_is_far(const struct visit *v, int64_t now);

/* The whole days from today to it; negative when it was. */
int visit_days_left(const struct visit *v, int64_t now);

/* Errors: ERR_NOTFOUND. Owns: cx->mem. */
MUST_CHECK bool visit_get(struct ctx *cx, struct person_id whose,
                          struct visit_id id, struct visit *out);

/* Coming: not over and not cancelled, the soonest first. */
MUST_CHECK bool visit_list_coming(struct ctx *cx, struct person_id whose,
                                  int limit, struct visits *out);

/* As her own list has it: what is coming, and what of the days ahead is
 * cancelled, so that it can be put on again; behind this one in that order.
 * Owns: cx->mem. */
struct visit_at {
    int64_t at; /* its time, seconds; 0: from the start */
    int64_t id;
};
MUST_CHECK bool visit_list_ahead(struct ctx *cx, struct person_id whose,
                                 struct visit_at behind, int limit,
                                 struct visits *out);

/* Past: over or cancelled, and begun before `before`, the latest first. For
 * the last five that were held, skip the cancelled (R71). */
MUST_CHECK bool visit_list_past(struct ctx *cx, struct person_id whose,
                                int64_t before, int limit, struct visits *out);

/* Sets v->id. Errors: ERR_INVALID "with" (empty, too long), "day" (no day, or
 * more than two years away), "place", "reason" (too long); ERR_NOTFOUND when
 * the actor may not. */
MUST_CHECK bool visit_add(struct ctx *cx, struct visit *v);

/* When, with whom, where, kind, what about. Errors: as visit_add. */
MUST_CHECK bool visit_change(struct ctx *cx, const struct visit *v);

MUST_CHECK bool visit_set_state(struct ctx *cx, struct person_id whose,
                                struct visit_id id, enum visit_state state);

/* For imports, run by the operator (no may): what stands here of the visit with
 * v->source_id; out->id {0}: it never came. Owns: cx->mem. Errors: ERR_CONFLICT
 * when that id is of another person. */
MUST_CHECK bool visit_came(struct ctx *cx, const struct visit *v,
                           struct visit *out);

enum visit_put { VISIT_NEW, VISIT_CHANGED, VISIT_SAME };

/* For imports, run by the operator (no may): the visit with v->source_id is
 * added, or brought up to date. Sets v->id. When the file says what it said
 * before nothing is written, so what she changed by hand since then stays.
 * Errors: as visit_add; ERR_CONFLICT when that id is of another person. */
MUST_CHECK bool visit_put(struct ctx *cx, struct visit *v,
                          enum visit_put *what);

#endif
