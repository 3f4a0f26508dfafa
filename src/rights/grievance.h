/* rights/grievance.h - "my rights were not respected": hers.
 *
 * She writes what happened, says about whom, and chooses who reads it: her
 * peer, somebody who leads, or nobody here, and then it is a page she takes to
 * an advocate outside. It is a thing said (SAID_GRIEVANCE); whom it is about is
 * barred from it before anybody is given it (sharing/barred.h), and cannot be
 * chosen. Only she adds to it, stops it, or says whether it was put right.
 * Each function here acts for the person herself.
 * Source: R47; never-list 3, 10 and 14.
 */
#ifndef RIGHTS_GRIEVANCE_H
#define RIGHTS_GRIEVANCE_H

#include "people/people.h"
#include "rights/account.h"
#include "said/read.h"

enum { GRIEVANCES_OPEN_MAX = 20, GRIEVANCE_ABOUT_MAX = 12 };

/* Who may be chosen to read one. */
struct recipients {
    struct persons peers, leads;
};

struct grievance {
    struct said said;
    struct account_of account;
    struct persons about;        /* of staff: id and first */
    struct said_readers readers; /* who has it now */
    struct recipients left;      /* who could have it besides */
    bool no_lead;  /* everybody who leads is named in it, and somebody does */
    bool answered; /* somebody wrote back */
    struct date owed; /* a formal one: an answer, by; DATE_NONE: not any more */
};

struct grievances {
    struct grievance *at; /* about, readers, left are empty */
    size_t n, cap;
};

/* All of staff of her program but herself, by name. Owns: cx->mem. */
MUST_CHECK bool grievance_staff(struct ctx *cx, struct persons *out);

/* Who could read one that is about these. Owns: cx->mem. */
MUST_CHECK bool grievance_recipients(struct ctx *cx,
                                     const struct persons *about,
                                     struct recipients *out);

/* Said, and with whom she chose; to {0}: nobody here. Uses g->account and
 * g->about; sets g->said. Errors: ERR_NOTFOUND; ERR_INVALID "happened", "want",
 * "about", "to" (named in it; no recipient; a formal one to a peer);
 * ERR_CONFLICT: GRIEVANCES_OPEN_MAX. */
MUST_CHECK bool grievance_make(struct ctx *cx, struct grievance *g,
                               struct person_id to);

MUST_CHECK bool grievance_list(struct ctx *cx, bool over,
                               struct grievances *out);
MUST_CHECK bool grievance_get(struct ctx *cx, struct said_id id,
                              struct grievance *out);

/* Errors of these: ERR_NOTFOUND; ERR_CONFLICT when it is over. More:
 * ERR_INVALID "more". Give: ERR_INVALID "to". */
MUST_CHECK bool grievance_more(struct ctx *cx, struct said_id id,
                               const char *words);
MUST_CHECK bool grievance_give(struct ctx *cx, struct said_id id,
                               struct person_id to);
MUST_CHECK bool grievance_take_back(struct ctx *cx, struct said_id id,
                                    int64_t reader);

/* ACT_DONE: it was put right; ACT_NO_HELP: it was not; ACT_LET_GO: she stops
 * it; ACT_REOPEN. Nobody but her has it then. Errors: ERR_INVALID "act", "why".
 */
MUST_CHECK bool grievance_end(struct ctx *cx, struct said_id id,
                              enum said_act act, const char *why);
enum said_act grievance_act(const char *word); /* "right", "not", "stop", "open"
                                                  of a form; SAID_ACTS */

#endif
