/* sharing/law.h - the law of the one decision, as a table without a store. */
#ifndef SHARING_LAW_H
#define SHARING_LAW_H

#include "sharing/may.h"

/* What is true at this second between whoever acts and the person. */
struct facts {
    enum role role; /* the hat the actor wears */
    bool herself;   /* in her own account (R103: not in her staff account) */
    bool operates;  /* holds the data directory: a command */
    bool together;  /* of one program */
    bool walks;     /* is a peer who walks with her */
    bool locked;    /* she works in the program too (R103) */
    bool named;     /* a permission of hers names the actor for this */
    bool barred;    /* never, whatever else is true: it is about the actor */
    bool opened;    /* the actor and a second one opened it (glass.h) */
};

bool law_says(const struct facts *f, enum verb verb, enum topic topic);

/* The topic a permission must be about to allow this one; TOPIC_COUNT: a
 * permission about anything will do (a name, to whoever may read a thing). */
enum topic law_needs(enum topic topic);

/* A permission about this topic can be given to somebody with this role. */
bool law_can_give(enum role to, enum topic topic);

/* Who is let to see it must walk with her besides: each folder that has such a
 * topic asks that at the moment of use. */
bool law_asks_walking(enum topic topic);

/* It holds her words: each look is written down. */
bool law_is_words(enum topic topic);

#endif
