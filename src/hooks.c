#include "auth/auth.h"
#include "frame/app.h"
#include "sharing/link.h"
#include "web/draft.h"
#include "web/web.h"

/* An account's session, else a reader with a one-time link. */
static bool who(struct req *rq)
{
    return auth_who(rq) && link_who(rq);
}

const struct hooks program_hooks = {
    .who = who,
    .csrf = auth_csrf,
    .shell = web_shell,
    .error = web_error,
    .headers = web_headers,
    .draft = draft_find,
    .sent = draft_forget,
    .rescue = draft_rescue,
    .gone = link_gone,
};
