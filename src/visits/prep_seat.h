/* visits/prep_seat.h - what every page of getting ready begins with: whose
 * visit it is, who sits at the keys, the questions and what was answered. */
#ifndef VISITS_PREP_SEAT_H
#define VISITS_PREP_SEAT_H

#include "frame/req.h"
#include "visits/prep_view.h"

struct sitting {
    struct prep_seat seat;
    struct visit visit;
    struct prep prep; /* id {0}: not begun */
    struct set set;
    struct answers answers; /* as shown */
    struct set_answers flat;
};

/* From the path: /me/visits/{visit} of whoever is signed in, or
 * /with/{person}/visits/{visit} of somebody who lets this peer type.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool sit_down(struct req *rq, struct sitting *s);

/* Read the answers again, after one was put. */
MUST_CHECK bool sit_again(struct ctx *cx, struct sitting *s);

/* The questions shown now: how many there are, and how many have an answer or
 * were skipped; what waits for her yes is not done. */
struct set_place sitting_progress(const struct sitting *s);

/* Keep that, after an answer was put, said yes to or taken out. */
MUST_CHECK bool sitting_count(struct ctx *cx, struct sitting *s);

/* Where to go on: after the last one answered, then whatever was left; NULL:
 * all were come to. */
const struct set_item *sitting_resume(const struct sitting *s);

/* It was answered or skipped. */
bool sitting_has(const struct sitting *s, const char *link_id);

/* What another typed there waits for her yes. */
bool sitting_waits(const struct sitting *s, const char *link_id);

/* The words of an answer, each line; nothing when it was skipped. */
struct words_list answer_words(struct arena *mem, const struct answers *a,
                               const struct set_item *it, enum lang lang);

/* The value with this linkId; "" when there is none. */
const char *sitting_value(const struct sitting *s, const char *link_id);

#endif
