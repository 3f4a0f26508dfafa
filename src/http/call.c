#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "http/http_int.h"

/* What the library keeps in the memory of a connection beside the bytes of the
 * head: RECORD_SIZE for each header, a second copy of the cookies, and the
 * lines that it adds to the head of an answer. */
enum { ITS_LINES = 160 };

static struct lane *my_lane(struct http_server *s)
{
    static _Thread_local struct lane *mine; /* a worker serves one server */

    if (!mine)
        mine = &s->lanes[atomic_fetch_add(&s->lanes_taken, 1)];
    return mine;
}

static void read_peer(struct guard *g, const struct sockaddr *a)
{
    union {
        struct sockaddr any;
        struct sockaddr_in v4;
        struct sockaddr_in6 v6;
    } peer;

    if (a && a->sa_family == AF_INET) {
        memcpy(&peer.v4, a, sizeof peer.v4);
        (void)inet_ntop(AF_INET, &peer.v4.sin_addr, g->address,
                        sizeof g->address);
        g->near = ntohl(peer.v4.sin_addr.s_addr) >> 24 == 127;
    } else if (a && a->sa_family == AF_INET6) {
        memcpy(&peer.v6, a, sizeof peer.v6);
        (void)inet_ntop(AF_INET6, &peer.v6.sin6_addr, g->address,
                        sizeof g->address);
        g->near = IN6_IS_ADDR_LOOPBACK(&peer.v6.sin6_addr);
    } else {
        g->near = true;
    }
}

void call_connection(void *server, struct MHD_Connection *c, void **where,
                     enum MHD_ConnectionNotificationCode what)
{
    struct http_server *s = server;
    struct guard *g = *where;

    if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
        if (g)
            guard_free(&s->guards, g);
        *where = NULL;
        return;
    }
    accept_taken(&s->accepting);
    g = guard_new(&s->guards,
                  MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)
                      ->connect_fd);
    if (!g)
        return; /* out of memory: its first request is refused */
    g->lane = my_lane(s);
    read_peer(g, MHD_get_connection_info(c, MHD_CONNECTION_INFO_CLIENT_ADDRESS)
                     ->client_addr);
    guard_set(g, s->o.head_seconds);
    *where = g;
}

/* A header of ours in each head, so that the library does not answer for itself
 * one without a Host: our own answer says what every one of ours does. */
static const char planted[] = "Host";

static struct guard *guard_of(struct MHD_Connection *c)
{
    return MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
        ->socket_context;
}

/* The request line is whole, and still as it was sent. The query is kept and
 * then cut off: the library would take it apart into records, and when there
 * is no room for them it forgets the request and waits until the deadline. */
void *call_target(void *server, const char *target, struct MHD_Connection *c)
{
    const struct http_server *s = server;
    struct guard *g = guard_of(c);
    char *query;

    if (!g || !target)
        return NULL;
    (void)MHD_set_connection_value(c, MHD_HEADER_KIND, planted, "");
    if (g->begun)
        guard_set(g, s->o.head_seconds);
    g->begun = true;
    g->target_n = strlen(target);
    g->target_status = refuse_target(target, g->target_n);
    free(g->query);
    g->query = NULL;
    query = strchr(target, '?');
    if (!query)
        return NULL;
    if (!g->target_status && !(g->query = strdup(query + 1)))
        g->target_status = 503;
    query[1] = '\0';
    return NULL;
}

static struct held *take(struct lane *lane)
{
    struct held *held = lane->free;

    if (held) {
        lane->free = held->next;
        lane->n_free--;
        return held;
    }
    held = calloc(1, sizeof *held);
    if (held)
        held->call.mem = arena_new(HTTP_MEMORY_MAX);
    return held;
}

static void give_back(struct held *held)
{
    struct lane *lane = held->lane;
    struct arena *mem = held->call.mem;

    if (lane->n_free >= LANE_KEEPS) {
        arena_free(mem);
        free(held);
        return;
    }
    arena_reset(mem);
    *held = (struct held){.call = {.mem = mem}, .next = lane->free};
    lane->free = held;
    lane->n_free++;
}

/* A request is over: its answer is sent, or will never be. */
void call_over(void *server, struct MHD_Connection *c, void **where,
               enum MHD_RequestTerminationCode how)
{
    struct http_server *s = server;
    struct held *held = *where;
    struct guard *g = guard_of(c);

    (void)how;
    *where = NULL;
    if (g) {
        guard_set(g, s->o.idle_seconds);
        free(g->query);
        g->query = NULL;
    }
    if (!held)
        return;
    if (held->body_max)
        (void)atomic_fetch_sub(&s->bodies, held->body_max);
    struct lane *lane = held->lane;
    give_back(held);
    (void)atomic_fetch_sub(&lane->busy, 1);
}

static enum MHD_Result see_header(void *what, enum MHD_ValueKind kind,
                                  const char *name, const char *value)
{
    (void)kind;
    if (name != planted)
        head_header(what, name, value ? value : "");
    return MHD_YES;
}

static enum MHD_Result count_pair(void *what, enum MHD_ValueKind kind,
                                  const char *name, const char *value)
{
    size_t *room = what;

    (void)kind;
    *room += RECORD_SIZE + strlen(name) + (value ? strlen(value) : 0);
    return MHD_YES;
}

/* Does the head leave the library room for the head of our answer? Without it
 * the connection would close without a word. */
static bool leaves_room(struct MHD_Connection *c, const struct head *h,
                        size_t head_n)
{
    size_t used = head_n + (size_t)h->n * RECORD_SIZE;

    (void)MHD_get_connection_values(c, MHD_COOKIE_KIND, count_pair, &used);
    return used + HTTP_ANSWER_HEAD_MAX + ITS_LINES <= HTTP_HEAD_MAX;
}

