/* rights/account.h - the exact words of what was done to her rights, as one
 * version of a thing said (said/said.h) keeps them.
 *
 * Whom it is about is not among them: that is kept where may() reads it
 * (sharing/barred.h).
 */
#ifndef RIGHTS_ACCOUNT_H
#define RIGHTS_ACCOUNT_H

#include "base/date.h"
#include "said/said.h"

enum {
    HAPPENED_MAX = 2000, /* characters */
    WANT_MAX = 600,
    MORE_MAX = 1000,
    MORES_MAX = 12 /* of one */
};

/* Added later. */
struct more {
    struct date day;
    const char *words;
};

struct mores {
    struct more *at; /* oldest first */
    size_t n, cap;
};

struct account_of {
    const char *happened; /* 1..HAPPENED_MAX characters */
    const char *want;     /* "" or what she wants */
    bool program;         /* it is about the program as a whole */
    bool formal;          /* a grievance, with a day for the answer */
    struct mores more;
};

/* Owns: cx->mem. */
const char *happened_write(struct ctx *cx, const struct account_of *a);
MUST_CHECK bool happened_read(struct ctx *cx, const char *text,
                              struct account_of *out);

#endif
