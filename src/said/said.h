/* said/said.h - things said: the one engine.
 *
 * A thing said has an author, exact words, an audience, a life (said/law.h) and
 * replies (said/reply.h). Statements, say-it-for-me, the page of a visit, the
 * sides of a mediation, promises and asks are kinds of it. Its words are kept
 * version by version under the person's own key; a version that was approved is
 * never changed. Its audience is permissions (sharing/permission.h), asked at
 * each use; every move of its life is kept, and who read it is told to her.
 *
 * Each function asks may() itself about the topic of the kind (said_topic), and
 * nothing here is built from two things of two people.
 */
#ifndef SAID_SAID_H
#define SAID_SAID_H

#include "base/date.h"
#include "said/law.h"
#include "sharing/may.h"

enum {
    SAID_WORDS_MAX = 64 * 1024, /* bytes of one version */
    SAID_WHY_MAX = 300          /* characters of a word with a move */
};

struct said_id {
    int64_t v;
};

struct said {
    struct said_id id;
    struct person_id person; /* whose: under whose key, on whose page */
    enum said_kind kind;
    int64_t author;      /* a person, or a link */
    struct person_id to; /* a promise of hers: to whom; else {0} */
    int64_t about;       /* what it hangs on: a visit, a reply; 0 */
    enum said_state state;
    enum said_ending ending;
    struct date due; /* DATE_NONE: no day */
    int64_t until;   /* seconds; TIME_NONE: till she ends it */
    int64_t made, moved;
    /* the newest version: */
    int version;               /* 0: none */
    const char *words;         /* "" unless it was asked for with its words */
    const char *hash;          /* 64 hex digits, keyed */
    int64_t approved;          /* TIME_NONE: a draft */
    struct person_id typed_by; /* {0}: the author */
    /* lists: its last step, whose (0: the clock), and the word with it; "" */
    enum said_act last_act;
    int64_t last_by;
    const char *why;
};

struct saids {
    struct said *at;
    size_t n, cap;
};

/* The keyed hash of exact words: 64 hex digits, which tell nothing to who
 * guesses. Owns: cx->mem. */
const char *said_hash(struct ctx *cx, const char *words);

/* What a permission about such a thing is about. */
enum topic said_topic(enum said_kind kind);

/* A new thing, a draft; s->person, kind, to, about, due, until and words are
 * set. Its author is who acts. Sets s->id, version, hash.
 * Errors: ERR_NOTFOUND when the actor may not say such a thing to her. */
MUST_CHECK bool said_begin(struct ctx *cx, struct said *s);

/* Said and approved at once, as part of an act that may() allowed already: a
 * promise in a reply. */
MUST_CHECK bool said_say(struct ctx *cx, struct said *s);

/* Said, and nothing yet before she says yes: a promise in a reply to a side of
 * a mediation. Asks nobody's leave, as said_say. */
MUST_CHECK bool said_propose(struct ctx *cx, struct said *s);

/* Other words, while they are a draft, or a new draft after an approved
 * version. By the author; or by somebody she lets type: then it is kept who.
 * Sets s->version, hash. Errors: ERR_NOTFOUND; ERR_CONFLICT when it is over. */
MUST_CHECK bool said_write(struct ctx *cx, struct said *s, const char *words);

/* An answer is owed by this day, when none was named before: by the author.
 * Sets s->due. */
MUST_CHECK bool said_owe(struct ctx *cx, struct said *s, struct date due);

/* Nobody owes an answer to it any more, until somebody does anew. */
MUST_CHECK bool said_owe_not(struct ctx *cx, struct said_id id);

/* The author says yes to exactly what was shown: its hash is seen. Whoever is
 * named finds these words from now on. Errors: ERR_DENIED for anyone else;
 * ERR_CONFLICT when it is other words by now. */
MUST_CHECK bool said_approve(struct ctx *cx, struct said_id id,
                             const char *seen);

/* A yes that failed because it is other words by now becomes ERR_INVALID
 * "seen": the page of the yes is drawn again, with the words of now. Always
 * false. */
bool said_show_again(struct ctx *cx);

/* Until when it holds: s->until. Only its author. Errors: ERR_DENIED. */
MUST_CHECK bool said_set_until(struct ctx *cx, const struct said *s);

