/* hopes/goal.h - a hope, in her own words, for as long as she has it.
 *
 * Only she makes, renames, opens and ends one; an earlier wording is kept as it
 * was. A peer she lets see it may put a payer's wording beside it, which she
 * sees. No clock ends one: a review day reminds, a hope that a peer keeps for
 * her comes back on its day as a question. Source: R32, R33, R38, R39.
 */
#ifndef HOPES_GOAL_H
#define HOPES_GOAL_H

#include "base/date.h"
#include "hopes/picture.h"
#include "people/people.h"
#include "sharing/may.h"

enum {
    GOAL_WORDS_MAX = 200, /* characters */
    GOALS_LIVE_MAX = 60,  /* alive, asleep or kept at one time */
    GOALS_PAGE = 20,      /* of those that rest */
    GOALS_NEAR_MAX = 30   /* what a peer's list shows, newest first */
};

/* Stored: append only. GOAL_WENT_ON: another way was chosen from it. */
enum goal_state {
    GOAL_ALIVE,
    GOAL_ASLEEP,
    GOAL_KEPT,
    GOAL_LET_GO,
    GOAL_DONE,
    GOAL_WENT_ON,
    GOAL_STATES
};

/* Areas of help (R28). Stored: append only. */
enum life_area {
    AREA_UNSAID,
    AREA_WORK,
    AREA_SCHOOL,
    AREA_PEOPLE,
    AREA_FAMILY,
    AREA_COURT,
    AREA_HEALTH,
    AREA_HOME,
    AREAS
};

const char *area_says(enum life_area a); /* a msgid */

/* As she says it: in words, in a picture, or in both. */
struct wish {
    const char *words;
    enum picture picture;
};

struct goal {
    int64_t id, parent, theme; /* 0: none */
    struct person_id person;
    const char *words; /* of a picture alone: its word */
    enum picture picture;
    const char *heart; /* the theme's words; "" */
    enum life_area area;
    const char *payer, *payer_by; /* "" */
    enum goal_state state;
    int64_t since;
    struct person_id keeper;
    const char *keeper_name; /* in hers: "" when they may not see it now */
    struct date ask_on, review_on, last; /* last: the day of its last step */
    bool due;                            /* kept, and its day has come */
    bool talk;                           /* the day to talk about it has come */
};

struct goals {
    struct goal *at;
    size_t n, cap;
};

/* --- hers: each of these is the actor's own --- */

/* A picture without words: its word is hers from then on. Errors: ERR_NOTFOUND;
 * ERR_INVALID "words"; ERR_CONFLICT: GOALS_LIVE_MAX. */
MUST_CHECK bool goal_add(struct ctx *cx, struct wish as, int64_t *id);

/* Those in these states (1 << enum goal_state), newest first, most of them,
 * with an id below before (0: from the newest). Owns: cx->mem. */
MUST_CHECK bool goal_list(struct ctx *cx, unsigned states, int64_t before,
                          size_t most, struct goals *out);

/* Kept for her, and their day has come. Owns: cx->mem. */
MUST_CHECK bool goal_due(struct ctx *cx, struct goals *out);

/* One is kept and its day has come, or something was noticed: her word is
 * waited for. */
MUST_CHECK bool goal_asks(struct ctx *cx, bool *yes);

/* Other words, another picture, or both; the same again changes nothing.
 * Errors: ERR_NOTFOUND; ERR_INVALID "words". */
MUST_CHECK bool goal_rename(struct ctx *cx, int64_t id, struct wish as);

struct wording {
    struct wish as;
    int64_t until;
};

struct wordings {
    struct wording *at;
    size_t n, cap;
};

/* How she said it before, newest first. Owns: cx->mem. */
MUST_CHECK bool goal_before(struct ctx *cx, int64_t id, struct wordings *out);

/* To any state but kept and went on. Errors: ERR_NOTFOUND; ERR_INVALID "act";
 * ERR_CONFLICT: GOALS_LIVE_MAX. */
MUST_CHECK bool goal_move(struct ctx *cx, int64_t id, enum goal_state to);

/* A peer who walks with her keeps it, and may see it, until that day. Errors:
 * ERR_NOTFOUND; ERR_INVALID "peer", "ask_on" (not a day to come). */
MUST_CHECK bool goal_keep(struct ctx *cx, int64_t id, struct person_id peer,
                          struct date ask_on);

/* DATE_NONE: no day. Errors: ERR_NOTFOUND; ERR_INVALID "review_on". */
MUST_CHECK bool goal_review(struct ctx *cx, int64_t id, struct date on);

/* What is at its heart: written the first time, and the same from then on for
 * all that come from it; other words change it for all of them. Errors:
 * ERR_NOTFOUND; ERR_INVALID "heart". */
MUST_CHECK bool goal_heart(struct ctx *cx, int64_t id, const char *heart,
                           enum life_area area);

/* This peer may see it from now on; {0}: nobody any more. Errors: ERR_NOTFOUND;
 * ERR_INVALID "peer". */
MUST_CHECK bool goal_open(struct ctx *cx, int64_t id, struct person_id peer);

/* Who may see it at this second: first names. Owns: cx->mem. */
MUST_CHECK bool goal_seers(struct ctx *cx, int64_t id, struct persons *out);

/* Another way is chosen: a new hope that comes from this one, at the same
 * heart and with its picture. Errors: as goal_add(). */
MUST_CHECK bool goal_branch(struct ctx *cx, const struct goal *from,
                            const char *words, int64_t *id);
MUST_CHECK bool goal_went_on(struct ctx *cx, int64_t id);

/* --- hers, and of a peer she lets see it --- */

/* Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool goal_get(struct ctx *cx, enum verb verb, struct person_id whose,
                         int64_t id, struct goal *out);

/* What this person opened to the actor, newest first. Owns: cx->mem. */
MUST_CHECK bool goal_list_near(struct ctx *cx, struct person_id whose,
                               struct goals *out);

/* How many that is, for a list: no look is written down. */
MUST_CHECK bool goal_count_near(struct ctx *cx, struct person_id whose, int *n);

/* What the actor, a peer, keeps for anybody and may still see, and whose day
 * has come: id and person alone. Owns: cx->mem. */
MUST_CHECK bool goal_list_kept(struct ctx *cx, struct goals *out);

/* What a payer calls it; "": nothing. A peer's. Errors: ERR_NOTFOUND;
 * ERR_INVALID "payer". */
MUST_CHECK bool goal_payer(struct ctx *cx, struct person_id whose, int64_t id,
                           const char *words);

/* "words" of at most GOAL_WORDS_MAX: ERR_INVALID of this field. */
MUST_CHECK bool goal_words_fit(struct ctx *cx, const char *field,
                               const char *words);

#endif
