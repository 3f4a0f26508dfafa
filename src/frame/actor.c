#include "frame/actor.h"

#include <string.h>

const struct actor actor_nobody = {0};
const struct actor actor_operator = {.role = ROLE_ADMIN};

static const char *const names[ROLE_COUNT] = {
    [ROLE_NONE] = N_("nobody"),
    [ROLE_PERSON] = N_("person"),
    [ROLE_PEER] = N_("peer"),
    [ROLE_SUPERVISOR] = N_("supervisor"),
    [ROLE_CLINICIAN] = N_("clinician"),
    [ROLE_CASE_MANAGER] = N_("case manager"),
    [ROLE_ADMIN] = N_("administrator"),
    [ROLE_LINK] = N_("reader with a link"),
};

const char *role_name(enum role r)
{
    return names[r];
}

enum role role_parse(const char *name)
{
    for (int r = ROLE_PERSON; r < ROLE_LINK; r++)
        if (strcmp(names[r], name) == 0)
            return (enum role)r;
    return ROLE_NONE;
}

bool actor_leads(struct ctx *cx)
{
    return cx->actor->role == ROLE_SUPERVISOR ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}
