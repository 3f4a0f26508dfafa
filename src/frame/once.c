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

/* The id is the secret of what is kept of its form, so it is not kept. */
static const char *mark_of_id(struct req *rq, const char *id)
{
    return text_mark(rq->cx->mem, id, "");
}

/* Where it went and what it brought, without what a sign-in in between
 * changes. Each text with its length, so that no two forms read the same. */
static const char *mark_of_fields(struct req *rq, const char *id)
{
    const struct http_fields *f = &rq->in->fields;
    const struct http_field *at = f->at, *end = at + f->n;
    struct buf all = buf_new(rq->cx->mem, HTTP_MEMORY_MAX);

    buf_puts(&all, rq->path);
    for (; at < end; at++)
        if (strcmp(at->name, "csrf") != 0 && strcmp(at->name, "once") != 0)
            buf_fmt(&all, " %zu %s %zu %s", strlen(at->name), at->name,
                    strlen(at->value), at->value);
    return text_mark(rq->cx->mem, id, all.at);
}

bool once_seen(struct req *rq, bool *again)
{
    const char *id = form_id(rq);

    *again = false;
    if (!id)
        return true;
    struct query *q =
        db_sql(rq->cx, "SELECT location FROM frame_once"
                       " WHERE account = $1 AND id = $2 AND fields = $3");
    db_put_int(q, rq->cx->actor->account);
    db_put_text(q, mark_of_id(rq, id));
    db_put_text(q, mark_of_fields(rq, id));
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
    struct query *q = db_sql(
        rq->cx, "INSERT INTO frame_once (account, id, fields, location, at)"
                " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (account, id)"
                " DO UPDATE SET fields = excluded.fields,"
                " location = excluded.location, at = excluded.at");
    db_put_int(q, rq->cx->actor->account);
    db_put_text(q, mark_of_id(rq, id));
    db_put_text(q, mark_of_fields(rq, id));
    db_put_text(q, location(&rq->in->call->answer.headers));
    db_put_int(q, rq->cx->now);
    return db_end(q);
}
