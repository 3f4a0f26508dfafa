#include "vault/vault.h"

#include <string.h>

#include "auth/auth.h"
#include "db/db.h"
#include "vault/box.h"

/* Sizes say little: all drawers are as big as their contents, to the next step.
 */
enum { STEP = 4096 };

static struct place drawer_place(const struct vault *v,
                                 enum vault_drawer drawer)
{
    return (struct place){"vault_drawer.sealed", drawer, v->person};
}

bool vault_look(struct req *rq, enum vault_state *is, struct vault *v)
{
    struct own_key of_session;

    *is = VAULT_NONE;
    auth_session_key(rq, "vault", &of_session);
    const bool looked = box_look(rq->cx, &of_session, is, v);
    own_forget(&of_session);
    return looked;
}

/* Answer with the page that opens it, and leads back to this one. */
static bool vault_ask(struct req *rq)
{
    return req_see_other(rq, "/vault?next=%s", rq->path);
}

bool vault_page(struct req *rq, struct vault *v, bool *open, bool *asks)
{
    enum vault_state is;

    if (!vault_look(rq, &is, v))
        return false;
    *open = is == VAULT_OPEN;
    *asks = !*open && !rq->page->wrong_text;
    return !*asks || vault_ask(rq);
}

bool vault_form(struct req *rq, struct vault *v)
{
    enum vault_state is;

    return vault_look(rq, &is, v) &&
           (is == VAULT_OPEN ||
            fail(rq->cx, ERR_INVALID, NULL,
                 "My vault is shut by now, so this is not saved yet. I can "
                 "open it in another tab, come back here, and save once "
                 "more."));
}

bool vault_read(struct ctx *cx, const struct vault *v, enum vault_drawer drawer,
                const struct json **out)
{
    struct query *q = db_sql(cx, "SELECT sealed FROM vault_drawer"
                                 " WHERE person = $1 AND drawer = $2");
    struct blob sealed = {0}, text = {0};

    *out = NULL;
    db_put_int(q, v->person.v);
    db_put_int(q, drawer);
    if (db_row(q))
        sealed = db_get_blob(q);
    if (!db_end(q) || !sealed.at)
        return !cx->err.code;
    if (!own_unseal(cx->mem, &v->key, drawer_place(v, drawer), sealed, &text))
        return fail(cx, ERR_INTERNAL, NULL,
                    "Drawer %d of a vault does not open: it was changed or "
                    "moved.",
                    (int)drawer);
    return json_parse(cx, text, 2 * VAULT_DRAWER_MAX, out);
}

bool vault_write(struct ctx *cx, const struct vault *v,
                 enum vault_drawer drawer, const struct buf *text)
{
    const size_t n = (text->n / STEP + 1) * STEP;
    char *whole = arena_alloc(cx->mem, n);

    if (text->full || n > VAULT_DRAWER_MAX)
        return fail(cx, ERR_INVALID, NULL,
                    "There is no more room for this in my vault. Please take "
                    "something out first.");
    memset(whole, ' ', n);
    memcpy(whole, text->at, text->n);
    struct query *q =
        db_sql(cx, "INSERT INTO vault_drawer (person, drawer, sealed)"
                   " VALUES ($1, $2, $3) ON CONFLICT (person, drawer)"
                   " DO UPDATE SET sealed = excluded.sealed");
    db_put_int(q, v->person.v);
    db_put_int(q, drawer);
    db_put_blob(q, own_seal(cx->mem, &v->key, drawer_place(v, drawer),
                            (struct blob){(unsigned char *)whole, n}));
    secret_forget(whole, n);
    return db_end(q);
}

const char *vault_token(struct arena *mem, const struct vault *v,
                        const char *use)
{
    return own_token(mem, &v->key, use);
}
