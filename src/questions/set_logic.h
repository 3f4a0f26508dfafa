/* questions/set_logic.h - which question comes next, and what an answer is
 * worth.
 *
 * Answers come from the caller, as stored. An answer to a question that is not
 * shown (any more) counts as no answer: it hides what depends on it, but it is
 * kept, so that going back brings it back. Nothing here guesses for a question
 * that was skipped (never-list 9, docs/sources.md).
 */
#ifndef QUESTIONS_SET_LOGIC_H
#define QUESTIONS_SET_LOGIC_H

#include "questions/set.h"

/* One answer. A question that repeats has several, in order; a skipped one has
 * none, or one with value NULL. */
struct set_answer {
    const char *link_id;
    const char *value; /* a choice's code or own words; "true"/"false"; digits;
                          words. NULL: skipped */
};

struct set_answers {
    struct set_answer *at; /* of any questions, in any order */
    size_t n, cap;
};

/* Where a question stands among those shown now. */
struct set_place {
    size_t number, of; /* "Question 4 of 8"; number 0: it is not shown */
};

/* Which items are shown, by index. */
struct set_items_shown {
    bool at[SET_ITEMS_MAX];
};

/* Those whose conditions (and their group's) hold.
 * Source: https://hl7.org/fhir/R4/questionnaire-definitions.html, enableWhen:
 * "=" holds when one answer is equal, "!=" when none is, so without any answer
 * too; more and less need an answer. */
struct set_items_shown set_items_shown(const struct set *s,
                                       const struct set_answers *a);

bool set_item_shown(const struct set *s, const struct set_item *it,
                    const struct set_answers *a);

/* The shown question after `after` (NULL: the first); NULL at the end. */
const struct set_item *set_item_next(const struct set *s,
                                     const struct set_answers *a,
                                     const struct set_item *after);

/* The shown question before `before` (NULL: the last); NULL at the start. */
const struct set_item *set_item_prev(const struct set *s,
                                     const struct set_answers *a,
                                     const struct set_item *before);

struct set_place set_item_place(const struct set *s,
                                const struct set_answers *a,
                                const struct set_item *it);

/* The first answer to a question; NULL when there is none, or it was skipped.
 */
const char *set_answer_value(const struct set_answers *a, const char *link_id);

/* May value be stored as an answer to it? Lengths count characters.
 * Errors: ERR_INVALID, field is the linkId, the sentence is for the person. */
MUST_CHECK bool set_item_accepts(struct ctx *cx, const struct set_item *it,
                                 const char *value);

/* An answer in words: what a choice is called, yes or no, or the words given.
 */
const char *set_answer_words(const struct set_item *it, const char *value,
                             enum lang lang);

#endif
