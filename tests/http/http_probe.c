/* tests/http/http_probe.c - the smallest program on http/: what the tests over
 * raw sockets talk to, and what the benches compare the real pages with.
 *
 *   /hello   20 bytes, static         /page   8 KB, static
 *   /see     what came in             /echo   the body that was sent
 *   /park?N  as /see, answered by another thread after N milliseconds
 *   /now     as /see, parked and resumed before the handler returns
 *   /big     8 MB                     /count  handler runs until now
 *   /head    the longest head an answer may have
 *   /worker  which thread serves this connection
 *
 * Prints "ready PORT", serves until SIGTERM, then prints "stopped, N handled".
 */
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "http/http.h"

enum { PAGE = 8 * 1024, BIG = HTTP_ANSWER_MAX };

/* A call on its way through another thread. */
struct parcel {
    struct parcel *next;
    struct http_call *call;
    int64_t due_ms;
};

static struct probe {
    pthread_mutex_t lock;
    pthread_cond_t wake;
    struct parcel *waiting;
    bool stop;
    atomic_ulong handled;
    unsigned char page[PAGE];
    unsigned char *big;
} probe = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, .stop = false};

static int64_t now_ms(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void answer(struct http_call *call, const void *at, size_t n)
{
    call->answer.status = 200;
    call->answer.body = (struct blob){at, n};
    http_header(call, "Content-Type", "text/plain; charset=utf-8");
}

static void answer_long_head(struct http_call *call)
{
    /* Content-Type takes 41 bytes, this name and its line end the rest. */
    size_t n = HTTP_ANSWER_HEAD_MAX - 41 - (sizeof "X-Long: \r\n" - 1);

    answer(call, "", 0);
    http_header(call, "X-Long", memset(arena_alloc(call->mem, n + 1), 'x', n));
}

static void answer_seen(struct http_call *call)
{
    static const char *const methods[] = {"?", "GET", "HEAD", "POST"};
    const struct http_request *r = &call->request;
    struct buf b = buf_new(call->mem, HTTP_ANSWER_MAX);

    buf_fmt(&b, "%s %s\nquery %s\naddress %s\nhttps %d\nhost %s\nbody %zu\n",
            methods[r->method], r->path, r->query, r->address, r->https,
            r->host, r->body.n);
    buf_fmt(&b, "cookie %s\norigin %s\nagent %s\n", r->cookie, r->origin,
            r->user_agent);
    answer(call, b.at, b.n);
}

/* Take every parcel that is due out of the list. */
static struct parcel *take_due(int64_t now)
{
    struct parcel *due = NULL;

    for (struct parcel **at = &probe.waiting, *p; (p = *at);)
        if (p->due_ms <= now) {
            *at = p->next;
            p->next = due;
            due = p;
        } else {
            at = &p->next;
        }
    return due;
}

static void *carry(void *unused)
{
    (void)pthread_mutex_lock(&probe.lock);
    while (!probe.stop || probe.waiting) {
        const struct timespec tick = {.tv_nsec = 1000000};
        struct parcel *due = take_due(now_ms());
        if (!probe.waiting && !due && !probe.stop)
            (void)pthread_cond_wait(&probe.wake, &probe.lock);
        (void)pthread_mutex_unlock(&probe.lock);
        if (!due)
            (void)nanosleep(&tick, NULL);
        for (struct parcel *next; due; due = next) {
            next = due->next;
            answer_seen(due->call);
            http_resume(due->call);
        }
        (void)pthread_mutex_lock(&probe.lock);
    }
    (void)pthread_mutex_unlock(&probe.lock);
    return unused;
}

static enum http_next park(struct http_call *call)
{
    struct parcel *p = ARENA_NEW(call->mem, struct parcel);

    p->call = call;
    p->due_ms = now_ms() + strtol(call->request.query, NULL, 10);
    (void)pthread_mutex_lock(&probe.lock);
    p->next = probe.waiting;
    probe.waiting = p;
    (void)pthread_cond_signal(&probe.wake);
    (void)pthread_mutex_unlock(&probe.lock);
    return HTTP_PARKED;
}

static enum http_next handle(void *unused, struct http_call *call)
{
    static const char hello[] = "hello, world, hello\n";
    const char *path = call->request.path;

    (void)unused;
    (void)atomic_fetch_add(&probe.handled, 1);
    if (!strcmp(path, "/hello"))
        answer(call, hello, sizeof hello - 1);
    else if (!strcmp(path, "/page"))
        answer(call, probe.page, PAGE);
    else if (!strcmp(path, "/big"))
        answer(call, probe.big, BIG);
    else if (!strcmp(path, "/echo"))
        answer(call, call->request.body.at, call->request.body.n);
    else if (!strcmp(path, "/head"))
        answer_long_head(call);
    else if (!strcmp(path, "/now")) {
        answer_seen(call);
        http_resume(call);
        return HTTP_PARKED;
    } else if (!strcmp(path, "/park"))
        return park(call);
    else if (!strcmp(path, "/count")) {
        const char *n =
            arena_fmt(call->mem, "%lu\n", atomic_load(&probe.handled));
        answer(call, n, strlen(n));
    } else if (!strcmp(path, "/worker")) {
        const char *id = arena_fmt(call->mem, "%d\n", (int)gettid());
        answer(call, id, strlen(id));
    } else
        answer_seen(call);
    return HTTP_ANSWERED;
}

static void read_option(struct http_options *o, const char *name,
                        const char *value)
{
    unsigned n = (unsigned)strtoul(value, NULL, 10);

    if (!strcmp(name, "--listen"))
        o->address = value;
    else if (!strcmp(name, "--port"))
        o->port = (uint16_t)n;
    else if (!strcmp(name, "--workers"))
        o->workers = n;
    else if (!strcmp(name, "--head"))
        o->head_seconds = n;
    else if (!strcmp(name, "--body"))
        o->body_seconds = n;
    else if (!strcmp(name, "--idle"))
        o->idle_seconds = n;
    else if (!strcmp(name, "--answer"))
        o->answer_seconds = n;
    else if (!strcmp(name, "--rate"))
        o->answer_rate = n;
    else if (!strcmp(name, "--per-address"))
        o->per_address = n;
    else if (!strcmp(name, "--proxy"))
        o->behind_proxy = n != 0;
    else
        (void)fprintf(stderr, "http_probe: no option %s\n", name);
}

int main(int n, char **args)
{
    struct http_options o = {.address = "127.0.0.1", .handle = handle};
    struct http_server *s;
    const char *why;
    pthread_t carrier;
    sigset_t end;
    int got;

    for (int i = 1; i + 1 < n; i += 2)
        read_option(&o, args[i], args[i + 1]);
    memset(probe.page, 'p', PAGE);
    probe.big = calloc(1, BIG);
    if (!probe.big)
        return 1;
    (void)sigemptyset(&end);
    (void)sigaddset(&end, SIGTERM);
    (void)sigaddset(&end, SIGINT);
    (void)pthread_sigmask(SIG_BLOCK, &end, NULL);
    if (!http_start(&o, &s, &why)) {
        (void)fprintf(stderr, "http_probe: %s\n", why);
        return 1;
    }
    if (pthread_create(&carrier, NULL, carry, NULL) != 0)
        return 1;
    (void)printf("ready %u\n", http_port(s));
    (void)fflush(stdout);
    (void)sigwait(&end, &got);
    http_stop(s);
    (void)pthread_mutex_lock(&probe.lock);
    probe.stop = true;
    (void)pthread_cond_signal(&probe.wake);
    (void)pthread_mutex_unlock(&probe.lock);
    (void)pthread_join(carrier, NULL);
    free(probe.big);
    (void)printf("stopped, %lu handled\n", atomic_load(&probe.handled));
    return 0;
}
