/* shelf/shelf.h - questions that peers have found useful, and a clinician would
 * not ask (R13).
 *
 * Shared by the peers of one program; who leads it may read it for training. A
 * question is nobody's story: at entry its author says so, and no name of
 * anybody of the program may be in it. It is sealed under its author's key.
 * Uses are a number; nobody knows with whom. Nothing is ranked by peer.
 */
#ifndef SHELF_SHELF_H
#define SHELF_SHELF_H

#include "base/ctx.h"
#include "frame/actor.h"

enum { SHELF_WORDS_MAX = 200, SHELF_A_PROGRAM = 300 };

/* Everyday life first, hard things last. Stored: append only. */
enum shelf_tag {
    SHELF_FIRST, /* the first time together */
    SHELF_EVERYDAY,
    SHELF_HOME,
    SHELF_PEOPLE,
    SHELF_WORK,
    SHELF_BODY,
    SHELF_HOPE,
    SHELF_HARD,
    SHELF_TAGS
};

const char *shelf_tag_says(enum shelf_tag tag); /* a msgid */
const char *shelf_tag_word(enum shelf_tag tag); /* "home", of an address */
/* SHELF_TAGS: all, or none of that word. */
enum shelf_tag shelf_tag_named(const char *word);

struct shelf_question {
    int64_t id;
    enum shelf_tag tag;
    const char *words; /* in the language of who reads, when it is ours */
    const char *who;   /* first name; "": a peer */
    bool ours;         /* came with the program */
    bool mine;
    bool voted; /* I said it helped */
    bool off;   /* ours, and taken down: shown to who leads only */
    int used, helped;
};

struct shelf_questions {
    struct shelf_question *at; /* most helpful first */
    size_t n, cap;
};

/* Those with this tag; SHELF_TAGS: all. Owns: cx->mem. Errors: ERR_NOTFOUND
 * for who is neither a peer nor leads a program. */
MUST_CHECK bool shelf_list(struct ctx *cx, enum shelf_tag tag,
                           struct shelf_questions *out);

/* What a peer puts on it. */
struct shelf_new {
    const char *words;
    enum shelf_tag tag;
    bool signed_by_name;
    enum { ANYBODY_UNSAID, ANYBODY_NO, ANYBODY_YES } anybody;
};

/* Errors: ERR_NOTFOUND; ERR_INVALID "words" (none, too long, a name is in it),
 * "tag", "anybody" (not answered; or somebody is in it); ERR_CONFLICT. */
MUST_CHECK bool shelf_add(struct ctx *cx, const struct shelf_new *n);

/* A peer used it; says that it helped, or not any more.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool shelf_used(struct ctx *cx, int64_t question);
MUST_CHECK bool shelf_helped(struct ctx *cx, int64_t question, bool yes);

/* Off the shelf: by its author, or who leads the program. One of ours can be
 * put back by the latter. Errors: ERR_NOTFOUND. */
MUST_CHECK bool shelf_remove(struct ctx *cx, int64_t question);
MUST_CHECK bool shelf_put_back(struct ctx *cx, int64_t question);

/* How many are on it. */
MUST_CHECK bool shelf_count(struct ctx *cx, int64_t *n);

#endif
