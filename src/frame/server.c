/* From the first listening socket to the last answer. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "frame/park.h"

static enum http_next handle(void *app, struct http_call *call)
{
    return park_first(req_new(app, call));
}

static size_t body_max(void *app, const struct http_request *head)
{
    /* Only the path and the method matter to the router. */
    struct http_call call = {.mem = arena_new(1 << 16), .request = *head};
    struct req_int in = {.app = app, .call = &call};
    bool other = false;
    const struct route *t = route_find(&in, &other);
    size_t max = t && t->body_max ? t->body_max : HTTP_BODY_MAX;

    arena_free(call.mem);
    return max;
}

static void wait_for_the_end(void)
{
    sigset_t set;
    int got = 0;

    (void)sigemptyset(&set);
    (void)sigaddset(&set, SIGTERM);
    (void)sigaddset(&set, SIGINT);
    (void)sigwait(&set, &got);
}

/* Before any thread: they inherit it. */
static void block_signals(void)
{
    sigset_t set;

    (void)signal(SIGPIPE, SIG_IGN);
    (void)sigemptyset(&set);
    (void)sigaddset(&set, SIGTERM);
    (void)sigaddset(&set, SIGINT);
    (void)pthread_sigmask(SIG_BLOCK, &set, NULL);
}

bool app_serve(struct ctx *cx, struct app *app, const struct app_options *o)
{
    struct http_options http = {.address = o->address,
                                .port = o->port,
                                .workers = o->workers,
                                .behind_proxy = o->behind_proxy,
                                .handle = handle,
                                .body_max = body_max,
                                .app = app};
    struct http_server *server = NULL;
    const char *why = "";

    if (!app_check(cx))
        return false;
    block_signals();
    if (!park_start(cx, app, &app->park))
        return false;
    if (!http_start(&http, &server, &why)) {
        park_stop(app->park);
        return fail(cx, ERR_UNAVAILABLE, NULL, "The address cannot be had: %s",
                    why);
    }
    if (strncmp(o->address, "unix:", 5) == 0)
        (void)printf("ready on %s\n", o->address);
    else
        (void)printf(strchr(o->address, ':') ? "ready on http://[%s]:%u\n"
                                             : "ready on http://%s:%u\n",
                     o->address, http_port(server));
    (void)fflush(stdout);
    wait_for_the_end();
    http_stop(server);
    park_stop(app->park);
    app->park = NULL;
    return true;
}
