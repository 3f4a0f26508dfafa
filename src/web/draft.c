#include "web/draft.h"

#include <string.h>

#include "auth/auth.h"
#include "base/text.h"
#include "db/db.h"
#include "keys/keys.h"

enum { DRAFT_MAX = 96 * 1024, DRAFT_DAYS = 60, DAY_S = 86400 };

static struct place sealed(int64_t id, struct person_id p)
{
    return (struct place){"web_draft.fields", id, p};
}

/* Never kept: what belongs to this sending alone, and secrets. */
static bool passing(const char *name)
{
    static const char *const names[] = {"csrf", "once", "on_page", "code",
                                        "now"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return strstr(name, "password") != NULL;
}

/* A form that goes to this path may have a draft: there is such a form, it is
 * not for everybody (sign-in, a code), no password is checked for it, and what
 * is typed there is not somebody else's. */
static bool may_keep(struct req *rq, const char *path)
{
    const struct route *r = req_route(rq, POST, path);

    return r && strcmp(r->may, "public") != 0 && r->pool != POOL_PASSWORD &&
           !r->no_draft && strlen(path) <= REQ_PAGE_MAX;
}

struct tpl_typed_list draft_find(struct req *rq, const char *to)
{
    struct tpl_typed_list all = {0}, kept = {0};
    const struct actor *a = rq->cx->actor;

    if (!a->account || a->shared_device)
        return kept;
    struct query *q = db_sql(rq->cx, "SELECT id, fields FROM web_draft"
                                     " WHERE account = $1 AND page = $2");
    db_put_int(q, a->account);
    db_put_text(q, to);
    if (db_row(q)) {
        int64_t id = db_get_int(q);
        const char *fields = seal_get(q, sealed(id, a->person));
        (void)req_decode(rq, fields, &all);
    }
    if (!db_end(q))
        ctx_forgive(rq->cx);
    for (size_t i = 0; i < all.n; i++)
        if (!passing(all.at[i].name))
            *LIST_PUSH(rq->cx->mem, &kept) = all.at[i];
    return kept;
}

bool draft_list(struct ctx *cx, const char *begins, struct tpl_typed_list *out)
{
    *out = (struct tpl_typed_list){0};
    if (!cx->actor->account || cx->actor->shared_device)
        return true;
    struct query *q = db_sql(cx, "SELECT page FROM web_draft WHERE account = $1"
                                 " AND SUBSTR(page, 1, $2) = $3 ORDER BY page");
    db_put_int(q, cx->actor->account);
    db_put_int(q, (int64_t)text_length(begins));
    db_put_text(q, begins);
    while (db_row(q))
        *LIST_PUSH(cx->mem, out) =
            (struct tpl_typed){.name = db_get_text(q), .value = ""};
    return db_end(q);
}

static bool forget(struct ctx *cx, int64_t account, const char *page)
{
    struct query *q =
        db_sql(cx, "DELETE FROM web_draft WHERE account = $1 AND page = $2");

    db_put_int(q, account);
    db_put_text(q, page);
    return db_end(q);
}

bool draft_drop(struct req *rq, const char *to)
{
    const struct actor *a = rq->cx->actor;

    return !a->account || forget(rq->cx, a->account, to);
}

bool draft_forget(struct req *rq)
{
    return draft_drop(rq, rq->path);
}

static bool keep(struct ctx *cx, const struct actor *a, const char *page,
                 const char *fields)
{
    if (!forget(cx, a->account, page))
        return false;
    int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO web_draft (id, account, person, page, fields,"
                   " at) VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, id);
    db_put_int(q, a->account);
    db_put_int(q, a->person.v);
    db_put_text(q, page);
    seal_put(q, sealed(id, a->person), fields);
    db_put_int(q, cx->now);
    return db_end(q);
}

/* Fields as a form writes them, without what is never kept. Owns: cx->mem. */
static const char *encode(struct ctx *cx, const struct tpl_typed_list *all)
{
    struct tpl t = tpl_new(cx->mem, cx->lang);

    for (size_t i = 0; i < all->n; i++) {
        if (passing(all->at[i].name))
            continue;
        if (t.out.n)
            tpl_raw(&t, "&");
        tpl_url(&t, all->at[i].name);
        tpl_raw(&t, "=");
        tpl_url(&t, all->at[i].value);
    }
    return t.out.n ? t.out.at : "";
}

/* The script sends what stands in a form, each few seconds. */
bool draft_keep(struct req *rq)
{
    const struct actor *a = rq->cx->actor;
    const char *form = req_text(rq, "form"), *fields = req_text(rq, "fields");
    struct tpl_typed_list all = {0};

    if (!a->account || a->shared_device)
        return fail(rq->cx, ERR_DENIED, NULL, "No draft is kept here.");
    if (!may_keep(rq, form) || strlen(fields) > DRAFT_MAX ||
        !req_decode(rq, fields, &all))
        return fail(rq->cx, ERR_INVALID, NULL,
                    "This cannot be kept as a draft.");
    fields = encode(rq->cx, &all);
    return (*fields ? keep(rq->cx, a, form, fields)
                    : forget(rq->cx, a->account, form)) &&
           req_no_content(rq);
}

/* The form that just came in. */
static const char *encode_sent(struct req *rq)
{
    struct tpl_typed_list all = {0};
    struct tpl_typed one;

    for (size_t i = 0; req_field(rq, i, &one.name, &one.value); i++)
        *LIST_PUSH(rq->cx->mem, &all) = one;
    return encode(rq->cx, &all);
}

/* Words that came in after the session ended: kept for whoever's page they
 * stood on, though somebody else may be signed in here by now; shown when they
 * sign in again and land on the same page. */
bool draft_rescue(struct req *rq)
{
    struct actor was;
    const char *fields = encode_sent(rq), *page = req_page(rq);
    struct tpl url = tpl_new(rq->cx->mem, rq->cx->lang);

    if (!auth_was(rq, &was))
        return false;
    if (!was.account)
        was = *rq->cx->actor;
    bool keeps = was.account && !was.shared_device && *fields &&
                 strlen(fields) <= DRAFT_MAX && may_keep(rq, rq->path);
    if (keeps && !keep(rq->cx, &was, rq->path, fields))
        return false;
    if (rq->cx->actor->account || strcmp(rq->route->may, "public") == 0)
        return req_see_other(rq, "%s", page);
    tpl_url(&url, page);
    const bool late = was.account && *fields && !keeps;
    return req_see_other(rq, "/sign-in?%snext=%s",
                         keeps  ? "kept=1&"
                         : late ? "late=1&"
                                : "",
                         url.out.at);
}

static bool forget_old(struct ctx *cx)
{
    struct query *q = db_sql(cx, "DELETE FROM web_draft WHERE at < $1");

    db_put_int(q, cx->now - (int64_t)DRAFT_DAYS * DAY_S);
    return db_end(q);
}

const struct job draft_jobs[] = {
    {"forget drafts that nobody came back to", DAY_S, forget_old},
    {0},
};

bool draft_export(struct ctx *cx, struct person_id p, struct json_out *out)
{
    struct query *q = db_sql(cx, "SELECT id, page, at, fields FROM web_draft"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(out, "web_draft");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(out, NULL);
        json_put_text(out, "page", db_get_text(q));
        json_put_time(out, "at", db_get_int(q));
        json_put_text(out, "fields", seal_get(q, sealed(id, p)));
        json_put_end(out);
    }
    json_put_end(out);
    return db_end(q);
}

bool draft_erase(struct ctx *cx, struct person_id p)
{
    struct query *q = db_sql(cx, "DELETE FROM web_draft WHERE person = $1");

    db_put_int(q, p.v);
    return db_end(q);
}
