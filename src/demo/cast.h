/* demo/cast.h - who is in the made-up program. Nobody here exists. */
#ifndef DEMO_CAST_H
#define DEMO_CAST_H

#include <stddef.h>

#include "base/lang.h"
#include "frame/actor.h"

enum { CAST_TEAMS = 3, CAST_MEMBERS = 40, CAST_STAFF = 17 };

struct role_of {
    const char *sign_in; /* the first name in small plain letters */
    const char *name, *first, *title, *days;
    enum role role;
    int team; /* 0..CAST_TEAMS-1; -1: none */
};

/* One the program walks with. */
struct member_of {
    const char *name;
    const char *peer; /* sign-in name of her own peer */
    enum lang lang;
};

extern const char *const cast_teams[CAST_TEAMS];
extern const struct role_of cast_staff[CAST_STAFF];
extern const struct member_of cast_members[CAST_MEMBERS]; /* Denise first */

#endif
