#include "sharing/law.h"

enum {
    S = 1 << MAY_SEE,
    C = 1 << MAY_CHANGE,
    T = 1 << MAY_CARRY,
    D = 1 << MAY_SEND,
    SC = S | C,
    ST = S | T,
    CT = C | T,
    SCT = S | C | T,
    ALL = S | C | T | D,
    ANY = TOPIC_COUNT,
    WORDS = 1
};

/* What each relation may do; the README has the reasons. A supervisor has no
 * words and no names, but of what a person sends up to them by name: an ask,
 * whether something helped, what was done to her rights, that she wants another
 * peer, and what they promised her themselves; and of what keeps their peers
 * safe on the way (R23). */
static const struct rights {
    int herself;                  /* in her own account */
    int own_peer;                 /* who walks with her now, while not locked */
    int peer, reader, lead, link; /* whom a permission of hers names: a peer; a
                                     clinician or case manager; who leads a
                                     program; a link */
    int keeper;                   /* keeps the accounts of her program; not
                                     while locked */
    int command;                  /* run by whoever holds the data directory */
    int needs;                    /* the topic of that permission */
    int words;                    /* hers: each look is written down */
    int leads; /* who leads her program, unnamed; not while locked */
} law[TOPIC_COUNT] = {
    /* clang-format off */
    /*                     her- own  named:                 keeper command
                           self peer peer reader lead link
                           needs, words, leads */
    [TOPIC_FIRST_NAME]  = {ST,  S,   S,   S,     S,   S,    S,     ST,
                           ANY, 0, 0},
    [TOPIC_NAME]        = {ST,  S,   S,   S,     S,   S,    S,     SCT,
                           ANY, 0, 0},
    [TOPIC_VISITS]      = {ALL, S,   S,   S,     0,   0,    0,     CT,
                           TOPIC_VISITS, 0, 0},
    [TOPIC_READY]       = {ALL, SC,  SC,  0,     0,   0,    0,     T,
                           TOPIC_READY, 0, 0},
    [TOPIC_ANSWERS]     = {ALL, 0,   SC,  0,     0,   0,    0,     T,
                           TOPIC_ANSWERS, WORDS, 0},
    [TOPIC_BETWEEN]     = {ALL, 0,   S,   S,     0,   0,    0,     T,
                           TOPIC_BETWEEN, WORDS, 0},
    [TOPIC_PAGE]        = {ALL, 0,   ST,  ST,    0,   ST,   0,     T,
                           TOPIC_PAGE, WORDS, 0},
    [TOPIC_REPLY]       = {SCT, 0,   0,   SC,    0,   SC,   0,     T,
                           TOPIC_PAGE, 0, 0},
    [TOPIC_DECISIONS]   = {ALL, 0,   SC,  S,     0,   0,    0,     T,
                           TOPIC_DECISIONS, WORDS, 0},
    [TOPIC_COMPANY]     = {ALL, 0,   S,   S,     0,   0,    0,     T,
                           TOPIC_COMPANY, WORDS, 0},
    [TOPIC_CIRCLE]      = {SCT, 0,   0,   0,     0,   0,    0,     T,
                           TOPIC_CIRCLE, WORDS, 0},
    [TOPIC_PERMISSIONS] = {SCT, 0,   0,   0,     0,   0,    0,     T,
                           TOPIC_PERMISSIONS, 0, 0},
    [TOPIC_ACCESS_LOG]  = {ST,  0,   0,   0,     0,   0,    0,     T,
                           TOPIC_ACCESS_LOG, 0, 0},
    [TOPIC_ACCOUNT]     = {SCT, 0,   0,   0,     0,   0,    SC,    CT,
                           TOPIC_ACCOUNT, 0, 0},
    [TOPIC_STATEMENT]   = {ALL, 0,   ST,  ST,    0,   0,    0,     T,
                           TOPIC_STATEMENT, WORDS, 0},
    [TOPIC_STATEMENT_REPLY] = {SCT, 0,   SC,  SC,    0,   0,    0,     T,
                           TOPIC_STATEMENT, 0, 0},
    [TOPIC_ASK]         = {ALL, 0,   S,   SC,    SC,  0,    0,     T,
                           TOPIC_ASK, WORDS, 0},
    [TOPIC_MEDIATION]   = {ALL, 0,   SC,  SC,    0,   0,    0,     T,
                           TOPIC_MEDIATION, WORDS, 0},
    [TOPIC_PROMISE]     = {ALL, C,   S,   S,     S,   0,    0,     T,
                           TOPIC_PROMISE, 0, 0},
    [TOPIC_RECORD]      = {ALL, SC,  S,   S,     0,   0,    0,     T,
                           TOPIC_RECORD, WORDS, 0},
    [TOPIC_TIMES]       = {ALL, SC,  S,   S,     0,   0,    0,     T,
                           TOPIC_TIMES, 0, 0},
    [TOPIC_REACH]       = {ALL, S,   S,   S,     0,   0,    0,     T,
                           TOPIC_REACH, WORDS, 0},
    [TOPIC_MEETING]     = {ALL, 0,   ST,  0,     0,   0,    0,     T,
                           TOPIC_MEETING, WORDS, 0},
    [TOPIC_SUPPORT]     = {ALL, 0,   S,   0,     0,   0,    0,     T,
                           TOPIC_SUPPORT, WORDS, 0},
    [TOPIC_TYPING]      = {SCT, 0,   SC,  0,     0,   0,    0,     T,
                           TOPIC_TYPING, WORDS, 0},
    [TOPIC_AGREEMENT] = {SCT, SC,  0,   0,     0,   0,    0,     T,
                           TOPIC_AGREEMENT, WORDS, 0},
    [TOPIC_HOPE]        = {SCT, C,   0,   0,     0,   0,    0,     T,
                           TOPIC_HOPE, 0, 0},
    [TOPIC_HELPED]      = {ALL, 0,   S,   S,     S,   0,    0,     T,
                           TOPIC_HELPED, WORDS, 0},
    [TOPIC_GRIEVANCE] = {ALL, 0,   SC,  0,     SC,  0,    0,     T,
                           TOPIC_GRIEVANCE, WORDS, 0},
    [TOPIC_KNEW]        = {SCT, SC,  0,   0,     0,   0,    0,     T,
                           TOPIC_KNEW, 0, 0},
    [TOPIC_FIT]         = {SCT, SC,  0,   0,     0,   0,    0,     T,
                           TOPIC_FIT, 0, 0},
    [TOPIC_ANOTHER_PEER] = {SCT, 0,  0,   0,     SC,  0,    0,     T,
                           TOPIC_ANOTHER_PEER, 0, 0},
    [TOPIC_WAY]         = {SCT, SC,  0,   0,     0,   0,    0,     T,
                           TOPIC_WAY, WORDS, SC},
    [TOPIC_HARD]        = {SCT, 0,   S,   0,     0,   0,    0,     T,
                           TOPIC_HARD, WORDS, 0},
    [TOPIC_WEIGHING]    = {SCT, 0,   SC,  0,     0,   0,    0,     T,
                           TOPIC_WEIGHING, WORDS, 0},
    [TOPIC_HELPS]       = {SCT, 0,   S,   0,     0,   0,    0,     T,
                           TOPIC_HELPS, WORDS, 0},
    [TOPIC_HABIT]       = {SCT, 0,   SC,  0,     0,   0,    0,     T,
                           TOPIC_HABIT, WORDS, 0},
    [TOPIC_GOAL]        = {ALL, 0,   SC,  0,     0,   0,    0,     T,
                           TOPIC_GOAL, WORDS, 0},
    /* clang-format on */
};

