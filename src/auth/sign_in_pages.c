#include <string.h>

#include "auth/pages.h"
#include "auth/view.h"

/* Bytes. With all the cookies of a sign-in there has to be room for it in the
 * head of the answer (HTTP_ANSWER_HEAD_MAX). */
enum { NEXT_MAX = 400 };

/* A path of ours to go on to after signing in; "/" for anything that could lead
 * elsewhere. */
static const char *next_path(struct req *rq)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "/_-.?=&%";
    const char *next = req_text(rq, "next");
    bool ours = next[0] == '/' && next[1] != '/' &&
                next[strspn(next, plain)] == '\0' && strlen(next) <= NEXT_MAX &&
                strncmp(next, "/sign-in", 8) != 0;

    return ours ? next : "/";
}

static bool sign_in_page(struct req *rq)
{
    struct sign_in_view v = {.next = next_path(rq),
                             .kept = req_number(rq, "kept", 0) == 1,
                             .late = req_number(rq, "late", 0) == 1,
                             .kiosk = who_is_kiosk(rq)};

    if (rq->cx->actor->account && !tpl_wrong(rq->page, "name"))
        return req_see_other(rq, "%s", v.next);
    req_bare(rq);
    req_wide(rq, "narrow");
    sign_in_html(rq->page, &v);
    return true;
}

/* What "before" found out, for the writer. */
struct known {
    struct account account;
    const char *hash;
};

/* On a thread of its own: argon2id. One sentence and one length of time for a
 * name that does not exist, one that is disabled, and a wrong password. */
static bool check_sign_in(struct req *rq)
{
    struct known *k = ARENA_NEW(rq->cx->mem, struct known);
    const char *name = req_text(rq, "name");
    const char *password = req_text(rq, "password");
    struct attempt try = {.name = name, .address = req_address(rq)};

    if (!*name || !*password)
        return fail(rq->cx, ERR_INVALID, *name ? "password" : "name",
                    "Please type your name and your password.");
    if (!account_with_hash(rq->cx, name, &k->account, &k->hash))
        return false;
    try.device = device_of(rq, k->account.id, k->hash);
    if (!limit_try(rq->cx, try, "name"))
        return false;
    if (!password_fits(rq->cx, password, k->hash) || k->account.disabled)
        return fail(rq->cx, ERR_INVALID, "name",
                    "This name and this password do not fit together. Please "
                    "look at both and try again.");
    limit_worked(rq->cx, try);
    req_keep(rq, k);
    return true;
}

/* Between the check and now the account may have been disabled, or the password
 * changed. */
static bool still_fits(struct ctx *cx, const struct known *k)
{
    struct account now;
    const char *hash = NULL;

    if (!account_get(cx, k->account.id, &now) ||
        !account_hash(cx, k->account.id, &hash))
        return false;
    return (!now.disabled && hash && strcmp(hash, k->hash) == 0) ||
           fail(cx, ERR_INVALID, "name",
                "This account was changed just now. Please try again.");
}

static bool sign_in(struct req *rq)
{
    const struct known *k = req_kept(rq);
    const bool shared = who_is_kiosk(rq);

    if (!still_fits(rq->cx, k) || !who_sign_in(rq, &k->account, shared))
        return false;
    if (!shared)
        device_remember(rq, k->account.id, k->hash);
    return req_see_other(rq, "%s", next_path(rq));
}

/* then=code: the device is handed on, to somebody who has a code. */
static bool sign_out(struct req *rq)
{
    const bool code = strcmp(req_text(rq, "then"), "code") == 0;

    req_header(rq, "Clear-Site-Data", "\"storage\"");
    return who_sign_out(rq) && req_see_other(rq, code ? "/kiosk" : "/all-done");
}

/* Leave fast: a beacon, nobody reads the answer. */
static bool leave(struct req *rq)
{
    return who_sign_out(rq) && req_no_content(rq);
}

/* "I am still here": asking who it is has noted it. */
static bool still(struct req *rq)
{
    return req_no_content(rq);
}

static bool all_done_page(struct req *rq)
{
    struct all_done_view v = {who_is_kiosk(rq)};

    if (v.kiosk)
        req_header(rq, "Refresh", "20; url=/kiosk");
    req_bare(rq);
    req_wide(rq, "narrow");
    all_done_html(rq->page, &v);
    return true;
}

static bool speak(struct req *rq)
{
    const char *tag = req_text(rq, "lang");
    enum lang lang = lang_parse(tag, rq->cx->lang);
    const struct actor *a = rq->cx->actor;

    if (!a->shared_device)
        who_remember_lang(rq, lang);
    if (a->account && !account_set_lang(rq->cx, a->account, lang))
        return false;
    return req_see_other(rq, "%s", next_path(rq));
}

static bool kiosk_page(struct req *rq)
{
    struct kiosk_view v = {who_is_kiosk(rq)};

    if (rq->cx->actor->account && !tpl_wrong(rq->page, "code"))
        return req_see_other(rq, "/");
    req_bare(rq);
    req_wide(rq, "narrow");
    kiosk_html(rq->page, &v);
    return true;
}

static bool use_code(struct req *rq)
{
    struct attempt try = {.address = req_address(rq)};
    struct account a;

    if (!limit_try(rq->cx, try, "code") ||
        !code_use(rq->cx, req_text(rq, "code"), &a))
        return false;
    limit_worked(rq->cx, try);
    who_mark_kiosk(rq, true);
    return who_sign_in(rq, &a, true) && req_see_other(rq, "/");
}

static bool unmark_kiosk(struct req *rq)
{
    who_mark_kiosk(rq, false);
    return req_see_other(rq, "/sign-in");
}

const struct route auth_routes[] = {
    {.method = GET,
     .path = "/sign-in",
     .may = "public",
     .run = sign_in_page,
     .title = N_("Sign in")},
    {.method = POST,
     .path = "/sign-in",
     .may = "public",
     .run = sign_in,
     .again = sign_in_page,
     .title = N_("Sign in"),
     .before = check_sign_in,
     .pool = POOL_PASSWORD},
    {.method = POST,
     .path = "/sign-out",
     .may = "public",
     .run = sign_out,
     .no_csrf = true},
    {.method = POST,
     .path = "/leave",
     .may = "public",
     .run = leave,
     .no_csrf = true},
    {.method = POST, .path = "/still", .may = "signed in", .run = still},
    {.method = GET,
     .path = "/all-done",
     .may = "public",
     .run = all_done_page,
     .title = N_("All done")},
    {.method = POST, .path = "/language", .may = "public", .run = speak},
    {.method = GET,
     .path = "/kiosk",
     .may = "public",
     .run = kiosk_page,
     .title = N_("Type your code")},
    {.method = POST,
     .path = "/kiosk",
     .may = "public",
     .run = use_code,
     .again = kiosk_page,
     .title = N_("Type your code")},
    {.method = POST,
     .path = "/kiosk/own",
     .may = "public",
     .run = unmark_kiosk},
    {.method = GET,
     .path = "/account",
     .may = "auth.account",
     .run = account_page,
     .title = N_("My account")},
    {.method = POST,
     .path = "/account/language",
     .may = "auth.account",
     .run = account_speak},
    {.method = POST,
     .path = "/account/password",
     .may = "auth.account",
     .run = account_change_password,
     .again = account_page,
     .title = N_("My account"),
     .before = account_check_password,
     .pool = POOL_PASSWORD},
    {.method = POST,
     .path = "/account/session/{session}/end",
     .may = "auth.account",
     .run = account_end_session},
    {.method = POST,
     .path = "/account/sign-out",
     .may = "auth.account",
     .run = account_sign_out},
    {0},
};
