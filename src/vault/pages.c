#include "vault/pages.h"

#include <string.h>

#include "auth/auth.h"
#include "frame/module.h"
#include "vault/box.h"
#include "vault/view.h"

enum { NEXT_MAX = 100 };

/* A page of ours to go on to once it is open; "" for none. */
static const char *next_path(struct req *rq)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz0123456789/-";
    const char *next = req_text(rq, "next");
    const bool ours = next[0] == '/' && next[1] != '/' &&
                      next[strspn(next, plain)] == '\0' &&
                      strlen(next) <= NEXT_MAX;

    return ours ? next : "";
}

/* A shared device: others stand behind it, and its session is not one's own. */
static bool own_device(struct ctx *cx)
{
    return !cx->actor->shared_device ||
           fail(cx, ERR_DENIED, NULL,
                "Please open your vault on a device of your own.");
}

bool vault_home_page(struct req *rq)
{
    struct vault_page v = {.next = next_path(rq),
                           .shared = rq->cx->actor->shared_device,
                           .saved = req_was_saved(rq),
                           .ended = req_has(rq, "ended")};
    struct vault vault;

    if (!vault_look(rq, &v.is, &vault))
        return false;
    own_forget(&vault.key);
    if (v.is == VAULT_OPEN && !panels_html(rq, "vault.open", &v.inside))
        return false;
    vault_page_html(rq->page, &v);
    return true;
}

/* A passphrase that was typed twice. */
static bool twice(struct req *rq)
{
    return box_words_good(rq->cx, req_text(rq, "password")) &&
           (strcmp(req_text(rq, "password"), req_text(rq, "again")) == 0 ||
            fail(rq->cx, ERR_INVALID, "again",
                 "The two are not the same. Please type both once more."));
}

/* --- a new one --- */

bool vault_make_before(struct req *rq)
{
    struct box_made *b = ARENA_NEW(rq->cx->mem, struct box_made);

    req_keep(rq, b);
    if (!own_device(rq->cx) || !twice(rq))
        return false;
    if (!req_has(rq, "understood"))
        return fail(rq->cx, ERR_INVALID, "understood",
                    "Please say that you know: what is lost is lost.");
    return box_make(rq->cx, req_text(rq, "password"), b);
}

static bool open_here(struct req *rq, struct vault *v)
{
    struct own_key of_session;

    auth_session_key(rq, "vault", &of_session);
    const bool done = box_open(rq->cx, v, &of_session);
    own_forget(&of_session);
    return done;
}

bool vault_make_form(struct req *rq)
{
    struct box_made *b = req_kept(rq);

    return box_put(rq->cx, b) && open_here(rq, &b->vault) &&
           req_see_other(rq, "/vault/code?new=1");
}

/* --- opened, and shut --- */

/* By the passphrase or the code; wrong ones are counted. */
static bool knows(struct req *rq, const char *field, struct vault *v)
{
    bool yes = false;

    if (!*req_text(rq, field))
        return fail(rq->cx, ERR_INVALID, field,
                    "Please type your passphrase, or the code on your paper.");
    if (!auth_try(rq->cx, "vault", field) ||
        !box_try(rq->cx, req_text(rq, field), v, &yes))
        return false;
    if (!yes)
        return fail(rq->cx, ERR_INVALID, field,
                    "This is not your passphrase, nor the code on your paper. "
                    "Please look and try again.");
    auth_worked(rq->cx, "vault");
    return true;
}

bool vault_open_before(struct req *rq)
{
    struct vault *v = ARENA_NEW(rq->cx->mem, struct vault);

    req_keep(rq, v);
    return own_device(rq->cx) && knows(rq, "password", v);
}

bool vault_open_form(struct req *rq)
{
    const char *next = next_path(rq);

    return open_here(rq, req_kept(rq)) &&
           req_see_other(rq, "%s", *next ? next : "/vault");
}

bool vault_close_form(struct req *rq)
{
    return box_shut(rq->cx) && req_see_other(rq, "/vault");
}

/* --- the code on paper --- */

bool vault_code_page(struct req *rq)
{
    struct vault_code v = {.fresh = req_has(rq, "new")};
    struct vault vault;
    bool open = false, asks = false;

    if (!vault_page(rq, &vault, &open, &asks) || asks)
        return asks;
    if (!box_code(rq->cx, &vault, &v.code))
        return false;
    vault_code_html(rq->page, &v);
    return true;
}

bool vault_code_before(struct req *rq)
{
    struct box_made *b = ARENA_NEW(rq->cx->mem, struct box_made);
    struct vault vault;

    req_keep(rq, b);
    return own_device(rq->cx) && vault_form(rq, &vault) &&
           box_new_code(rq->cx, &vault, b);
}

bool vault_code_form(struct req *rq)
{
    return box_change(rq->cx, req_kept(rq)) &&
           req_see_other(rq, "/vault/code?new=1");
}

/* --- another passphrase --- */

bool vault_words_page(struct req *rq)
{
    vault_words_html(rq->page, &(struct vault_words){0});
    return true;
}

bool vault_words_before(struct req *rq)
{
    struct box_made *b = ARENA_NEW(rq->cx->mem, struct box_made);
    struct vault vault;

    req_keep(rq, b);
    return own_device(rq->cx) && twice(rq) && knows(rq, "now", &vault) &&
           box_new_words(rq->cx, &vault, req_text(rq, "password"), b);
}

bool vault_words_form(struct req *rq)
{
    return box_change(rq->cx, req_kept(rq)) &&
           req_see_other(rq, "/vault?saved=1");
}

/* --- all of it, and none of it --- */

bool vault_all_page(struct req *rq)
{
    struct vault_all v = {0};
    struct vault vault;
    bool open = false, asks = false;

    if (!vault_page(rq, &vault, &open, &asks) || asks)
        return asks;
    if (!panels_html(rq, "vault.all", &v.inside))
        return false;
    vault_all_html(rq->page, &v);
    return true;
}

bool vault_end_page(struct req *rq)
{
    vault_end_html(rq->page, &(struct vault_end){0});
    return true;
}

bool vault_end_form(struct req *rq)
{
    if (!req_has(rq, "sure"))
        return fail(rq->cx, ERR_INVALID, "sure",
                    "Please say that all of it may go.");
    return box_end(rq->cx, rq->cx->actor->person) &&
           req_see_other(rq, "/vault?ended=1");
}

bool vault_today_panel(struct req *rq, struct tpl *t)
{
    struct vault_link v = {.is = VAULT_NONE};
    struct vault vault;

    if (!vault_look(rq, &v.is, &vault))
        return false;
    own_forget(&vault.key);
    if (!panels_html(rq, "vault.today", &v.inside))
        return false;
    vault_link_html(t, &v);
    return true;
}