static void place_client(const struct http_server *s, struct guard *g,
                         struct head *h)
{
    bool trusted = s->o.behind_proxy && g->near;

    h->request.query = g->query ? g->query : "";
    h->request.address = g->address;
    if (!trusted)
        return;
    h->request.https = !strcmp(h->forwarded_proto, "https");
    forwarded_address(h->forwarded_for, g->forwarded);
    if (*g->forwarded)
        h->request.address = g->forwarded;
}

/* Bytes of body for this head; the app is asked only when there is one. */
static size_t allowed(const struct http_server *s, const struct head *h)
{
    if (!h->body_n || !s->o.body_max)
        return HTTP_BODY_MAX;
    return s->o.body_max(s->o.app, &h->request);
}

static int read_head(struct http_server *s, struct MHD_Connection *c,
                     const struct head_line *line, struct head *h)
{
    struct guard *g = guard_of(c);
    size_t n =
        MHD_get_connection_info(c, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE)
            ->header_size;
    int status;

    head_begin(h, line);
    if (g->target_status)
        return g->target_status;
    (void)MHD_get_connection_values(c, MHD_HEADER_KIND, see_header, h);
    status = head_end(h, line->method + n);
    if (status)
        return status;
    place_client(s, g, h);
    if (!leaves_room(c, h, n))
        return 431;
    if (h->body_n > allowed(s, h))
        return 413;
    return 0;
}

/* Promise memory for a body before a byte of it is read. */
static bool reserve(struct held *held, size_t n)
{
    struct http_server *s = held->server;

    if (!n)
        return true;
    if (atomic_fetch_add(&s->bodies, n) + n > HTTP_BODIES_MAX) {
        (void)atomic_fetch_sub(&s->bodies, n);
        return false;
    }
    held->body = arena_alloc(held->call.mem, n + 1);
    held->body_max = n;
    return true;
}

static struct held *hold(struct http_server *s, struct MHD_Connection *c,
                         const struct head *h)
{
    struct guard *g = guard_of(c);
    struct lane *lane = g->lane;
    unsigned busy = atomic_fetch_add(&lane->busy, 1);
    struct held *held;

    /* In this order, so that http_stop() sees this call or we see it. */
    if (atomic_load(&s->closed) || busy >= HTTP_CALLS_MAX / s->o.workers ||
        !(held = take(lane))) {
        (void)atomic_fetch_sub(&lane->busy, 1);
        return NULL;
    }
    held->server = s;
    held->lane = lane;
    held->guard = g;
    held->connection = c;
    held->call.request = h->request;
    atomic_store_explicit(&held->stage, STAGE_BODY, memory_order_relaxed);
    if (reserve(held, h->body_n))
        return held;
    give_back(held);
    (void)atomic_fetch_sub(&lane->busy, 1);
    return NULL;
}

static enum MHD_Result begin(struct http_server *s, struct MHD_Connection *c,
                             struct head_line *line, void **where)
{
    struct guard *g = guard_of(c);
    struct head head;
    int status;

    if (!g)
        return MHD_NO;
    line->target_n = g->target_n;
    status = read_head(s, c, line, &head);
    if (!status && !(*where = hold(s, c, &head)))
        status = 503;
    if (status)
        return http_answer_refuse(s, c, g, status);
    if (head.body_n)
        guard_set(g, s->o.body_seconds);
    return MHD_YES;
}

static void take_body(struct held *held, const char *data, size_t n)
{
    size_t room = held->body_max - held->body_n;

    if (n > room)
        n = room;
    memcpy(held->body + held->body_n, data, n);
    held->body_n += n;
}

/* The handler gave the call away. Suspend first, then say so: whoever resumes
 * it may have been faster than we are. */
static void park(struct held *held)
{
    int running = STAGE_RUNNING;

    MHD_suspend_connection(held->connection);
    if (!atomic_compare_exchange_strong(&held->stage, &running, STAGE_PARKED))
        MHD_resume_connection(held->connection);
}

static enum MHD_Result run(struct held *held)
{
    const struct http_options *o = &held->server->o;

    if (held->body)
        held->call.request.body = (struct blob){held->body, held->body_n};
    guard_set(held->guard, 0);
    atomic_store(&held->stage, STAGE_RUNNING);
    if (o->handle(o->app, &held->call) == HTTP_ANSWERED)
        return answer_send(held);
    park(held);
    return MHD_YES;
}

// NOLINTNEXTLINE(readability-function-size): the library's shape
enum MHD_Result call_go(void *server, struct MHD_Connection *c,
                        const char *target, const char *method,
                        const char *version, const char *data, size_t *data_n,
                        void **where)
{
    struct held *held = *where;

    if (!held)
        return begin(server, c, &(struct head_line){method, target, version, 0},
                     where);
    if (*data_n) {
        take_body(held, data, *data_n);
        *data_n = 0;
        return MHD_YES;
    }
    if (atomic_load(&held->stage) == STAGE_BODY)
        return run(held);
    return answer_send(held);
}

void http_resume(struct http_call *call)
{
    struct held *held = (struct held *)call;
    struct MHD_Connection *c = held->connection;
    struct lane *lane = held->lane;

    (void)atomic_fetch_add(&lane->resuming, 1);
    if (atomic_exchange(&held->stage, STAGE_READY) == STAGE_PARKED)
        MHD_resume_connection(c);
    (void)atomic_fetch_sub(&lane->resuming, 1);
}
