/* frame/req.h - one request, as a page sees it. */
#ifndef FRAME_REQ_H
#define FRAME_REQ_H

#include "base/ctx.h"
#include "base/date.h"
#include "base/text.h"
#include "frame/actor.h"
#include "tpl/tpl.h"

enum method { GET = 1, POST };

enum { REQ_PAGE_MAX = 512 }; /* bytes */

struct route;

struct req {
    struct ctx *cx;
    struct tpl *page; /* the body of the page; the shell is put around it */
    const struct route *route; /* NULL on an error page */
    const char *title;         /* of the page: the route's, or req_title()'s */
    const char *path;          /* "/me/visits/7" */
    struct req_int *in;        /* the frame's own */
};

/* The {name} part of the path as a positive number.
 * Errors: ERR_NOTFOUND when it is none. */
MUST_CHECK bool req_id(struct req *rq, const char *name, int64_t *out);

/* The same of a page with many rows, each with a form of its own that comes
 * back to it: which of them was sent. 0: none. */
int64_t req_row(struct req *rq, const char *name);

/* The {name} part of the path as text; "" when there is none. */
const char *req_part(struct req *rq, const char *name);

/* The page is shown after a form of it was kept: its address says "saved". */
bool req_was_saved(struct req *rq);

/* A form or query field: valid UTF-8, trimmed; "" when absent. Owns: request.
 */
const char *req_text(struct req *rq, const char *field);
bool req_has(struct req *rq, const char *field);         /* was sent at all */
struct date req_date(struct req *rq, const char *field); /* DATE_NONE: no day */
int64_t req_number(struct req *rq, const char *field, int64_t otherwise);

/* The address of the page: with its query; for a form, of the page it stood on.
 * A path of ours in any case, at most REQ_PAGE_MAX long. Owns: request. */
const char *req_page(struct req *rq);

/* The route of another path of the program; NULL: there is none. */
const struct route *req_route(struct req *rq, enum method method,
                              const char *path);

/* The i-th field sent, in order; false past the end. For forms whose fields
 * are not known beforehand (one switch for each line). */
bool req_field(struct req *rq, size_t i, const char **name, const char **value);

/* "a=1&b=two+words" to fields, appended to out. False: it is broken. */
bool req_decode(struct req *rq, const char *encoded,
                struct tpl_typed_list *out);

/* The page says that what was asked for is over: it goes out with 410. */
void req_gone(struct req *rq);

/* The title of this page instead of the route's; a msgid or text of ours, and
 * never a name or a word of anybody: histories and tabs show it. */
void req_title(struct req *rq, const char *title);

/* A page of the kind that has no places around it: a question, sign-in. */
void req_bare(struct req *rq);

/* How wide the page is: "narrow", "report" or "person"; a literal. */
void req_wide(struct req *rq, const char *width);

/* A form in steps: what was kept of a later step, sent to later, is shown in
 * the first one, unless that has words of its own. */
void req_draft_of_later(struct req *rq, const char *first, const char *later);

/* A question: the page brings its own <main> and a form with the id "q"; the
 * only way out is "Stop for now", which sends that form with go=stop. */
void req_question(struct req *rq);

/* Answer 303 See Other; returns true. */
bool req_see_other(struct req *rq, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Answer 204 No Content; returns true. */
bool req_no_content(struct req *rq);

/* Answer bytes of another type instead of a page; returns true. name: what a
 * browser saves it as, NULL to show it. Owns: bytes live in cx->mem. */
bool req_send(struct req *rq, const char *type, const char *name,
              struct blob bytes);

/* The same for bytes that live as long as the program and change only with it:
 * may be kept by the browser for a year when the address holds its hash. */
bool req_send_static(struct req *rq, const char *type, const char *etag,
                     struct blob bytes);

/* Bytes of the request, for a file that is sent. */
struct blob req_body(struct req *rq);

/* In place of one of this name that the answer has already. */
void req_cookie(struct req *rq, const char *name, const char *value,
                int64_t seconds); /* 0: until the browser closes; < 0: forget */
const char *req_cookie_get(struct req *rq, const char *name); /* "" if none */
void req_header(struct req *rq, const char *name, const char *value);
const char *req_address(struct req *rq); /* the client's, for rate limits */
bool req_accepts_gzip(struct req *rq);

/* What the "before" of a route leaves for its run. Owns: cx->mem. */
void req_keep(struct req *rq, void *what);
void *req_kept(struct req *rq);

/* The actor may do what this capability names. */
bool req_can(struct req *rq, const char *capability);

bool req_is_https(struct req *rq); /* at us, or at the proxy in front */
/* "https://beside.example": how this browser reached us. Only to be shown to
 * who asked, never sent or kept: a browser may say any name. Owns: cx->mem. */
const char *req_base(struct req *rq);
const char *req_language(struct req *rq); /* Accept-Language, as sent */

/* For the shell. */
bool req_is_bare(const struct req *rq);
bool req_is_question(const struct req *rq);
const char *req_width(const struct req *rq); /* "" when nothing was said */

#endif
