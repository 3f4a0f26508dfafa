/* "beside serve": a store, answered for until somebody stops it. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "frame/app.h"
#include "store/store_int.h"

static int64_t rehearsed; /* seconds added to the clock; 0 outside rehearsals */

static int64_t now(void)
{
    return (int64_t)time(NULL) + rehearsed;
}

/* What "serve" was told. */
struct wanted {
    const char *port, *listen, *proxy, *at, *workers;
};

/* "2026-10-13T10:00", the program's local time. */
static bool rehearse(struct ctx *cx, const struct store *s, const char *at)
{
    struct date day = date_parse(arena_dup_n(cx->mem, at, strnlen(at, 10)));
    int minute = strlen(at) == 16 && at[10] == 'T' ? minute_parse(at + 11) : -1;

    if (!date_is_set(day) || minute < 0)
        return fail(cx, ERR_INVALID, NULL,
                    "A moment looks like 2026-10-13T10:00.");
    if (!s->is_demo)
        return fail(cx, ERR_DENIED, NULL,
                    "Only a demo can run at another time.");
    rehearsed = time_at(day, minute) - (int64_t)time(NULL);
    return true;
}

/* Whether only this machine can reach the address. */
static bool stays_here(const char *address)
{
    return strncmp(address, "unix:", 5) == 0 ||
           strncmp(address, "127.", 4) == 0 || strcmp(address, "::1") == 0;
}

static bool read_options(struct ctx *cx, const struct wanted *w,
                         struct app_options *o)
{
    char *end = NULL, *end_workers = NULL;
    long port = strtol(w->port, &end, 10);
    long workers = strtol(w->workers, &end_workers, 10);

    if (!*w->port || *end || port < 0 || port > 65535)
        return fail(cx, ERR_INVALID, NULL, "A port is a number to 65535.");
    if (!*w->workers || *end_workers || workers < 0 || workers > 256)
        return fail(cx, ERR_INVALID, NULL, "Workers are a number to 256.");
    if (!w->proxy && !stays_here(w->listen))
        return fail(cx, ERR_INVALID, NULL,
                    "%s can be reached from outside, and without TLS others "
                    "could read along. Please listen on 127.0.0.1, or say "
                    "--behind-proxy when nginx with TLS stands in front.",
                    w->listen);
    *o = (struct app_options){.address = w->listen,
                              .port = (uint16_t)port,
                              .behind_proxy = w->proxy != NULL,
                              .workers = (unsigned)workers};
    return true;
}

bool serve_command(struct ctx *cx, int argc, char **argv)
{
    struct wanted w = {.port = "8080", .listen = "127.0.0.1", .workers = "0"};
    const struct cli_option more[] = {
        {"--port", "N", &w.port},           {"--listen", "ADDR", &w.listen},
        {"--behind-proxy", NULL, &w.proxy}, {"--workers", "N", &w.workers},
        {"--now", "MOMENT", &w.at},         {0}};
    struct store_words words = {argc, argv, more};
    struct app_options o;
    struct store s = {0};

    if (!store_arguments(cx, &words, &s))
        return false;
    if (words.argc > 0)
        return fail(cx, ERR_INVALID, NULL, "\"%s\" is not known here.",
                    argv[0]);
    if (!read_options(cx, &w, &o) || !store_open(cx, &s) ||
        !store_hold(cx, &s) || (w.at && !rehearse(cx, &s, w.at)))
        return false;
    struct app app = {.database = s.database,
                      .hooks = &program_hooks,
                      .clock = now,
                      .https = o.behind_proxy};
    return app_serve(cx, &app, &o);
}