/* One thing with its newest words: to its author a draft too, to others the
 * newest approved version. A reader's look leaves its line and is a delivery.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool said_get(struct ctx *cx, struct person_id whose,
                         struct said_id id, struct said *out);

/* The newest approved version. Asks nobody's leave: for callers that asked
 * may() to carry it out. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool said_newest(struct ctx *cx, struct person_id whose,
                            struct said_id id, struct said *out);

/* Whose it is; {0} for none: then may() says no as to any stranger. */
MUST_CHECK bool said_whose(struct ctx *cx, struct said_id id,
                           struct person_id *out);

/* One step of its life, with a word where one is due; "" for none.
 * Errors: ERR_NOTFOUND; ERR_INVALID "why" (needed, too long); ERR_CONFLICT
 * when its state does not allow it, or the actor is not who may. */
MUST_CHECK bool said_move(struct ctx *cx, struct person_id whose,
                          struct said_id id, enum said_act act,
                          const char *why);

/* The same by the clock, for all whose time is over: for a job. */
MUST_CHECK bool said_expire(struct ctx *cx);

/* Nobody but her has it from the next request on. */
MUST_CHECK bool said_withdraw(struct ctx *cx, struct person_id whose,
                              struct said_id id);

/* It is over as the author says (ACT_DONE, ACT_NO_HELP): whoever had it has it
 * no more. Errors: as said_move. */
MUST_CHECK bool said_end(struct ctx *cx, struct person_id whose,
                         struct said_id id, enum said_act act, const char *why);

/* A draft nobody ever said yes to: its words are gone. By its author.
 * Errors: ERR_NOTFOUND; ERR_CONFLICT when it was approved before. */
MUST_CHECK bool said_throw_away(struct ctx *cx, struct person_id whose,
                                struct said_id id);

/* Which things a list is of. */
struct said_wish {
    unsigned kinds;  /* 1 << said_kind, or-ed */
    unsigned states; /* 1 << said_state, or-ed */
    int limit;       /* lines at most */
};

/* Hers, with words: first those not over, the soonest day on top, those without
 * a day last; then those over, the latest on top. So each list below. Owns:
 * cx->mem. Errors: ERR_NOTFOUND unless each kind may be seen. */
MUST_CHECK bool said_list(struct ctx *cx, struct person_id whose,
                          const struct said_wish *wish, struct saids *out);

/* Promises to her or by her that another ended since that second, which she has
 * not seen: the latest on top. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool said_list_told(struct ctx *cx, struct person_id whose,
                               int64_t since, struct saids *out);

/* The same of staff, who acts: of what they promised. */
MUST_CHECK bool said_list_told_mine(struct ctx *cx, int64_t since,
                                    struct saids *out);

/* The word with which it had ended, when it was opened again; "". Asks nobody's
 * leave: of one in a list. Owns: cx->mem. */
MUST_CHECK bool said_ended_with(struct ctx *cx, const struct said *s,
                                const char **why);

/* What the actor said, of anyone who lets it be seen still. Owns: cx->mem. */
MUST_CHECK bool said_list_mine(struct ctx *cx, const struct said_wish *wish,
                               struct saids *out);

/* Between one of staff, who acts, and a person: what either said to the other.
 * Owns: cx->mem. */
MUST_CHECK bool said_list_between(struct ctx *cx, struct person_id whose,
                                  const struct said_wish *wish,
                                  struct saids *out);

/* One step that was made. */
struct said_was {
    enum said_act act;
    int64_t by, at;
    const char *why;
};

struct said_wases {
    struct said_was *at; /* oldest first */
    size_t n, cap;
};

MUST_CHECK bool said_history(struct ctx *cx, struct person_id whose,
                             struct said_id id, struct said_wases *out);

/* It says that it helped, or did not: with an end or without. */
bool said_is_help(enum said_act act);
bool said_helped(enum said_act act);

/* Her newest word on whether it helped; at TIME_NONE: none. Asks nobody's
 * leave: for who tells readers because she said so. Owns: cx->mem. */
MUST_CHECK bool said_help(struct ctx *cx, struct person_id whose,
                          struct said_id id, struct said_was *out);

#endif
