/* voice/words.h - her words: all she typed, and what of it leaves.
 *
 * A draft holds every line. What is said is made from it: a line she did not
 * allow is not in there at all, so nothing that reads a version can show it.
 * Source: R43, R44, R52, R122; never-list 3 and 5.
 */
#ifndef VOICE_WORDS_H
#define VOICE_WORDS_H

#include "people/people.h"
#include "said/said.h"

enum {
    VOICE_DETAILS = 4,
    VOICE_READERS = 6,
    VOICE_WORDS_MAX = 2000, /* characters */
    VOICE_WISH_MAX = 300,
    VOICE_DETAIL_MAX = 200
};

struct detail {
    const char *words; /* "" for none */
    bool allowed;
};

struct readers_to {
    struct person_id at[VOICE_READERS];
    size_t n;
};

/* All she typed. */
struct draft {
    struct said_id id; /* {0}: not kept yet */
    struct person_id person;
    enum said_kind kind; /* SAID_STATEMENT or SAID_TELL */
    const char *message, *want, *not_want;
    struct detail details[VOICE_DETAILS];
    struct readers_to to;
    struct date until; /* DATE_NONE: till she ends it */
    bool aloud;        /* may be read out loud to the team */
    bool part2;        /* she marked it: about help with drugs or alcohol */
    struct person_id typed; /* a peer who typed some of it; {0} */
    const char *seen; /* draft_hash() of what was before the eyes of who typed
                         this; NULL: whatever it is by now */
    /* read only: */
    enum said_state state;
    int64_t held; /* until when what she said yes to holds; TIME_NONE */
};

/* What leaves, and nothing else: as it was approved. */
struct words {
    const char *name; /* whose: "Denise" */
    const char *message, *want, *not_want;
    struct texts details; /* those she allowed */
    struct texts to;      /* what she calls each reader */
    struct date until;
    bool aloud;
    bool part2;        /* protected, as she marked it */
    const char *typed; /* who typed for her; "" */
};

/* The texts that are kept. Owns: cx->mem. */
const char *draft_write(struct ctx *cx, const struct draft *d);
MUST_CHECK bool draft_read(struct ctx *cx, const char *text, struct draft *out);
const char *words_write(struct ctx *cx, const struct words *v);
MUST_CHECK bool words_read(struct ctx *cx, const char *text, struct words *out);

/* What leaves of a draft. Owns: cx->mem. */
MUST_CHECK bool words_of(struct ctx *cx, const struct draft *d,
                         struct words *out);

#endif
