/* voice/consent.h - 42 CFR Part 2: no words leave a protected program without a
 * written consent.
 *
 * That somebody is served by such a program says already that they had help
 * with drugs or alcohol, whatever the words are about; so any words of hers are
 * protected there, and nobody has to judge what they are about. A program of
 * which it is not known counts as protected. Elsewhere she can mark one of her
 * statements; nobody else can, and nothing reads her words for it.
 * Source: 42 CFR 2.12, 2.31, 2.32; R43; never-list 8.
 */
#ifndef VOICE_CONSENT_H
#define VOICE_CONSENT_H

#include "voice/words.h"

enum { CONSENT_DAYS_MAX = 366, CONSENT_NAME_MAX = 120 };

/* Stored: append only. */
enum part2 { PART2_UNKNOWN, PART2_NO, PART2_YES };

MUST_CHECK bool part2_of(struct ctx *cx, enum part2 *out);

/* Only who keeps the accounts. Errors: ERR_DENIED; ERR_INVALID "part2". */
MUST_CHECK bool part2_set(struct ctx *cx, int64_t status);

/* Of the program of who acts: whatever is said in it. */
MUST_CHECK bool part2_protects(struct ctx *cx, bool *yes);

/* These words leave with a signed consent only: so they do in such a program;
 * and where she marked them, as only she can.
 */
bool words_need_consent(bool program, const struct words *w);

/* The same of a version that was read with its words. Of other kinds than hers
 * here the program decides. */
MUST_CHECK bool consent_needed(struct ctx *cx, const struct said *s, bool *yes);

/* 42 CFR 2.32(a)(1), as it stands there. */
extern const char part2_statement[];

/* The required elements of 2.31(a). */
struct consent {
    int64_t id;       /* 0: none */
    const char *name; /* (1) whose, in full */
    const char *from; /* (2) who discloses: the program */
    struct texts to;  /* (4) to whom, in full */
    struct readers_to ids;
    struct texts by, beside; /* (3) comments with them: whose, which (hash) */
    const char *signature;   /* (8) her name, as she typed it */
    int64_t words_of;        /* (3) which words: when she approved them */
    int64_t until;           /* (7) */
    int64_t signed_at;       /* (9) */
    int64_t revoked;         /* TIME_NONE */
};

/* What she types to sign. */
struct signing {
    const char *name;
    struct date until;
    bool sure; /* she was asked, and this is how she signs */
};

/* What a consent for these approved words of hers would say, unsigned. */
MUST_CHECK bool consent_offer(struct ctx *cx, const struct said *s,
                              const struct readers_to *to, struct consent *out);

/* She signs what was offered. Where it is not her name
 * as it is kept here, she is asked once whether she signs so; what she said
 * then holds for later ones. Errors: ERR_DENIED for anyone else; ERR_INVALID
 * "signature", "until"; "sure", to ask. */
MUST_CHECK bool consent_sign(struct ctx *cx, const struct said *s,
                             struct consent *c, const struct signing *by);

/* The newest for these words; id 0 when there is none. Asks nobody's leave.
 * Owns: cx->mem. */
MUST_CHECK bool consent_find(struct ctx *cx, const struct said *s,
                             struct consent *out);

/* At this second these words may be before this reader's eyes: no consent is
 * needed, or one names them, is not over and was not taken back. s: with its
 * words. */
MUST_CHECK bool consent_lets(struct ctx *cx, const struct said *s,
                             int64_t reader, bool *yes);

/* It ends now. Errors: ERR_DENIED for anyone but her. */
MUST_CHECK bool consent_revoke(struct ctx *cx, const struct said *s);

/* The last day of it. */
struct date consent_last(int64_t until);

bool consent_is_valid(const struct ctx *cx, const struct consent *c);

#endif
