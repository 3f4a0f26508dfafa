#include <inttypes.h>
#include <string.h>

#include "auth/pages.h"
#include "auth/view.h"

struct language_list languages_all(struct arena *mem)
{
    struct language_list list = {0};

    for (int l = 0; l < LANG_COUNT; l++)
        *LIST_PUSH(mem, &list) = (struct language){
            lang_tag((enum lang)l), lang_name((enum lang)l), (enum lang)l};
    return list;
}

bool account_page(struct req *rq)
{
    const struct actor *a = rq->cx->actor;
    struct account_view v = {.lang = rq->cx->lang,
                             .shared = a->shared_device,
                             .changed = req_has(rq, "changed"),
                             .session = a->session};
    struct account own;

    if (!account_get(rq->cx, a->account, &own) ||
        !session_list(rq->cx, a->account, &v.sessions))
        return false;
    v.name = own.name;
    account_html(rq->page, &v);
    return true;
}

bool account_speak(struct req *rq)
{
    const struct actor *a = rq->cx->actor;
    enum lang lang = lang_parse(req_text(rq, "lang"), rq->cx->lang);

    if (!a->shared_device)
        who_remember_lang(rq, lang);
    return account_set_lang(rq->cx, a->account, lang) &&
           req_see_other(rq, "/account");
}

/* What "before" worked out, for the writer. */
struct change {
    const char *was, *becomes;
};

static bool not_on_shared(struct ctx *cx)
{
    return !cx->actor->shared_device ||
           fail(cx, ERR_DENIED, NULL,
                "To change your password, sign in on your own device.");
}

/* Counted by the session: a stranger who tries the name elsewhere does not keep
 * its owner from changing the password. */
static bool knows_password(struct req *rq, const struct account *own,
                           const char **hash)
{
    struct attempt try = {.name = own->name,
                          .address = req_address(rq),
                          .device = arena_fmt(rq->cx->mem, "session %" PRId64,
                                              rq->cx->actor->session)};

    if (!limit_try(rq->cx, try, "now") || !account_hash(rq->cx, own->id, hash))
        return false;
    if (!password_fits(rq->cx, req_text(rq, "now"), *hash))
        return fail(rq->cx, ERR_INVALID, "now",
                    "This is not the password you have now.");
    limit_worked(rq->cx, try);
    return true;
}

bool account_check_password(struct req *rq)
{
    struct change *c = ARENA_NEW(rq->cx->mem, struct change);
    const char *becomes = req_text(rq, "password");
    struct account own;

    req_keep(rq, c);
    return not_on_shared(rq->cx) &&
           account_get(rq->cx, rq->cx->actor->account, &own) &&
           password_check(rq->cx, becomes, own.name) &&
           knows_password(rq, &own, &c->was) &&
           password_hash(rq->cx, becomes, &c->becomes);
}

bool account_change_password(struct req *rq)
{
    const struct change *c = req_kept(rq);
    struct account own;
    const char *hash = NULL;

    if (!account_get(rq->cx, rq->cx->actor->account, &own) ||
        !account_hash(rq->cx, own.id, &hash))
        return false;
    if (!hash || strcmp(hash, c->was) != 0)
        return fail(rq->cx, ERR_INVALID, "now",
                    "This account was changed just now. Please try again.");
    if (!account_set_hash(rq->cx, own.id, c->becomes) ||
        !who_sign_in(rq, &own, false))
        return false;
    device_remember(rq, own.id, c->becomes);
    return req_see_other(rq, "/account?changed=1");
}

bool account_end_session(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "session", &id) &&
           session_end(rq->cx, rq->cx->actor->account, id) &&
           req_see_other(rq, "/account");
}

bool account_sign_out(struct req *rq)
{
    return session_end_all(rq->cx, rq->cx->actor->account) &&
           who_sign_out(rq) && req_see_other(rq, "/all-done");
}
