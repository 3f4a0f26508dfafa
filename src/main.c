/* Knits, with hooks.c and modules.c: the files that see every folder. Finds the
 * command that was asked for, opens what it needs, and says how it went: 0, 1
 * when it could not be done, 2 when it was not understood. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/cli.h"
#include "frame/app.h"
#include "frame/settings.h"
#include "hooks.h"
#include "keys/keys.h"
#include "store/store.h"

enum { COMMAND_MEMORY = 1 << 30 };

static struct store store;

static const struct cli_option store_options[] = {
    {"--data", "DIR", "the data directory", &store.dir},
    {"--database", "URL", "a postgresql:// store instead of DIR/beside.db",
     &store.database},
    {"--key", "FILE", "the master key, if it is not DIR.key", &store.key_file},
    {"--passphrase-file", "FILE", "a passphrase instead of a key file",
     &store.passphrase_file},
    {0},
};

/* --- serve --- */

static int64_t rehearsed; /* seconds added to the clock; 0 outside rehearsals */

static int64_t now(void)
{
    return (int64_t)time(NULL) + rehearsed;
}

/* "2026-10-13T10:00", the program's local time. */
static bool rehearse(struct ctx *cx, const char *at)
{
    struct date day = date_parse(arena_dup_n(cx->mem, at, strnlen(at, 10)));
    int minute = strlen(at) == 16 && at[10] == 'T' ? minute_parse(at + 11) : -1;

    if (!date_is_set(day) || minute < 0)
        return fail(cx, ERR_INVALID, NULL,
                    "A moment looks like 2026-10-13T10:00.");
    if (!store.is_demo)
        return fail(cx, ERR_DENIED, NULL,
                    "Only a demo can run at another time.");
    rehearsed = time_at(day, minute) - (int64_t)time(NULL);
    return true;
}

static bool serve(struct ctx *cx, int argc, char **argv)
{
    const char *port = "8080", *listen = "127.0.0.1", *proxy = NULL, *at = NULL,
               *workers = "0";
    const struct cli_option options[] = {
        {"--port", "N", "0 takes any free one", &port},
        {"--listen", "ADDR", "an address, or unix:/PATH", &listen},
        {"--behind-proxy", NULL, "nginx with TLS stands in front", &proxy},
        {"--workers", "N", "threads that answer", &workers},
        {"--now", "MOMENT", "a demo only: the clock starts there", &at},
        {0}};
    int words = 0;

    if (!cli_options(cx, argc, argv, options, &words))
        return false;
    char *end = NULL, *end_workers = NULL;
    long n = strtol(port, &end, 10);
    long threads = strtol(workers, &end_workers, 10);
    if (!*port || *end || n < 0 || n > 65535)
        return fail(cx, ERR_INVALID, NULL, "A port is a number to 65535.");
    if (!*workers || *end_workers || threads < 0 || threads > 256)
        return fail(cx, ERR_INVALID, NULL, "Workers are a number to 256.");
    if (at && !rehearse(cx, at))
        return false;
    struct app app = {.database = store.database,
                      .hooks = &program_hooks,
                      .clock = now,
                      .https = proxy != NULL};
    return app_serve(cx, &app,
                     &(struct app_options){.address = listen,
                                           .port = (uint16_t)n,
                                           .behind_proxy = proxy != NULL,
                                           .workers = (unsigned)threads});
}

/* --- finding a command --- */

static bool help(struct ctx *cx, int argc, char **argv);

static const struct command own[] = {
    {"serve", "", "Serve the program.", serve, false,
     "  --port N                  8080; 0 takes any free one\n"
     "  --listen ADDR             127.0.0.1, ::1 or unix:/PATH\n"
     "  --behind-proxy            nginx with TLS stands in front\n"
     "  --workers N               threads that answer; 0: one for each core\n"
     "  --now YYYY-MM-DDTHH:MM    a demo only: the clock starts there\n"},
    {"help", "", "Say this.", help, false, NULL},
    {0},
};

