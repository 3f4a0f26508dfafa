/* crisis/choice.h - what she wants when it gets very hard: her own choices.
 *
 * Seven parts, each her words or nothing. A psychiatric advance directive has
 * one: where the signed paper is, never its text. Each change is a version, and
 * only she reads the versions.
 * Source: R55; the parts of a psychiatric advance directive; never-list 1 to 3.
 */
#ifndef CRISIS_CHOICE_H
#define CRISIS_CHOICE_H

#include "base/ctx.h"

enum { CHOICE_MAX = 500 /* characters, of a part */, CHOICES_SHOWN = 20 };

enum choice_part {
    CHOICE_HELPS,
    CHOICE_WORSE,
    CHOICE_CALL,
    CHOICE_NOT_CALL,
    CHOICE_PLACE,
    CHOICE_NO,    /* what she does not want */
    CHOICE_PAPER, /* where her signed paper is */
    CHOICE_PARTS
};

/* One version. */
struct choice_words {
    int64_t id; /* 0: there is none */
    int64_t number;
    bool bare;                       /* nothing is in it */
    int64_t at;                      /* seconds */
    const char *words[CHOICE_PARTS]; /* "" */
};

struct choices {
    struct choice_words *at; /* the newest first */
    size_t n, cap;
};

/* The name of a part in a form: "not_call". */
const char *choice_field(enum choice_part p);

/* Hers, who acts: as it is now, .id 0 when she wrote nothing yet. Owns:
 * cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool choice_mine(struct ctx *cx, struct choice_words *out);

/* The versions before it. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool choice_before(struct ctx *cx, struct choices *out);

/* She writes it: all parts, "" for none. The same again changes nothing.
 * Errors: ERR_NOTFOUND; ERR_INVALID choice_field(). */
MUST_CHECK bool choice_put(struct ctx *cx,
                           const char *const words[CHOICE_PARTS]);

/* The words of all versions are gone; it is open to nobody. Errors:
 * ERR_NOTFOUND, also when there is nothing. */
MUST_CHECK bool choice_away(struct ctx *cx);

#endif
