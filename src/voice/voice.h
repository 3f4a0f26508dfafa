/* voice/voice.h - her side: what she says, to whom, and what came back.
 *
 * She writes a draft (or a peer she lets types it), reads exactly what will
 * leave, and says yes to it by its hash. Only then is it given, to those she
 * named, one by one. In a protected program it is given when she has signed a
 * consent too. Source: R43, R44, R46, R52; acceptance tests 4 and 6.
 */
#ifndef VOICE_VOICE_H
#define VOICE_VOICE_H

#include "said/read.h"
#include "said/reply.h"
#include "said/typing.h"
#include "voice/comment.h"

enum { VOICES_SHOWN = 60, VOICE_NOTE_MAX = 200 };

/* One thing of hers, as a list shows it. */
struct voice_line {
    struct said said;
    struct words words;
    bool unsigned_yet;  /* said yes, and a consent is still needed */
    bool pending;       /* there are newer words she has not said yes to */
    bool waiting;       /* said yes, and nobody can read it */
    bool comment;       /* a comment beside it waits for her yes */
    bool answer;        /* somebody wrote back, and she has not said if it is
                           right */
    bool unseen;        /* its time is over, and she has not looked since */
    const char *missed; /* who never opened it before its time was over; "" */
};

/* A draft, and a peer typed some of it. */
bool voice_typed(const struct voice_line *l);

struct voice_lines {
    struct voice_line *at;
    size_t n, cap;
};

/* One thing of hers, in whole. */
struct voice {
    struct said said;   /* the newest she said yes to; else the draft */
    struct words words; /* of it */
    bool pending;       /* there are newer words she has not said yes to */
    bool waiting;       /* said yes, and nobody can read it */
    bool protects;      /* consent_needed() */
    struct consent consent;
    const char *typist;   /* who types new words now; "" */
    bool told;            /* readers may know whether it helped */
    struct said_was help; /* her word on that; at TIME_NONE: none yet */
    struct said_readers readers, before, expired;
    bool read;          /* somebody has read it, or heard it */
    const char *missed; /* its time is over, and they never opened it; "" */
    struct replies replies;
    struct comments comments; /* all beside it */
    struct said_wases was;
};

/* The draft, for her, or for the peer she lets type it. Owns: cx->mem.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool draft_get(struct ctx *cx, struct person_id whose,
                          struct said_id id, struct draft *out);

/* Keep it; a new one gets its d->id. A peer changes the words alone: to whom
 * they go, until when, and which details, stay hers to choose.
 * Errors: ERR_NOTFOUND; ERR_INVALID, naming the field: nothing was typed,
 * something is too long, or it was changed since ("seen"); ERR_CONFLICT when it
 * is over. */
MUST_CHECK bool draft_save(struct ctx *cx, struct draft *d);

/* What d->seen of words typed over this draft is held against. Owns: cx->mem.
 */
const char *draft_hash(struct ctx *cx, const struct draft *d);

/* What she said yes to is closed, taken back, or its time is over. */
bool draft_is_over(const struct ctx *cx, const struct draft *d);

/* It was never said yes to, and she does not want it: it is gone.
 * Errors: ERR_NOTFOUND; ERR_CONFLICT when she said yes before. */
MUST_CHECK bool draft_throw_away(struct ctx *cx, struct said_id id);

/* It can be said yes to. Errors: ERR_INVALID, naming the field. */
MUST_CHECK bool draft_is_whole(struct ctx *cx, const struct draft *d);

/* What she would say yes to now: the newest words, and their hash. */
MUST_CHECK bool voice_shown(struct ctx *cx, struct said_id id,
                            struct said *said, struct words *words);

/* Yes, to exactly what has this hash; and it is given, unless a consent is
 * needed. Errors: as said_approve, said_give, draft_is_whole. */
MUST_CHECK bool voice_approve(struct ctx *cx, struct said_id id,
                              const char *seen);

/* She said yes when nobody could have it; now those she named get it.
 * Errors: ERR_CONFLICT when somebody has it, or a consent is needed. */
MUST_CHECK bool voice_give(struct ctx *cx, struct said_id id);

/* What the consent for it says: signed, or, where there is none or a comment
 * she said yes to is not in it, as it would be. valid: one is signed, and
 * holds.
 */
MUST_CHECK bool voice_consent(struct ctx *cx, struct said_id id,
                              struct consent *out, bool *valid);

/* She signs, and it is given. Errors: as consent_sign. */
MUST_CHECK bool voice_sign(struct ctx *cx, struct said_id id,
                           const struct signing *by);

MUST_CHECK bool voice_list(struct ctx *cx, struct voice_lines *out);
MUST_CHECK bool voice_get(struct ctx *cx, struct said_id id, struct voice *out);

/* Nobody has it from the next request on; a consent ends with it. */
MUST_CHECK bool voice_take_back(struct ctx *cx, struct said_id id);

/* Only the consent ends: the words are closed to all who needed it. */
MUST_CHECK bool voice_unsign(struct ctx *cx, struct said_id id);

/* It helped, or not; said when somebody has read it, and after its time, too.
 * Nobody else knows, unless she says so. ends: from then on nobody can open
 * it. Errors: as said_move; ERR_CONFLICT when nobody has read it. */
struct help_said {
    bool helped, tell, ends;
    const char *why; /* "" or a word */
};

MUST_CHECK bool voice_help(struct ctx *cx, struct said_id id,
                           const struct help_said *h);

/* A peer who walks with her types this draft, until she says yes to it; {0}:
 * nobody does any more. Errors: ERR_INVALID "peer"; ERR_CONFLICT when it is
 * over. */
MUST_CHECK bool draft_let_type(struct ctx *cx, struct said_id id,
                               struct person_id peer);

/* Hears SHARING_NAMED (sharing/named.h). */
MUST_CHECK bool voice_name(struct ctx *cx, const void *what);

#endif
