/* visits/set_check.h - what a set must satisfy before anyone is asked from it.
 *
 * set_parse() reads what can be read; this says, all at once, what would not
 * work on the pages or on the one page, so that an author can put it right.
 */
#ifndef VISITS_SET_CHECK_H
#define VISITS_SET_CHECK_H

#include "visits/set.h"

enum {
    SET_TEXT_LETTERS = 160, /* characters of a question or its help */
    SET_LABEL_LETTERS = 60, /* of its name on the page, and of a choice */
    SET_HINT_LETTERS = 90,  /* of the small line under a choice */
    SET_CHOICES = 7,        /* on one page (domain.md 2.14) */
    SET_CHARTS = 4          /* on the one page (ui.md section 7) */
};

struct set_problems {
    const char **at; /* sentences in cx->lang, in the order of the file */
    size_t n, cap;
};

/* True when there is nothing to put right.
 * Owns: cx->mem.
 * Source: ui.md section 7 (one-page report limits: a statement of 200
 * characters, 3 concerns and 3 questions of 90, 4 charts); domain.md 2.13
 * (words that are others' to use), 2.14, R73. */
bool set_check(struct ctx *cx, const struct set *s, struct set_problems *out);

#endif
