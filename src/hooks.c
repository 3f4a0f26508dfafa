#include "auth/auth.h"
#include "frame/app.h"
#include "sharing/link.h"
#include "sharing/may.h"
#include "web/draft.h"
#include "web/web.h"

/* An account's session, else a reader with a one-time link. */
static bool who(struct req *rq)
{
    return auth_who(rq) && link_who(rq);
}

/* Nothing is there. If it was asked for at the address of somebody who works
 * here too, they are told who tried (R103), whatever the page asked. */
static void error(struct req *rq, int status)
{
    const struct person_id whose = {req_row(rq, "person")};

    if (whose.v && rq->cx->err.code == ERR_NOTFOUND)
        may_tried(rq->cx, whose);
    web_error(rq, status);
}

const struct hooks program_hooks = {
    .who = who,
    .csrf = auth_csrf,
    .shell = web_shell,
    .error = error,
    .headers = web_headers,
    .draft = draft_find,
    .sent = draft_forget,
    .rescue = draft_rescue,
    .gone = link_gone,
};
