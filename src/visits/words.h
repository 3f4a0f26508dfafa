/* visits/words.h - what she wants treatment to do for her life.
 *
 * It stands on Home and at the top of her page. She says it while preparing a
 * visit (the question "life" of every set) or on a page of its own; the newest
 * that counts is hers now (R52, R73).
 */
#ifndef VISITS_WORDS_H
#define VISITS_WORDS_H

#include "visits/visit.h"

#define WORDS_LINK "life"

enum { WORDS_MAX = 200 }; /* characters */

/* "" and TIME_NONE when she said nothing yet. Asks may() about TOPIC_ANSWERS.
 * Owns: cx->mem. */
MUST_CHECK bool words_get(struct ctx *cx, struct person_id whose,
                          const char **words, int64_t *at);

/* "" takes them back. Only the person herself.
 * Errors: ERR_INVALID "words"; ERR_NOTFOUND. */
MUST_CHECK bool words_put(struct ctx *cx, struct person_id whose,
                          const char *words);

#endif
