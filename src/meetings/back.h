/* meetings/back.h - what was said for her, brought back.
 *
 * With her yes: by the day she asked for; until then it stands on the peer's
 * Today. Without one: only an emergency, with a word why, and it is told to her
 * at once (R49). To write it is to write about the time of the two, so may()
 * is asked about TOPIC_RECORD.
 */
#ifndef MEETINGS_BACK_H
#define MEETINGS_BACK_H

#include "meetings/word.h"

enum { BACK_WORDS_MAX = 400, BACKS_A_MEETING = 6 };

struct back {
    int64_t id;
    struct person_id person;
    int64_t meeting;
    const char *words;
    const char *why; /* of an emergency; else "" */
    int64_t at, heard;
    const char *peer_name, *team_name; /* read only */
    int64_t when;                      /* read only: when the meeting was */
};

struct backs {
    struct back *at;
    size_t n, cap;
};

/* She had let this peer speak about her at this meeting, and named all who were
 * there as it began: whoever is said later to have come changes neither. Asks
 * nobody's leave. */
MUST_CHECK bool back_is_owed(struct ctx *cx, const struct meeting *m,
                             struct person_id whose, struct person_id peer,
                             bool *yes);

/* The same, of the acting peer. */
MUST_CHECK bool back_was_allowed(struct ctx *cx, const struct meeting *m,
                                 struct person_id whose, bool *yes);

/* The peer, who was there and walks with her, writes it; b->person, words and
 * why are set. Sets b->id. Errors: ERR_NOTFOUND; ERR_INVALID "words", "why";
 * ERR_CONFLICT before the meeting, or after BACKS_A_MEETING. */
MUST_CHECK bool back_write(struct ctx *cx, const struct meeting *m,
                           struct back *b);

/* What came back to her: not heard first, then the latest. Owns: cx->mem. */
MUST_CHECK bool back_list(struct ctx *cx, struct backs *out);

/* The same, of what she has not heard yet. */
MUST_CHECK bool back_list_new(struct ctx *cx, struct backs *out);
MUST_CHECK bool back_heard(struct ctx *cx, int64_t id);

/* What the acting peer still has to bring back. */
struct to_bring {
    struct person_id person;
    const char *name;
    int64_t meeting;
    const char *team_name;
    struct date by;
    struct date space; /* she asked for space until then; DATE_NONE */
    enum hear_how how;
    bool late; /* its day is over; not before her space is */
};

struct to_brings {
    struct to_bring *at; /* the soonest first */
    size_t n, cap;
};

MUST_CHECK bool back_to_bring(struct ctx *cx, struct to_brings *out);

#endif
