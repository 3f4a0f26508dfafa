#include <stdio.h>

#include "db/db.h"
#include "frame/module.h"
#include "store/backup.h"
#include "store/store_int.h"

static bool one_word(struct ctx *cx, int argc, char **argv, struct store *s,
                     const char **word)
{
    struct store_words w = {argc, argv, NULL};

    if (!store_arguments(cx, &w, s))
        return false;
    *word = w.argc == 1 ? argv[0] : NULL;
    return *word || fail(cx, ERR_INVALID, NULL, "Please name one file.");
}

static bool backup_command(struct ctx *cx, int argc, char **argv)
{
    struct store s = {0};
    const char *file = NULL;

    if (!one_word(cx, argc, argv, &s, &file) || !store_open(cx, &s) ||
        !backup_make(cx, &s, file))
        return false;
    (void)printf("%s\n%s\n", file, backup_keyring(cx->mem, file));
    return true;
}

static bool restore_command(struct ctx *cx, int argc, char **argv)
{
    struct store s = {0};
    struct restored r;
    const char *file = NULL;

    if (!one_word(cx, argc, argv, &s, &file) ||
        !backup_restore(cx, &s, file, &r))
        return false;
    (void)printf("%s is whole again. People with a key: %lld. Looked "
                 "through: %lld. Erased again: %lld.\n",
                 s.dir, (long long)r.keys, (long long)r.tried,
                 (long long)r.erased);
    return true;
}

static bool upgrade_command(struct ctx *cx, int argc, char **argv)
{
    struct store s = {0};
    struct store_words w = {argc, argv, NULL};
    int applied = 0;

    if (!store_arguments(cx, &w, &s))
        return false;
    if (w.argc > 0)
        return fail(cx, ERR_INVALID, NULL, "\"%s\" is not known here.",
                    argv[0]);
    if (!store_open_any(cx, &s) || !db_upgrade(cx, &applied) ||
        !store_open(cx, &s) || !store_fill(cx))
        return false;
    (void)printf(applied == 1 ? "%d change\n" : "%d changes\n", applied);
    return true;
}

static const struct command commands[] = {
    {"serve", "", "Serve the program.", serve_command, false,
     "  --port N                  8080; 0 takes any free one\n"
     "  --listen ADDR             127.0.0.1, ::1 or unix:/PATH; another only\n"
     "                            behind a proxy\n"
     "  --behind-proxy            nginx with TLS stands in front\n"
     "  --workers N               threads that answer; 0: one for each core\n"
     "  --now YYYY-MM-DDTHH:MM    a demo only: the clock starts "
     "there\n" STORE_OPTIONS},
    {"backup", "FILE", "Back the store up, also while it is served.",
     backup_command, false,
     "Writes FILE, the store without its keys, and FILE.keys, the keys. Both\n"
     "open only with the master key, which is in neither: keep a copy of it\n"
     "apart. Whoever is erased is taken out of FILE.keys, so leave it where\n"
     "it is, or destroy copies of it when you are told to.\n\n" STORE_OPTIONS},
    {"restore", "FILE", "Make a store again from a backup.", restore_command,
     false,
     "The directory must hold no store yet, and DIR.key must be the master\n"
     "key. Every page, reference and key is checked, some people's words are\n"
     "opened, and whoever was erased meanwhile is erased again. If anything\n"
     "is wrong, nothing is left there.\n\n" STORE_OPTIONS},
    {"db upgrade", "", "Bring the tables of an older Beside up to date.",
     upgrade_command, false, "Make a backup first.\n\n" STORE_OPTIONS},
    {0},
};

/* For whoever watches over the program: does the store answer? Nobody is looked
 * up for it, and nothing of anybody is in the answer. */
static bool health_page(struct req *rq)
{
    struct query *q = db_sql(rq->cx, "SELECT made_up FROM store_about");
    bool there = db_row(q);

    if (!db_end(q) || !there) {
        ctx_forgive(rq->cx);
        return fail(rq->cx, ERR_UNAVAILABLE, NULL,
                    "The store does not answer.");
    }
    req_header(rq, "Cache-Control", "no-store");
    return req_send(rq, "text/plain; charset=utf-8", NULL,
                    (struct blob){(const unsigned char *)"ok\n", 3});
}

static bool is_database(const char *value)
{
    return !*value || db_names_server(value);
}

static const struct setting settings[] = {
    {.name = "store.database",
     .value = "",
     .words = "A PostgreSQL store: postgresql://... Nothing: beside.db, here.",
     .good = is_database},
    {0},
};

static const struct route routes[] = {
    {.method = GET,
     .path = "/healthz",
     .may = "public",
     .run = health_page,
     .asset = true},
    {0},
};

extern const struct module store_module;
const struct module store_module = {
    .name = "store",
    .routes = routes,
    .commands = commands,
    .settings = settings,
};
