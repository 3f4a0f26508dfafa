/* visits/help.h - a peer helps people get ready: who, for what, and who said
 * no (R69, R74).
 *
 * Nobody is on these lists whom the reader may not know: every line passed
 * may_know() for the person's visits and readiness. Her no is her choice and is
 * shown as such; nothing chases it.
 */
#ifndef VISITS_HELP_H
#define VISITS_HELP_H

#include "people/people.h"
#include "visits/company.h"
#include "visits/prep.h"

/* Stored: append only. */
enum offer_answer { OFFER_OPEN, OFFER_YES, OFFER_NOT_NOW };

struct offer {
    int64_t id; /* 0: none was made */
    struct visit visit;
    struct person_id peer;
    enum offer_answer answer;
};

struct offers {
    struct offer *at;
    size_t n, cap;
};

/* One visit to get ready for, as a peer sees it: no answer of hers. */
struct help_line {
    struct person person;
    struct visit visit;
    struct prep prep;
    enum company_wanted wanted;
    struct date space;  /* she asked for space until then; DATE_NONE */
    bool company_is_me; /* she wants this peer to come */
    enum offer_answer offer;
    bool offered;
    bool may_type;   /* she lets this peer type, now */
    bool reads_card; /* she lets this peer read what she wants of them */
};

struct help_lines {
    struct help_line *at;
    size_t n, cap;
};

enum { HELP_DAYS = 14, HELP_LINES_MAX = 60 };

/* The visits of the next HELP_DAYS of the people this peer walks with, the
 * soonest first. Owns: cx->mem. */
MUST_CHECK bool help_list(struct ctx *cx, struct help_lines *out);

/* The peer offers to help. Twice is once. Errors: ERR_NOTFOUND. */
MUST_CHECK bool offer_make(struct ctx *cx, struct person_id whose,
                           struct visit_id visit);

/* Offers she has not answered, for visits that are coming. */
MUST_CHECK bool offer_list_open(struct ctx *cx, struct person_id whose,
                                struct offers *out);

/* Only the person herself. Errors: ERR_NOTFOUND. */
MUST_CHECK bool offer_reply(struct ctx *cx, struct person_id whose,
                            int64_t offer, bool yes);

/* The last offer for a visit that she said yes to; its id is 0 when there is
 * none. */
MUST_CHECK bool offer_accepted(struct ctx *cx, struct person_id whose,
                               struct visit_id visit, struct offer *out);

/* From now until the end of this day, the peer may read and type the answers
 * of this one visit. Only the person herself. Errors: ERR_NOTFOUND. */
MUST_CHECK bool help_let_type(struct ctx *cx, struct prep *p,
                              struct person_id peer);

/* The peer is done: from now on the peer's pages of it are not there. */
MUST_CHECK bool help_leave(struct ctx *cx, const struct prep *p);

/* She types again herself: the peer can read nothing any more. */
MUST_CHECK bool help_end(struct ctx *cx, struct prep *p);

#endif
