/* week/share.h - what the minutes of a week were for, in shares.
 *
 * It measures the job, not the peer (R84): peer work, what goes with it (the
 * way, writing, the team), and what a peer was used for instead.
 */
#ifndef WEEK_SHARE_H
#define WEEK_SHARE_H

#include "base/date.h"

/* Stored: append only. */
enum week_kind {
    WEEK_PEOPLE, /* contacts knows it: never typed, never stored here */
    WEEK_GROUP,  /* peer work too */
    WEEK_TRAVEL,
    WEEK_WRITING,
    WEEK_LEARNING, /* team, supervision, training */
    WEEK_ERRANDS,  /* from here on: no peer work */
    WEEK_DESK,
    WEEK_PAPERS,
    WEEK_CLINICAL, /* asked to do */
    WEEK_KINDS
};

struct week {
    struct date monday;
    int64_t minutes[WEEK_KINDS], all;
    int share[WEEK_KINDS]; /* whole percent, 100 in all, or 0; that of peer work
                              stands at WEEK_PEOPLE, groups with it */
};

/* From minutes to all and share. */
void week_reckon(struct week *w);

/* Msgids: "Errands and rides" of a list; "errands" within a sentence. */
const char *week_kind_says(enum week_kind kind);
const char *week_kind_short(enum week_kind kind);

#endif
