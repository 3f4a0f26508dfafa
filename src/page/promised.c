#include "page/promised.h"

#include "db/db.h"
#include "keys/keys.h"
#include "page/page_share.h"
#include "sharing/permission.h"

static const struct permission *given(const struct permissions *in,
                                      int64_t page)
{
    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].what.thing == page)
            return &in->at[i];
    return NULL;
}

/* A row of the query below, when its page is open to this reader. */
static void take(struct ctx *cx, struct query *q,
                 const struct permissions *open, struct promiseds *out)
{
    int64_t id = db_get_int(q);
    struct person_id whose = {db_get_int(q)};
    struct promised p = {.page = db_get_int(q)};
    const struct permission *by = given(open, p.page);

    if (!by || out->n >= PROMISED_SHOWN)
        return;
    p.whom = by->name;
    p.words = seal_get(q, (struct place){"page_commitment.words", id, whose});
    p.due = db_get_date(q);
    p.answer = (enum reply_answer)db_get_int(q);
    *LIST_PUSH(cx->mem, out) = p;
}

bool promised_list(struct ctx *cx, struct promiseds *out)
{
    struct permissions open;
    int64_t me = reader_id(cx->actor);

    *out = (struct promiseds){0};
    if (!permission_to_me(cx, TOPIC_PAGE, &open))
        return false;
    struct query *q =
        db_sql(cx, "SELECT c.id, c.person, r.page, c.words, c.due, r.answer"
                   " FROM page_commitment c JOIN page_reply r ON r.id = c.reply"
                   " WHERE c.author = $1 AND c.state = $2"
                   " ORDER BY c.due IS NULL, c.due, c.id");
    db_put_int(q, me);
    db_put_int(q, COMMITMENT_OPEN);
    while (db_row(q))
        take(cx, q, &open, out);
    return db_end(q);
}
