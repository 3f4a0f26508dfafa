/* frame/browser.h - for tests: a browser without a socket, in one thread.
 *
 *   struct browser b = {.cx = cx, .actor = &denise};
 *   browse(&b, "/me");                  GET
 *   browse_form(&b, "/me/circle", "name=Rosa&who=my+sister");
 *   cr_assert_eq(b.status, 303);
 *
 * Whoever the test says is signed in: no password, no session; or whoever the
 * program's own hooks say, with its cookies. The test's own transaction must be
 * over: db_commit(cx).
 */
#ifndef FRAME_BROWSER_H
#define FRAME_BROWSER_H

#include "frame/app.h"
#include "http/http.h"

struct browser {
    struct ctx *cx;            /* its db, mem and now are used */
    const struct actor *actor; /* NULL: nobody */
    enum lang lang;
    bool (*who)(struct req *rq);  /* asked after the actor is set; or NULL */
    bool (*gone)(struct req *rq); /* the hook of app.h; or NULL */
    void (*shell)(struct req *rq, struct tpl *whole); /* NULL: none */
    struct tpl_typed_list (*draft)(struct req *rq,
                                   const char *to); /* or NULL */
    const struct hooks *hooks;           /* NULL: whoever the test says */
    const struct module *const *modules; /* NULL: the program's */
    const char *cookie;                  /* "a=1; b=2"; kept from answers */
    bool no_csrf;     /* forget the token a form must carry */
    const char *host; /* NULL: "beside.test" */
    const char *origin,
        *site;            /* Origin, Sec-Fetch-Site; NULL: a page of ours */
    const char *csrf;     /* the token of the last page (hooks) */
    int status;           /* of the last answer */
    const char *body;     /* "" when there is none */
    size_t body_n;        /* its bytes: a file may hold NULs */
    const char *location; /* "" when it went nowhere */
    struct http_headers header; /* all of them */
};

/* path may hold a query: "/me/seen?before=7". */
void browse(struct browser *b, const char *path);
void browse_form(struct browser *b, const char *path, const char *fields);

/* A header of the last answer; "" when it has none of this name. */
const char *browse_header(const struct browser *b, const char *name);

#endif
