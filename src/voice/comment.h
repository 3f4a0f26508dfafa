/* voice/comment.h - a comment of a peer beside her words, and never among them.
 *
 * The peer who helped type, or was given her words, may write one. She reads it
 * before anybody else does; those who read her words read it only after her
 * yes, which is to exactly that comment beside exactly those words. Other words
 * of either need a new yes. She can take it away at any time.
 * Source: R52 "any peer comment is a separate labelled box"; never-list 5.
 */
#ifndef VOICE_COMMENT_H
#define VOICE_COMMENT_H

#include "voice/consent.h"

enum { COMMENT_WORDS_MAX = 400 }; /* characters */

/* Hers. Stored: append only. */
enum comment_answer { COMMENT_OPEN, COMMENT_YES, COMMENT_NO };

struct comment {
    int64_t id; /* 0: none */
    struct said_id thing;
    struct person_id author;
    const char *who;            /* the author's first name */
    const char *words;          /* 1..COMMENT_WORDS_MAX characters */
    const char *hash;           /* what a yes is to, and a consent covers */
    enum comment_answer answer; /* YES: beside the words she said yes to last */
};

struct comments {
    struct comment *at; /* oldest first */
    size_t n, cap;
};

/* All beside these words of hers; id {0}: beside any that are not over. Asks
 * nobody's leave: for callers that asked may() about the words. Owns: cx->mem.
 */
MUST_CHECK bool comment_list(struct ctx *cx, struct person_id whose,
                             struct said_id id, struct comments *out);

/* Those she said yes to, and that her consent covers where one is needed
 * (NULL: none is): what a reader of the words reads beside them. */
struct comments comment_shown(struct ctx *cx, const struct comments *all,
                              const struct consent *needed);

/* One that she said yes to is not in the consent she signed. */
bool comment_is_unsigned(const struct comments *all, const struct consent *c);

/* Her word on one; seen: the hash of what was before her eyes. A no, or taking
 * it away, holds at once and needs none.
 * Errors: ERR_NOTFOUND; ERR_CONFLICT when it is another by now, or her own
 * words wait for her yes or are over. */
MUST_CHECK bool comment_answer(struct ctx *cx, struct said_id id,
                               int64_t comment, enum comment_answer answer,
                               const char *seen);

/* --- the author's side --- */

struct comment_mine {
    struct comment c;        /* c.id 0: none yet */
    struct person_id person; /* whose words */
    const char *name;        /* her first name */
    bool reads, types;       /* the author may, at this second */
};

/* Errors: ERR_NOTFOUND when the actor, a peer, neither reads nor types these
 * words and wrote nothing beside them, or they are over. */
MUST_CHECK bool comment_mine(struct ctx *cx, struct said_id id,
                             struct comment_mine *out);

/* Write it, or other words in its place: those wait for a new yes.
 * Errors: as comment_mine(); ERR_INVALID "comment"; ERR_CONFLICT after a no. */
MUST_CHECK bool comment_write(struct ctx *cx, struct said_id id,
                              const char *words);

/* Errors: as comment_mine(); ERR_CONFLICT after a no: then it is hers. */
MUST_CHECK bool comment_take_away(struct ctx *cx, struct said_id id);

/* What the actor wrote beside words of hers that are not over. Owns: cx->mem.
 */
MUST_CHECK bool comment_list_mine(struct ctx *cx, struct person_id whose,
                                  struct comments *out);

/* What is beside it goes with a draft that she throws away. */
MUST_CHECK bool comment_forget(struct ctx *cx, struct said_id id);

#endif
