/* frame/actor.h - who is acting: the same for a page, a command, a job. */
#ifndef FRAME_ACTOR_H
#define FRAME_ACTOR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/* A human being the program knows: someone it walks with, or staff, or both.
 * Ids of different kinds are different types. */
struct person_id {
    int64_t v;
};

static inline bool person_same(struct person_id a, struct person_id b)
{
    return a.v == b.v;
}

/* What an account is for. One human may have two accounts: a peer who is also
 * served signs in to each apart (R103). Stored: append only. */
enum role {
    ROLE_NONE, /* not signed in */
    ROLE_PERSON,
    ROLE_PEER,
    ROLE_SUPERVISOR,
    ROLE_CLINICIAN,
    ROLE_CASE_MANAGER,
    ROLE_ADMIN, /* keeps accounts and settings; sees nobody's words */
    ROLE_LINK,  /* a reader with a one-time link: one page, nothing else */
    ROLE_COUNT
};

#define ROLE_BIT(role) (1U << (role))

const char *role_name(enum role r);     /* "person", "peer" ...: a msgid too */
enum role role_parse(const char *name); /* ROLE_NONE for no such role */

struct actor {
    struct person_id person; /* {0} when nobody, or a link */
    int64_t account;         /* auth_account.id; 0 for none */
    int64_t session;         /* auth_session.id, or the link's id */
    int64_t program;         /* people_program.id; 0 when in none */
    enum role role;
    bool shared_device; /* a kiosk: nothing may stay behind */
};

/* Who leads a program; to anybody else there is nothing. Errors: ERR_NOTFOUND.
 */
MUST_CHECK bool actor_leads(struct ctx *cx);

/* Nobody: for public pages and for tests. */
extern const struct actor actor_nobody;

/* The program itself: for commands run by whoever holds the data directory. */
extern const struct actor actor_operator;

#endif
