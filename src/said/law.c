#include "said/law.h"

#include <stddef.h>

enum {
    PAGE = 1 << SAID_PAGE,
    WORDS = 1 << SAID_STATEMENT | 1 << SAID_TELL | 1 << SAID_SIDE,
    PROMISE = 1 << SAID_PROMISE,
    ASK = 1 << SAID_ASK,
    HERS = ASK | 1 << SAID_GRIEVANCE, /* ended by the person alone */
    ANY = PAGE | WORDS | PROMISE | HERS,

    DRAFT = 1 << SAID_DRAFT,
    APPROVED = 1 << SAID_APPROVED,
    DELIVERED = 1 << SAID_DELIVERED,
    UNDERSTOOD = 1 << SAID_UNDERSTOOD,
    ANSWERED = 1 << SAID_ANSWERED,
    CLOSED = 1 << SAID_CLOSED,
    WITHDRAWN = 1 << SAID_WITHDRAWN,
    EXPIRED = 1 << SAID_EXPIRED,
    READ = DELIVERED | UNDERSTOOD | ANSWERED,
    LIVE = APPROVED | READ,

    STAYS = SAID_STATES
};

static const struct rule {
    unsigned kinds, from;
    enum said_act act;
    unsigned by; /* any one of these */
    int to;      /* enum said_state; STAYS: where it was, and so ended */
    enum said_ending ending;
} rules[] = {
    /* New words are a new version, and have not been read by anybody. */
    {ANY, DRAFT, ACT_APPROVE, BY_AUTHOR, SAID_APPROVED, ENDED_NOT},
    {PAGE | WORDS | HERS, LIVE, ACT_APPROVE, BY_AUTHOR, SAID_APPROVED,
     ENDED_NOT},
    /* A page that was taken back, or whose time is over, can be given again. */
    {PAGE, WITHDRAWN | EXPIRED, ACT_APPROVE, BY_AUTHOR, SAID_APPROVED,
     ENDED_NOT},

    {PAGE | WORDS | HERS, APPROVED, ACT_DELIVER, BY_READER, SAID_DELIVERED,
     ENDED_NOT},
    {PAGE | WORDS | HERS, READ, ACT_DELIVER, BY_READER, STAYS, ENDED_NOT},
    /* Read on paper, or heard: whoever writes back has it before them. */
    {PAGE | WORDS | HERS, LIVE, ACT_UNDERSTAND, BY_READER, SAID_UNDERSTOOD,
     ENDED_NOT},
    {PAGE | WORDS | HERS, UNDERSTOOD | ANSWERED, ACT_ANSWER, BY_AUTHOR,
     SAID_ANSWERED, ENDED_NOT},

    {WORDS, READ, ACT_DONE, BY_AUTHOR, SAID_CLOSED, ENDED_DONE},
    {WORDS, READ, ACT_NO_HELP, BY_AUTHOR, SAID_CLOSED, ENDED_NO_HELP},
    /* It can be said without ending it, and when its time is over. */
    {WORDS, READ | EXPIRED, ACT_HELPED, BY_AUTHOR, STAYS, ENDED_NOT},
    {WORDS, READ | EXPIRED, ACT_NOT_HELPED, BY_AUTHOR, STAYS, ENDED_NOT},

    /* Proposed with a reply: a draft until she says yes to the reply. */
    {PROMISE, DRAFT, ACT_AGREE, BY_ANSWER, SAID_APPROVED, ENDED_NOT},
    {PROMISE, DRAFT, ACT_WITHDRAW, BY_ANSWER, SAID_WITHDRAWN, ENDED_LET_GO},

    {PROMISE, APPROVED, ACT_DONE, BY_AUTHOR | BY_PERSON | BY_TO, SAID_CLOSED,
     ENDED_DONE},
    {PROMISE, APPROVED, ACT_CHANGE, BY_AUTHOR | BY_PERSON | BY_TO, SAID_CLOSED,
     ENDED_CHANGED},
    {PROMISE, APPROVED, ACT_COULD_NOT, BY_AUTHOR, SAID_CLOSED, ENDED_COULD_NOT},
    {PROMISE, APPROVED, ACT_LET_GO, BY_PERSON, SAID_CLOSED, ENDED_LET_GO},
    {PROMISE, CLOSED, ACT_REOPEN, BY_PERSON, SAID_APPROVED, ENDED_NOT},
    {PROMISE, CLOSED, ACT_SEEN, BY_AUTHOR | BY_PERSON | BY_TO, STAYS,
     ENDED_NOT},

    {ASK, LIVE, ACT_LOUDER, BY_PERSON, STAYS, ENDED_NOT},
    {ASK, LIVE, ACT_QUIETER, BY_PERSON, STAYS, ENDED_NOT},
    {HERS, LIVE, ACT_DONE, BY_PERSON, SAID_CLOSED, ENDED_DONE},
    {HERS, LIVE, ACT_NO_HELP, BY_PERSON, SAID_CLOSED, ENDED_NO_HELP},
    {HERS, LIVE, ACT_LET_GO, BY_PERSON, SAID_CLOSED, ENDED_LET_GO},
    {HERS, CLOSED, ACT_REOPEN, BY_PERSON, SAID_APPROVED, ENDED_NOT},
    /* Typed for her, and she does not want it asked. */
    {ASK, DRAFT, ACT_WITHDRAW, BY_AUTHOR, SAID_WITHDRAWN, ENDED_LET_GO},

    {PAGE | WORDS, DRAFT | LIVE, ACT_WITHDRAW, BY_AUTHOR, SAID_WITHDRAWN,
     ENDED_NOT},
    {PAGE | WORDS, LIVE, ACT_EXPIRE, BY_CLOCK, SAID_EXPIRED, ENDED_NOT},
};

bool said_law(enum said_kind kind, enum said_state from, enum said_act act,
              unsigned by, struct said_step *out)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const struct rule *r = &rules[i];
        if (r->act != act || !(r->kinds >> kind & 1) ||
            !(r->from >> from & 1) || !(r->by & by))
            continue;
        *out = (struct said_step){
            r->to == STAYS ? from : (enum said_state)r->to, r->ending};
        return true;
    }
    return false;
}
