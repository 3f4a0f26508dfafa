/* http/http.h - bytes in, requests out; knows no page.
 *
 * Stands on libmicrohttpd (epoll, a fixed pool of worker threads). One call is
 * one request and its answer. The handler runs on a worker and never blocks: it
 * fills in the answer and returns HTTP_ANSWERED, or hands the call to another
 * thread and returns HTTP_PARKED; that thread fills in the answer and calls
 * http_resume() once, at any time, even before the handler has returned. Until
 * then the connection is suspended and costs nothing.
 *
 * What libmicrohttpd lets through is refused here before any handler runs: see
 * README.md for what only nginx can refuse, tests/http/README.md for the forms.
 */
#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

enum {
    HTTP_HEAD_MAX = 8 * 1024,   /* bytes of head with its bookkeeping and the
                                   head of the answer; more: 431 */
    HTTP_HEADERS_MAX = 64,      /* more: 431 */
    HTTP_TARGET_MAX = 4 * 1024, /* more: 414 */
    HTTP_BODY_MAX = 64 * 1024,  /* more: 413, unless the app allows more */
    HTTP_BODIES_MAX = 64 * 1024 * 1024, /* of all being read; more: 503 */
    HTTP_CALLS_MAX = 4096, /* begun and not yet answered; more: 503 */
    HTTP_ANSWER_MAX = 8 * 1024 * 1024,
    HTTP_ANSWER_HEAD_MAX = 1536,       /* bytes of head an answer may have */
    HTTP_MEMORY_MAX = 24 * 1024 * 1024 /* of a call: then arena_over(mem) */
};

enum http_method { HTTP_GET = 1, HTTP_HEAD, HTTP_POST };

/* What came in. Text is valid UTF-8 and NUL-terminated; "" when absent.
 * Owns: the call; all of it lives until the answer is on the wire. */
struct http_request {
    enum http_method method;
    const char *path;    /* "/me/visits", as sent, not decoded; starts with / */
    const char *query;   /* after the "?", as sent */
    const char *address; /* the client's: "127.0.0.1"; behind a proxy that is
                            trusted, the last X-Forwarded-For; "" on a UNIX
                            socket without one */
    const char *host, *origin, *cookie, *content_type, *accept_language;
    const char *fetch_site; /* Sec-Fetch-Site */
    const char *if_none_match, *accept_encoding, *user_agent;
    bool https;       /* came over TLS at the trusted proxy */
    struct blob body; /* a NUL follows its last byte */
};

struct http_header {
    const char *name, *value;
};

struct http_headers {
    struct http_header *at;
    size_t n, cap;
};

/* What goes out. The handler owns nothing: all of it lies in the call's mem, or
 * is static. To a HEAD it answers as to a GET; the body is left out here. */
struct http_answer {
    int status;                  /* 0 means the handler forgot: 500 is sent */
    struct http_headers headers; /* Content-Length, Date, Connection and
                                    Transfer-Encoding are ours */
    struct blob body;
};

struct http_call {
    struct arena *mem; /* lives until the answer is on the wire */
    struct http_request request;
    struct http_answer answer;
};

enum http_next { HTTP_ANSWERED, HTTP_PARKED };

struct http_options {
    const char *address;  /* "127.0.0.1", "::1", or "unix:/run/beside.sock" */
    uint16_t port;        /* 0: any free one, see http_port() */
    unsigned workers;     /* threads; 0: one for each core, at least 2 */
    unsigned connections; /* at most; 0: 10,000 */
    unsigned per_address; /* at most from one address; 0: no limit (a proxy in
                             front sees all from one) */
    bool behind_proxy;    /* trust X-Forwarded-For and -Proto from loopback and
                             UNIX sockets */
    unsigned head_seconds, body_seconds; /* absolute deadlines; 0: 10 and 20 */
    unsigned idle_seconds;   /* from an answer to the next request; 0: 30 */
    unsigned answer_seconds; /* to send an answer; 0: 30 */
    unsigned answer_rate;    /* and a second more for so many bytes of it; 0:
                                64 KB */
    enum http_next (*handle)(void *app, struct http_call *call);
    /* Bytes of body allowed for this head (method, path and headers are set,
     * body is not); NULL: HTTP_BODY_MAX for all. */
    size_t (*body_max)(void *app, const struct http_request *head);
    void *app;
};

struct http_server;

/* Listen and serve until http_stop(). The options are copied.
 * False: *why says it in a sentence (static text).
 * Owns: the caller calls http_stop(). */
bool http_start(const struct http_options *o, struct http_server **out,
                const char **why);

/* The port listened on; 0 for a UNIX socket. */
uint16_t http_port(const struct http_server *s);

/* The answer is filled in: send it. Any thread; once a call. After it, the
 * call is not the caller's any more. */
void http_resume(struct http_call *call);

/* Take no new connection, finish every request that has begun (the parked ones
 * too, while the threads that hold them still run), then free everything. NULL
 * is fine. */
void http_stop(struct http_server *s);

/* Add one header to the answer. name and value are static or the call's; a
 * line end in either turns the answer into a 500, so that no header is ever
 * silently lost. */
void http_header(struct http_call *call, const char *name, const char *value);

#endif
