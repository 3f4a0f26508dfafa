/* frame/app.h - the running program: modules, store, threads.
 *
 * The life of one request is in serve.c; the threads that write and the ones
 * that may wait are in park.c. */
#ifndef FRAME_APP_H
#define FRAME_APP_H

#include "frame/module.h"

/* What folders above the frame do for every request: filled by main.c. */
struct hooks {
    /* Who is it? From the cookies; sets cx->actor and cx->lang. Runs in the
     * request's transaction. */
    bool (*who)(struct req *rq);
    /* The token a form must carry back: of this session or browser. Owns:
     * mem. */
    const char *(*csrf)(struct req *rq);
    /* Put the shell around rq->page; gives the whole page. */
    struct blob (*shell)(struct req *rq);
    /* Write the page for cx->err into rq->page. */
    void (*error)(struct req *rq, int status);
    /* A form was sent by nobody who may (the session ended): keep its words for
     * whoever's it was, if that can be known. */
    void (*rescue)(struct req *rq);
};

struct app {
    const char *database; /* for db_open */
    const struct hooks *hooks;
    struct park *park;
    int64_t (*clock)(void); /* seconds since 1970, UTC */
    bool https_only;        /* cookies are Secure even when we see plain HTTP */
};

struct app_options {
    const char *address;
    uint16_t port;
    bool behind_proxy;
    unsigned workers;
};

/* Serve until SIGTERM or SIGINT; prints "ready on http://..." once it answers.
 */
MUST_CHECK bool app_serve(struct ctx *cx, struct app *app,
                          const struct app_options *o);

/* One request without a socket: for golden and matrix tests. status and body
 * of the answer are in call. */
struct http_call;
void app_answer(struct app *app, struct http_call *call);

#endif
