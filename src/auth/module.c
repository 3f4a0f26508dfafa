#include "auth/pages.h"
#include "auth/view.h"
#include "db/db.h"
#include "store/store.h"

enum {
    HAVE_ACCOUNTS = ROLE_BIT(ROLE_PERSON) | ROLE_BIT(ROLE_PEER) |
                    ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_CLINICIAN) |
                    ROLE_BIT(ROLE_CASE_MANAGER) | ROLE_BIT(ROLE_ADMIN),
    SWEEP_SECONDS = 3600
};

static const struct capability capabilities[] = {
    {"auth.account", HAVE_ACCOUNTS, "Keep one's own account."},
    {0},
};

static const struct setting settings[] = {
    {.name = "auth.idle_hours",
     .kind = SETTING_NUMBER,
     .value = "12",
     .least = 1,
     .most = 168,
     .unit = "hours",
     .words = "After this long without a page, one has to sign in again."},
    {.name = "auth.longest_days",
     .kind = SETTING_NUMBER,
     .value = "7",
     .least = 1,
     .most = 90,
     .unit = "days",
     .words = "After this long one has to sign in again in any case."},
    {.name = "auth.shared_idle_seconds",
     .kind = SETTING_NUMBER,
     .value = "180",
     .least = 30,
     .most = 900,
     .unit = "seconds",
     .words = "How long a shared device waits before it asks: still there? "
              "Half a minute later it signs out."},
    {.name = "auth.shared_longest_hours",
     .kind = SETTING_NUMBER,
     .value = "2",
     .least = 1,
     .most = 12,
     .unit = "hours",
     .words = "After this long a shared device signs out in any case."},
    {0},
};

/* Nobody is signed in by a backup. */
static bool end_everything(struct ctx *cx, const void *what)
{
    (void)what;
    return db_end(db_sql(cx, "DELETE FROM auth_session")) &&
           db_end(db_sql(cx, "DELETE FROM auth_code"));
}

static const struct listener listeners[] = {{STORE_RESTORED, end_everything},
                                            {0}};

static const struct job jobs[] = {
    {"auth.sweep", SWEEP_SECONDS, session_sweep},
    {0},
};

static void export_account(struct ctx *cx, const struct account *a,
                           struct json_out *out)
{
    json_put_object(out, NULL);
    json_put_text(out, "signInName", a->name);
    json_put_text(out, "role", role_name(a->role));
    json_put_text(out, "language",
                  a->lang_chosen ? lang_tag(a->lang) : lang_tag(cx->lang));
    json_put_bool(out, "disabled", a->disabled);
    json_put_end(out);
}

static bool export_person(struct ctx *cx, struct person_id p,
                          struct json_out *out)
{
    struct accounts all;

    if (!account_of(cx, p, &all))
        return false;
    json_put_list(out, "accounts");
    for (size_t i = 0; i < all.n; i++) {
        struct account a;
        if (!account_get(cx, all.at[i].id, &a))
            return false;
        export_account(cx, &a, out);
    }
    json_put_end(out);
    return true;
}

static bool erase_person(struct ctx *cx, struct person_id p)
{
    struct accounts all;

    if (!account_of(cx, p, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (!session_forget_all(cx, all.at[i].id) ||
            !code_end(cx, all.at[i].id))
            return false;
    struct query *q = db_sql(cx, "DELETE FROM auth_account WHERE person = $1");
    db_put_int(q, p.v);
    return db_end(q);
}

extern const struct module auth_module;
const struct module auth_module = {.name = "auth",
                                   .capabilities = capabilities,
                                   .routes = auth_routes,
                                   .jobs = jobs,
                                   .listeners = listeners,
                                   .settings = settings,
                                   .export_person = export_person,
                                   .erase_person = erase_person};
