/* said/law.h - the life of a thing said, as a table without a store.
 *
 * A thing belongs to who said it: only its author approves its words, takes it
 * back, or says that it is over; an ask of the agency, and what she says of her
 * rights, is closed by the person alone, however long that takes. Whatever was
 * promised can be marked kept by either side, and only who promised can say
 * that it could not be kept. What was proposed in a mediation is promised when
 * she says yes to it, and let go when she does not. Whether words helped can be
 * said while they are open, and after their time. Source: R20, R42 to R48,
 * R52; never-list 5, 10 and 14.
 */
#ifndef SAID_LAW_H
#define SAID_LAW_H

#include <stdbool.h>

/* Stored: append only. */
enum said_kind {
    SAID_PAGE,      /* the one page of a visit */
    SAID_STATEMENT, /* my words, to be read as they are */
    SAID_TELL,    /* say it for me: an exact message, and what I do not want */
    SAID_SIDE,    /* what one side says in a mediation */
    SAID_PROMISE, /* who will do what for whom, by when */
    SAID_ASK,     /* of the agency, until it is done */
    SAID_GRIEVANCE, /* my rights were not respected */
    SAID_KINDS
};

/* Stored: append only. */
enum said_state {
    SAID_DRAFT,
    SAID_APPROVED,   /* exactly these words, by their author */
    SAID_DELIVERED,  /* read, or read aloud, to somebody it is for */
    SAID_UNDERSTOOD, /* somebody said what they understood */
    SAID_ANSWERED,   /* the author said whether that is right */
    SAID_CLOSED,
    SAID_WITHDRAWN,
    SAID_EXPIRED,
    SAID_STATES
};

/* How it ended. Stored: append only; none says that somebody failed. */
enum said_ending {
    ENDED_NOT,
    ENDED_DONE,      /* kept; or it helped */
    ENDED_CHANGED,   /* something else was agreed instead */
    ENDED_COULD_NOT, /* with a word why */
    ENDED_NO_HELP,   /* it did not help */
    ENDED_LET_GO     /* she does not want it any more */
};

/* Stored: append only. */
enum said_act {
    ACT_APPROVE,
    ACT_DELIVER,
    ACT_UNDERSTAND,
    ACT_ANSWER,
    ACT_DONE,
    ACT_CHANGE,
    ACT_COULD_NOT,
    ACT_NO_HELP,
    ACT_LET_GO,
    ACT_REOPEN,
    ACT_LOUDER, /* an ask goes one step up the ladder */
    ACT_QUIETER,
    ACT_WITHDRAW,
    ACT_EXPIRE,
    ACT_SEEN,   /* the other side has read how a promise ended */
    ACT_AGREE,  /* she says yes to a promise that was proposed */
    ACT_HELPED, /* it helped, or not; and it stays open, or over, as it is */
    ACT_NOT_HELPED,
    SAID_ACTS
};

/* In what part somebody acts; several may be true at once. */
enum said_by {
    BY_AUTHOR = 1,
    BY_PERSON = 2, /* whose it is: for whom it was promised, who asked */
    BY_READER = 4, /* a permission of hers names them */
    BY_CLOCK = 8,
    BY_TO = 16,    /* to whom she promised it */
    BY_ANSWER = 32 /* her word on the reply it went with, or its end */
};

struct said_step {
    enum said_state to;
    enum said_ending ending;
};

/* Whether somebody in this part (a set of said_by) may move such a thing so,
 * and where to. */
bool said_law(enum said_kind kind, enum said_state from, enum said_act act,
              unsigned by, struct said_step *out);

#endif
