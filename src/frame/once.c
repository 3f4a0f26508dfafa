#include "frame/once.h"

#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "frame/req_int.h"

enum { ONCE_MAX = 64 };

/* The id this form was sent with; NULL when it has none to go by. */
static const char *form_id(struct req *rq)
{
    const char *id = req_text(rq, "once");

    return *id && strlen(id) <= ONCE_MAX && rq->cx->actor->account ? id : NULL;
}

bool once_seen(struct req *rq, bool *again)
{
    const char *id = form_id(rq);

    *again = false;
    if (!id)
        return true;
    struct query *q = db_sql(rq->cx, "SELECT location FROM frame_once"
                                     " WHERE account = $1 AND id = $2");
    db_put_int(q, rq->cx->actor->account);
    db_put_text(q, id);
    if (db_row(q)) {
        const char *location = db_get_text(q);
        *again = true;
        (void)(*location ? req_see_other(rq, "%s", location)
                         : req_no_content(rq));
    }
    return db_end(q);
}

static const char *location(const struct http_headers *h)
{
    for (size_t i = 0; i < h->n; i++)
        if (strcmp(h->at[i].name, "Location") == 0)
            return h->at[i].value;
    return "";
}

bool once_keep(struct req *rq, int status)
{
    const char *id = form_id(rq);

    if (!id || (status != 303 && status != 204))
        return true;
    struct query *q =
        db_sql(rq->cx, "INSERT INTO frame_once (account, id, location, at)"
                       " VALUES ($1, $2, $3, $4)"
                       " ON CONFLICT (account, id) DO NOTHING");
    db_put_int(q, rq->cx->actor->account);
    db_put_text(q, id);
    db_put_text(q, location(&rq->in->call->answer.headers));
    db_put_int(q, rq->cx->now);
    return db_end(q);
}
