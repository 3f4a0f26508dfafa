/* groups/topic.h - whether something may be a topic in a group here.
 * Source: R81; acceptance test 7.
 *
 * Whoever writes says how far it is about medicine: nothing is guessed. Plain
 * words for medicine, in both languages, only make the form ask again, and
 * refuse where medicine is not talked about at all. What was published is
 * looked at anew whenever it is shown.
 */
#ifndef GROUPS_TOPIC_H
#define GROUPS_TOPIC_H

#include "role/talk.h"

/* Stored: append only. */
enum about {
    ABOUT_ELSE,      /* not about medicine */
    ABOUT_QUESTIONS, /* questions for whoever prescribes */
    ABOUT_MEDICINE,  /* medicine, or coming off it, as people lived it */
    ABOUTS
};

/* At this level it may be said. */
bool about_fits(enum talk level, enum about about);

/* There is a plain word for medicine in it. */
bool about_sounds(struct arena *mem, const char *words);

/* What is chosen fits the level, and the words fit what is chosen. Errors:
 * ERR_INVALID "about". */
MUST_CHECK bool about_good(struct ctx *cx, enum talk level, enum about about,
                           const char *words);

#endif
