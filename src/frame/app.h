/* frame/app.h - the running program: modules, store, threads.
 *
 * The life of one request is in serve.c; the threads that write, and the ones
 * that may wait, are in park.c.
 */
#ifndef FRAME_APP_H
#define FRAME_APP_H

#include "frame/module.h"

/* What folders above the frame do for every request. */
struct hooks {
    /* Who is it? From the cookies; sets cx->actor and cx->lang. Runs in the
     * request's transaction. False: the store failed. */
    bool (*who)(struct req *rq);
    /* The token a form must carry back: of this session or browser. Owns:
     * mem. */
    const char *(*csrf)(struct req *rq);
    /* Put the shell around rq->page. */
    void (*shell)(struct req *rq, struct tpl *whole);
    /* Write the page for cx->err into rq->page. */
    void (*error)(struct req *rq, int status);
    /* What was typed and not sent yet into the form that goes to this path; n
     * 0: nothing. */
    struct tpl_typed_list (*draft)(struct req *rq, const char *to);
    /* The form that goes to this path arrived: forget its draft. */
    bool (*sent)(struct req *rq);
    /* A form came from a session that has ended: keep its words for whoever's
     * it was, if that can be known, and answer. */
    bool (*rescue)(struct req *rq);
    /* Nobody that is known asks for what rq->route shows: if it was open to
     * this browser once and is over, write the page that says so. False: it was
     * not, as far as anybody can say. NULL: never. */
    bool (*gone)(struct req *rq);
    /* Headers that every answer carries. */
    void (*headers)(struct req *rq);
};

/* Those of this program: src/hooks.c. */
extern const struct hooks program_hooks;

struct park;

struct app {
    const char *database; /* for db_open */
    const struct hooks *hooks;
    int64_t (*clock)(void); /* seconds since 1970, UTC */
    bool https;             /* a proxy with TLS is in front: Secure cookies */
    struct park *park; /* NULL: everything in the caller's thread (tests) */
    const struct module *const *modules; /* NULL: the program's own (tests) */
};

struct app_options {
    const char *address;
    uint16_t port;
    bool behind_proxy;
    unsigned workers; /* 0: as many as cores */
};

/* Serve until SIGTERM or SIGINT; prints "ready on http://..." once it answers.
 * Errors: ERR_UNAVAILABLE, the address cannot be had. */
MUST_CHECK bool app_serve(struct ctx *cx, struct app *app,
                          const struct app_options *o);

/* One request without a socket or threads, on one write connection: for golden
 * and matrix tests. The answer is in call. */
struct http_call;
void app_answer(struct app *app, struct db *db, struct http_call *call);

/* Every row must name a capability that exists, have a handler, and be the only
 * one of its method and path. Errors: ERR_INVALID, naming the row. */
MUST_CHECK bool app_check(struct ctx *cx);

#endif
