#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "http/http_int.h"
#include "http/listen.h"

enum {
    HEAD_SECONDS = 10,
    BODY_SECONDS = 20,
    IDLE_SECONDS = 30,
    ANSWER_SECONDS = 30,
    ANSWER_RATE = 64 * 1024,
    CONNECTIONS = 10000,
    WORKERS_MIN = 2
};

static unsigned or_else(unsigned n, unsigned otherwise)
{
    return n ? n : otherwise;
}

static unsigned cores(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);

    return n > WORKERS_MIN ? (unsigned)n : WORKERS_MIN;
}

static void fill_in(struct http_options *o)
{
    o->workers = or_else(o->workers, cores());
    o->connections = or_else(o->connections, CONNECTIONS);
    o->head_seconds = or_else(o->head_seconds, HEAD_SECONDS);
    o->body_seconds = or_else(o->body_seconds, BODY_SECONDS);
    o->idle_seconds = or_else(o->idle_seconds, IDLE_SECONDS);
    o->answer_seconds = or_else(o->answer_seconds, ANSWER_SECONDS);
    o->answer_rate = or_else(o->answer_rate, ANSWER_RATE);
}

/* As many open files as there may be connections, and some for the rest of the
 * program; or as many as we are allowed. */
static void make_room(unsigned connections)
{
    enum { OTHERS = 256 };
    struct rlimit r;
    rlim_t wanted = (rlim_t)connections + OTHERS;

    if (getrlimit(RLIMIT_NOFILE, &r) != 0 || r.rlim_cur >= wanted)
        return;
    r.rlim_cur = wanted < r.rlim_max ? wanted : r.rlim_max;
    (void)setrlimit(RLIMIT_NOFILE, &r);
}

/* Targets are handed on as they were sent. */
static size_t leave_as_sent(void *app, struct MHD_Connection *c, char *text)
{
    (void)app;
    (void)c;
    return strlen(text);
}

static struct MHD_Daemon *start_library(struct http_server *s)
{
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_TURBO |
                     MHD_ALLOW_SUSPEND_RESUME | MHD_USE_NO_LISTEN_SOCKET;
    unsigned pool = s->o.workers > 1 ? s->o.workers : 0;

    return MHD_start_daemon(
        flags, 0, NULL, NULL, call_go, s, MHD_OPTION_THREAD_POOL_SIZE, pool,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        (size_t)HTTP_HEAD_MAX + RECORD_SIZE, /* and one for call_target() */
        MHD_OPTION_CONNECTION_LIMIT, s->o.connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, s->o.per_address,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK,
        call_target, s, MHD_OPTION_UNESCAPE_CALLBACK, leave_as_sent, s,
        MHD_OPTION_NOTIFY_CONNECTION, call_connection, s,
        MHD_OPTION_NOTIFY_COMPLETED, call_over, s, MHD_OPTION_END);
}

static void forget(struct http_server *s)
{
    for (unsigned i = 0; s->lanes && i < s->o.workers; i++)
        for (struct held *h = s->lanes[i].free, *next; h; h = next) {
            next = h->next;
            arena_free(h->call.mem);
            free(h);
        }
    answer_forget(s);
    free(s->lanes);
    free(s->address);
    free(s);
}

/* All that can fail before there is a socket. */
static struct http_server *prepare(const struct http_options *o)
{
    struct http_server *s = calloc(1, sizeof *s);

    if (!s)
        return NULL;
    s->o = *o;
    fill_in(&s->o);
    s->port = o->port;
    s->o.address = s->address = strdup(o->address);
    s->lanes =
        aligned_alloc(_Alignof(struct lane), s->o.workers * sizeof *s->lanes);
    if (s->lanes)
        memset(s->lanes, 0, s->o.workers * sizeof *s->lanes);
    if (s->o.address && s->lanes && answer_prepare(s))
        return s;
    forget(s);
    return NULL;
}

bool http_start(const struct http_options *o, struct http_server **out,
                const char **why)
{
    struct http_server *s = prepare(o);

    *out = NULL;
    *why = "There is not enough memory to start.";
    if (!s)
        return false;
    make_room(s->o.connections);
    s->listener = listen_open(s->o.address, &s->port, why);
    if (s->listener < 0)
        goto no_listener;
    *why = "The threads of the server could not be started.";
    if (!guards_start(&s->guards))
        goto no_guards;
    s->daemon = start_library(s);
    if (!s->daemon)
        goto no_library;
    if (!accept_start(&s->accepting, s->daemon, s->listener))
        goto no_accepting;
    *out = s;
    return true;

no_accepting:
    MHD_stop_daemon(s->daemon);
no_library:
    guards_stop(&s->guards);
no_guards:
    listen_end(s->listener, s->o.address);
    (void)close(s->listener);
no_listener:
    forget(s);
    return false;
}

uint16_t http_port(const struct http_server *s)
{
    return s->port;
}

/* Requests being handled now, the parked ones included. */
static unsigned http_busy(const struct http_server *s)
{
    unsigned n = 0;

    for (unsigned i = 0; i < s->o.workers; i++)
        n += atomic_load(&s->lanes[i].busy);
    return n;
}

static unsigned resuming(const struct http_server *s)
{
    unsigned n = 0;

    for (unsigned i = 0; i < s->o.workers; i++)
        n += atomic_load(&s->lanes[i].resuming);
    return n;
}

static void wait_until_quiet(const struct http_server *s)
{
    const struct timespec tick = {.tv_nsec = 2000000};

    while (http_busy(s) || resuming(s))
        (void)nanosleep(&tick, NULL);
}

/* First answer what comes on the connections that are open, closing each with
 * its answer; then take no more; then there is nothing left to lose. */
void http_stop(struct http_server *s)
{
    if (!s)
        return;
    atomic_store(&s->ending, true);
    listen_end(s->listener, s->o.address);
    accept_stop(&s->accepting);
    wait_until_quiet(s);
    atomic_store(&s->closed, true);
    wait_until_quiet(s);
    MHD_stop_daemon(s->daemon);
    (void)close(s->listener);
    guards_stop(&s->guards);
    forget(s);
}
