/* meetings/word.h - her word for one meeting: who may say what, to whom, until
 * when; how she is heard that day, and when she hears back.
 *
 * The yes is a permission about this one meeting, for one peer, asked at each
 * use. It holds only while everybody at the table is somebody she named. The
 * voice is her choice of that day: no scale, and its history is hers alone.
 * Source: R49, R51, R53; never-list 3.
 */
#ifndef MEETINGS_WORD_H
#define MEETINGS_WORD_H

#include "meetings/meeting.h"

enum { TOPICS_MAX = 5, DONTS_MAX = 3, TOPIC_WORDS_MAX = 120 };

/* Stored: append only. No order is meant. */
enum voice {
    VOICE_PEER_READS,
    VOICE_PEER_READS_SHE_IS_THERE,
    VOICE_SHE_READS,
    VOICE_SHE_SPEAKS_BESIDE,
    VOICE_SHE_SPEAKS,
    VOICE_NOT_THERE, /* she chose it (R51) */
    VOICES
};

/* Stored: append only. */
enum hear { HEAR_SAME_DAY, HEAR_NEXT_DAY, HEAR_BY, HEAR_NOT, HEARS };

/* Stored: append only. */
enum hear_how { HOW_HERE, HOW_CALL, HOW_TOGETHER, HOWS };

struct word {
    int64_t id;
    struct person_id person;
    int64_t meeting;
    struct person_id peer; /* who speaks */
    enum voice voice;
    const char *topics[TOPICS_MAX]; /* "" or a line: what she wants said */
    const char *dont[DONTS_MAX];    /* "" or a line: what she does not (R64) */
    enum hear hear;
    struct date hear_day; /* HEAR_BY: hers; else worked out; DATE_NONE: none */
    enum hear_how how;
    struct staff_ids named; /* beside the peer */
    int64_t until;          /* TIME_NONE: the end of that day */
    bool given;             /* read only: her yes is valid at this second */
    bool seated;            /* read only: her peer is at the table */
    bool covered; /* read only: so is nobody she did not name, nor was when it
                     began */
};

/* Hers, for this meeting; id 0: none yet. Owns: cx->mem. Errors: ERR_NOTFOUND.
 */
MUST_CHECK bool word_get(struct ctx *cx, const struct meeting *m,
                         struct word *out);

/* She says yes; what she had said for this meeting goes. w->peer, voice,
 * topics, dont, hear, hear_day, how, named and until are set.
 * Errors: ERR_NOTFOUND; ERR_CONFLICT when the meeting is over; ERR_INVALID
 * "topic-1", "dont-1", "peer", "voice", "hear", "hear-day", "how", "until". */
MUST_CHECK bool word_give(struct ctx *cx, const struct meeting *m,
                          struct word *w);

/* She takes it back: from the next second on. Errors: ERR_NOTFOUND. */
MUST_CHECK bool word_end(struct ctx *cx, int64_t meeting);

/* How she was heard before, to her alone: the latest first. Owns: cx->mem. */
struct voice_was {
    int64_t meeting;
    const char *team_name;
    int64_t at;
    enum voice voice;
};

struct voices_were {
    struct voice_was *at;
    size_t n, cap;
};

MUST_CHECK bool word_history(struct ctx *cx, struct voices_were *out);

/* --- the peer's side --- */

/* One person the acting peer walks with, at a meeting. */
struct agenda_row {
    struct person who;
    const char *name;  /* first name and initial */
    bool yes;          /* she lets the peer speak about her, at this second */
    struct word word;  /* when yes; else empty */
    bool had;          /* begun: she had said yes when it was */
    struct date by;    /* had: the day she hears back; DATE_NONE: none */
    struct date space; /* she asked for space until then; DATE_NONE */
    enum hear_how how;
    int64_t brought; /* when what was said came back to her; TIME_NONE */
    bool emergency;  /* so it was told, without a yes */
};

struct agenda {
    struct agenda_row *at;
    size_t n, cap;
};

/* Those with a yes, then those who had one, first. Owns: cx->mem. Errors:
 * ERR_NOTFOUND. */
MUST_CHECK bool agenda_get(struct ctx *cx, const struct meeting *m,
                           struct agenda *out);

/* Those with a yes alone, to take along on paper: each is told that it was.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool agenda_carry(struct ctx *cx, const struct meeting *m,
                             struct agenda *out);

#endif
