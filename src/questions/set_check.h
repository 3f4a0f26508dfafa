/* questions/set_check.h - what a set must satisfy before anyone is asked from
 * it.
 *
 * set_parse() reads what can be read; this says, all at once, what would not
 * work on the pages or on the one page, so that an author can put it right.
 */
#ifndef QUESTIONS_SET_CHECK_H
#define QUESTIONS_SET_CHECK_H

#include "questions/set.h"

enum {
    SET_TEXT_LETTERS = 160, /* characters of a question or its help */
    SET_LABEL_LETTERS = 60, /* of its name on the page, and of a choice */
    SET_HINT_LETTERS = 90,  /* of the small line under a choice */
    SET_CHOICES = 7,        /* on one page */
    SET_CHARTS = 4          /* on the one page */
};

struct set_problems {
    const char **at; /* sentences in cx->lang, in the order of the file */
    size_t n, cap;
};

/* True when there is nothing to put right.
 * Owns: cx->mem.
 * Source: docs/sources.md: the limits of the one page (a statement of 200
 * characters, 3 concerns and 3 questions of 90, 4 charts), few choices (FEDM),
 * words that are others' to use; R73. */
bool set_check(struct ctx *cx, const struct set *s, struct set_problems *out);

#endif
