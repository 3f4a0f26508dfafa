/* sharing/glass.h - two open, for some hours, how a colleague may be reached.
 *
 * A colleague who is served here too is closed to all of staff. When somebody
 * fears for one, one who leads the program or keeps accounts asks, with a
 * reason; a second one of them agrees within GLASS_WAIT_SECONDS, or it lapses;
 * then may() lets these two see the name and how she may be reached, for
 * GLASS_OPEN_SECONDS. She is told all of it. Nothing here depends on whether
 * the colleague is served: that is seen only behind what two opened.
 * Source: R103 "break-glass needs two people, is told to the person".
 */
#ifndef SHARING_GLASS_H
#define SHARING_GLASS_H

#include "base/ctx.h"
#include "frame/actor.h"

enum {
    GLASS_WAIT_SECONDS = 8 * 60 * 60, /* for a second one to agree */
    GLASS_OPEN_SECONDS = 4 * 60 * 60,
    GLASS_REASON_MAX = 200, /* characters */
    GLASS_SHOWN = 20,       /* to her */
    GLASS_ROLES = ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_ADMIN)
};

enum glass_state {
    GLASS_WAITS,
    GLASS_OPEN,
    GLASS_LAPSED,     /* nobody agreed in time */
    GLASS_TAKEN_BACK, /* before anybody agreed */
    GLASS_OVER
};

struct glass {
    int64_t id;
    struct person_id person; /* the colleague */
    const char *name;        /* of the colleague, in full */
    struct person_id asker, agreer;
    const char *asked_by, *agreed_by; /* first names; "" when gone, or nobody */
    const char *reason;
    int64_t asked, agreed; /* seconds; agreed: TIME_NONE until it is */
    int64_t until;         /* when the wait, or what is open, ends or ended */
    enum glass_state state;
    bool read; /* she has read of it, as it is now; to her */
};

struct glasses {
    struct glass *at;
    size_t n, cap;
};

/* Errors: ERR_DENIED; ERR_INVALID "colleague", "reason"; ERR_CONFLICT when it
 * waits already. */
MUST_CHECK bool glass_ask(struct ctx *cx, struct person_id colleague,
                          const char *reason);

/* The second one: not who asked, and not the colleague. Errors: ERR_NOTFOUND.
 */
MUST_CHECK bool glass_agree(struct ctx *cx, int64_t id);

/* Either of the two, before it ends by itself. Errors: ERR_NOTFOUND. */
MUST_CHECK bool glass_end(struct ctx *cx, int64_t id);

/* To who acts: those that wait, and those they are one of the two of; none
 * about themselves. Owns: cx->mem. Errors: ERR_DENIED. */
MUST_CHECK bool glass_list(struct ctx *cx, struct glasses *out);

/* One that is open, to either of the two. Errors: ERR_NOTFOUND. */
MUST_CHECK bool glass_get(struct ctx *cx, int64_t id, struct glass *out);

/* Who acts is one of two who have this colleague's open at this second. For
 * may() alone. */
MUST_CHECK bool glass_is_open(struct ctx *cx, struct person_id colleague,
                              bool *yes);

/* The latest about herself, who acts in her own account, newest first.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool glass_mine(struct ctx *cx, struct glasses *out);

/* She is told of all of them, with the page that is on its way. */
void glass_note_told(struct ctx *cx);

#endif
