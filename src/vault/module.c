#include "frame/module.h"

#include "auth/auth.h"
#include "db/db.h"
#include "store/keep.h"
#include "store/store.h"
#include "vault/box.h"
#include "vault/pages.h"

enum { SWEEP_SECONDS = 3600 };

static const struct capability capabilities[] = {
    {"vault.own", ROLE_BIT(ROLE_PEER),
     "Keep a vault of one's own, that nobody else opens."},
    {0},
};

static const struct panel panels[] = {
    {"peer.today", 29, "vault.own", vault_today_panel},
    {0},
};

/* Nothing that is typed here is kept as a draft: that would lie outside. */
#define VAULT(verb, where, does, shows, says)                            \
    {                                                                    \
        .method = (verb), .path = "/vault" where, .may = "vault.own",    \
        .run = (does), .again = (shows), .place = "/", .no_draft = true, \
        .title = (says)                                                  \
    }

/* The same where argon2id is in it. */
#define SLOW(where, first, does, shows, says)                             \
    {                                                                     \
        .method = POST, .path = "/vault" where, .may = "vault.own",       \
        .before = (first), .pool = POOL_PASSWORD, .run = (does),          \
        .again = (shows), .place = "/", .no_draft = true, .title = (says) \
    }

static const struct route routes[] = {
    VAULT(GET, "", vault_home_page, NULL, N_("My vault")),
    SLOW("/make", vault_make_before, vault_make_form, vault_home_page,
         N_("My vault")),
    SLOW("/open", vault_open_before, vault_open_form, vault_home_page,
         N_("My vault")),
    VAULT(POST, "/close", vault_close_form, NULL, N_("My vault")),
    VAULT(GET, "/code", vault_code_page, NULL, N_("My code on paper")),
    SLOW("/code", vault_code_before, vault_code_form, vault_home_page,
         N_("My code on paper")),
    VAULT(GET, "/words", vault_words_page, NULL, N_("Another passphrase")),
    SLOW("/words", vault_words_before, vault_words_form, vault_words_page,
         N_("Another passphrase")),
    VAULT(GET, "/all", vault_all_page, NULL, N_("All that is in my vault")),
    VAULT(GET, "/end", vault_end_page, NULL, N_("Empty my vault for good")),
    VAULT(POST, "/end", vault_end_form, vault_end_page,
          N_("Empty my vault for good")),
    {0},
};

static bool session_ended(struct ctx *cx, const void *what)
{
    (void)what;
    return box_sweep(cx);
}

/* No vault is open in a backup that comes back. */
static bool shut_all(struct ctx *cx, const void *what)
{
    (void)what;
    return db_end(db_sql(cx, "DELETE FROM vault_opened"));
}

static const struct listener listeners[] = {
    {AUTH_ENDED, session_ended}, {STORE_RESTORED, shut_all}, {0}};

static const struct job jobs[] = {
    {"shut vaults of sessions that ran out", SWEEP_SECONDS, box_sweep},
    {0},
};

/* What is in it only its owner can take, from the page of the open vault. */
static bool export_person(struct ctx *cx, struct person_id p,
                          struct json_out *out)
{
    struct query *q = db_sql(cx, "SELECT 1 FROM vault_box WHERE person = $1");

    db_put_int(q, p.v);
    json_put_object(out, "vault");
    json_put_bool(out, "hasOne", db_row(q));
    json_put_text(out, "inIt", "Only its owner can open it.");
    json_put_end(out);
    return db_end(q);
}

extern const struct module vault_module;
const struct module vault_module = {
    .name = "vault",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .jobs = jobs,
    .listeners = listeners,
    .export_person = export_person,
    .erase_person = box_end,
};
