/* visits/prep.h - getting ready for a visit: one set of questions, answered.
 *
 * Answers are hers. Each is on disk when it is shown as saved, can be skipped,
 * and can be given again; going on is possible from any device. What another
 * typed waits, and counts for nothing, until she approves those exact words
 * (R52, R69; never-list 5).
 *
 * A question's "say more" is an answer of its own (set_item.more_id). Her own
 * name for what a question calls by the set's words (set_item.rename) is one
 * too: linkId and ".called", see PREP_CALLED.
 *
 * Each function asks may() itself: TOPIC_READY for how far it is, TOPIC_ANSWERS
 * (thing: the prep's id) for what was answered.
 */
#ifndef VISITS_PREP_H
#define VISITS_PREP_H

#include "visits/visit.h"

#define PREP_CALLED ".called"

/* Stored: append only. */
enum prep_mode {
    PREP_ALONE,
    PREP_WITH_PEER,  /* on her own device, the peer beside her or on the phone
                      */
    PREP_PEER_TYPES, /* helper types; she approves */
    PREP_PAPER       /* written on the blank form, typed in later */
};

/* Stored: append only. */
enum prep_state { PREP_OPEN, PREP_FINISHED };

/* Stored: append only. Her word against last time. */
enum answer_change {
    ANSWER_NO_WORD,
    ANSWER_SAME,
    ANSWER_BETTER,
    ANSWER_HARDER
};

struct prep_id {
    int64_t v;
};

struct prep {
    struct prep_id id; /* {0}: not begun */
    struct visit_id visit;
    struct person_id person;
    int64_t set; /* questions_set.id */
    enum prep_mode mode;
    struct person_id helper; /* who may type; {0}: nobody */
    enum prep_state state;
    int64_t started, finished; /* TIME_NONE: not yet */
    const char *position;      /* linkId she was on last; "" at the start */
    int done, of; /* questions answered or skipped, of those asked; 0 of 0
                     before it is begun. No answer: part of TOPIC_READY */
};

/* One answer, or one line of an answer that has several. */
struct answer {
    int64_t id; /* of these exact words: new words have a new id */
    const char *link_id;
    int nth;           /* 0, 1, ... within the question */
    const char *value; /* as questions/set_logic.h stores it; NULL: skipped */
    enum answer_change change; /* on nth 0 */
    struct person_id typed_by;
    bool on_paper;
    bool waits;       /* typed by another; not approved: counts for nothing */
    int64_t approved; /* TIME_NONE while it waits */
    int64_t at;
};

struct answers {
    struct answer *at; /* by linkId, then nth */
    size_t n, cap;
};

/* What was said last time, and when. */
struct before {
    struct visit visit;
    struct answers answers;
};

enum answer_which {
    ANSWERS_COUNT, /* only what she said or approved: for the page, for sharing
                    */
    ANSWERS_SHOWN  /* what waits stands in place of what it would replace: for
                      the questions and the review */
};

/* The prep of a visit; out->id {0} when it is not begun. Owns: cx->mem. */
MUST_CHECK bool prep_for(struct ctx *cx, struct person_id whose,
                         struct visit_id visit, struct prep *out);

/* The same, begun if it was not, with this version of the questions. */
MUST_CHECK bool prep_begin(struct ctx *cx, struct person_id whose,
                           struct visit_id visit, int64_t set,
                           struct prep *out);

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool answer_list(struct ctx *cx, const struct prep *p,
                            enum answer_which which, struct answers *out);

/* What she said at the latest earlier visit that was prepared with a set of the
 * same url; out->visit.id {0} when there is none. Owns: cx->mem. */
MUST_CHECK bool answer_list_before(struct ctx *cx, const struct prep *p,
                                   const char *set_url, struct before *out);

/* Her last answer to a question that counts, in any prep of such a set, with
 * the day; "" when there is none. For the statement on Home (R73). */
MUST_CHECK bool answer_latest(struct ctx *cx, struct person_id whose,
                              const char *link_id, const char **value,
                              int64_t *at);

struct answer_new {
    const char *link_id;
    const char *const *values; /* n of them; n 0: skipped */
    size_t n;
    enum answer_change change;
    bool on_paper;
};

/* Put in place of what was there; also moves p->position to it. Said by the
 * person it counts at once; typed by the helper it waits beside what was said.
 * Values were held against the question before (set_item_accepts).
 * Errors: ERR_NOTFOUND; ERR_CONFLICT when someone else is to type. */
MUST_CHECK bool answer_put(struct ctx *cx, struct prep *p,
                           const struct answer_new *a);

/* She approves what waits, up to the row with id `seen` (the highest she was
 * shown). Only the person herself, in a session of her own.
 * Errors: ERR_NOTFOUND; ERR_INVALID when more was typed meanwhile. */
MUST_CHECK bool answer_approve(struct ctx *cx, const struct prep *p,
                               int64_t seen);

/* She takes back what was typed for one question: what she said before stays.
 */
MUST_CHECK bool answer_refuse(struct ctx *cx, const struct prep *p,
                              const char *link_id);

/* Who types from now on. helper {0}: she does. */
MUST_CHECK bool prep_set_mode(struct ctx *cx, struct prep *p,
                              enum prep_mode mode, struct person_id helper);

/* How far it is, after an answer: by whoever may type. */
MUST_CHECK bool prep_count(struct ctx *cx, struct prep *p, int done, int of);

MUST_CHECK bool prep_finish(struct ctx *cx, struct prep *p);

#endif