/* The i-th command of all, in the order of the folders; NULL past the end. */
static const struct command *command_at(size_t i)
{
    for (const struct command *c = own; c->words; c++)
        if (i-- == 0)
            return c;
    for (const struct module *const *m = modules; *m; m++)
        for (const struct command *c = (*m)->commands; c && c->words; c++)
            if (i-- == 0)
                return c;
    return NULL;
}

/* How many words of argv are this command's; 0 when it is another. */
static int words_of(const struct command *c, int argc, char **argv)
{
    const char *at = c->words;
    int n = 0;

    while (*at) {
        size_t len = strcspn(at, " ");
        if (n == argc || strlen(argv[n]) != len ||
            strncmp(argv[n], at, len) != 0)
            return 0;
        n++;
        at += len + strspn(at + len, " ");
    }
    return n;
}

static bool help(struct ctx *cx, int argc, char **argv)
{
    (void)cx;
    (void)argc;
    (void)argv;
    (void)puts("Beside: peer support, in the person's own words.\n\n"
               "  beside COMMAND --help says more of one.\n");
    const struct command *c = NULL;
    for (size_t i = 0; (c = command_at(i)); i++) {
        int used = printf("  beside %s %s", c->words, c->args);
        (void)printf("%*s%s\n", used < 40 ? 40 - used : 1, "", c->help);
    }
    return true;
}

static void help_one(const struct command *c)
{
    (void)printf("beside %s %s\n%s\n\n", c->words, c->args, c->help);
    if (c->more)
        (void)puts(c->more);
    if (c->needs_store || c->run == serve)
        cli_print_options(store_options);
}

static bool asks_help(int argc, char **argv)
{
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--help") == 0)
            return true;
    return false;
}

/* Take the store's own options out of argv; the rest stays, *n words of it. */
static bool take_store_options(struct ctx *cx, int *argc, char **argv)
{
    int kept = 0;

    for (int i = 0; i < *argc; i++) {
        size_t len = strcspn(argv[i], "=");
        bool ours = false;
        for (const struct cli_option *o = store_options; o->name; o++)
            ours = ours || (strlen(o->name) == len &&
                            strncmp(o->name, argv[i], len) == 0);
        if (!ours) {
            argv[kept++] = argv[i];
            continue;
        }
        int words = 0, span = argv[i][len] || i + 1 == *argc ? 1 : 2;
        if (!cli_options(cx, span, argv + i, store_options, &words))
            return false;
        i += span - 1;
    }
    *argc = kept;
    return true;
}

static bool run_in_store(struct ctx *cx, const struct command *c, int argc,
                         char **argv)
{
    if (!take_store_options(cx, &argc, argv) || !store_open(cx, &store))
        return false;
    if (c->run == serve)
        return serve(cx, argc, argv);
    if (!db_begin(cx))
        return false;
    if (c->run(cx, argc, argv) && db_commit(cx))
        return true;
    db_rollback(cx);
    return false;
}

static int status_of(const struct ctx *cx)
{
    if (cx->err.code == ERR_NONE)
        return 0;
    (void)fprintf(stderr, "beside: %s\n", cx->err.text);
    return cx->err.code == ERR_INVALID ? 2 : 1;
}

int main(int argc, char **argv)
{
    struct ctx cx = {.mem = arena_new(COMMAND_MEMORY),
                     .actor = &actor_operator,
                     .now = now()};
    const struct command *c = NULL;
    int words = 0;

    for (size_t i = 0; (c = command_at(i)); i++)
        if ((words = words_of(c, argc - 1, argv + 1)) > 0)
            break;
    argc -= 1 + words;
    argv += 1 + words;
    if (!c && argc > 0 && strcmp(argv[0], "--help") != 0)
        (void)fail(&cx, ERR_INVALID, NULL,
                   "There is no command %s. `beside help` lists them.",
                   argv[0]);
    else if (!c)
        (void)help(&cx, argc, argv);
    else if (asks_help(argc, argv))
        help_one(c);
    else if (c->needs_store || c->run == serve)
        (void)run_in_store(&cx, c, argc, argv);
    else
        (void)c->run(&cx, argc, argv);
    int status = status_of(&cx);
    arena_free(cx.mem);
    keys_close();
    return status;
}