/* What a permission allows somebody with this role. */
static int by_permission(const struct rights *r, enum role role)
{
    switch (role) {
    case ROLE_PEER: return r->peer;
    case ROLE_CLINICIAN:
    case ROLE_CASE_MANAGER: return r->reader;
    case ROLE_LINK: return r->link;
    case ROLE_SUPERVISOR: return r->lead;
    case ROLE_NONE:
    case ROLE_PERSON:
    case ROLE_ADMIN:
    case ROLE_COUNT: return 0;
    }
    return 0;
}

/* What two opened for some hours, and no more of it. */
static bool is_reaching(enum verb verb, enum topic topic)
{
    return verb == MAY_SEE && (topic == TOPIC_FIRST_NAME ||
                               topic == TOPIC_NAME || topic == TOPIC_REACH);
}

bool law_says(const struct facts *f, enum verb verb, enum topic topic)
{
    const struct rights *r = &law[topic];
    int may = 0;

    if (f->operates)
        return ((r->command >> verb) & 1) != 0;
    if (!f->together || f->barred)
        return false;
    if (f->herself)
        may |= r->herself;
    if (f->role == ROLE_PEER && f->walks && !f->locked)
        may |= r->own_peer;
    if (f->role == ROLE_SUPERVISOR && !f->locked)
        may |= r->leads;
    if (f->role == ROLE_ADMIN && !f->locked)
        may |= r->keeper;
    if (f->opened && (f->role == ROLE_SUPERVISOR || f->role == ROLE_ADMIN) &&
        is_reaching(verb, topic))
        return true;
    if (f->named)
        may |= by_permission(r, f->role);
    return ((may >> verb) & 1) != 0;
}

enum topic law_needs(enum topic topic)
{
    return (enum topic)law[topic].needs;
}

bool law_can_give(enum role to, enum topic topic)
{
    const struct rights *r = &law[topic];

    return r->needs == (int)topic && by_permission(r, to) != 0;
}

bool law_asks_walking(enum topic topic)
{
    return topic == TOPIC_TYPING || topic == TOPIC_WEIGHING ||
           topic == TOPIC_HELPS || topic == TOPIC_HABIT || topic == TOPIC_GOAL;
}

bool law_is_words(enum topic topic)
{
    return law[topic].words == WORDS;
}
