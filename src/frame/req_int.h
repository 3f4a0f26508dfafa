/* frame/req_int.h - what the frame keeps of one request. */
#ifndef FRAME_REQ_INT_H
#define FRAME_REQ_INT_H

#include "frame/app.h"
#include "frame/req.h"
#include "http/form.h"
#include "http/http.h"

enum { PARTS_MAX = 8 };

struct part {
    const char *name, *value; /* {name} of the route, decoded */
};

/* Where a request stands, from the first thread to the last. */
enum phase { PHASE_FIRST, PHASE_BEFORE, PHASE_RUN, PHASE_NOTES, PHASE_RESCUE };

struct req_int {
    struct app *app;
    struct http_call *call;
    struct part part[PARTS_MAX];
    size_t parts;
    struct http_fields fields; /* of the query, then of the form */
    void *kept;
    enum phase phase;
    const char *width;
    bool bare, question, gone,
        answered;         /* answered: not a page; status and body are set */
    bool broken_form;     /* the fields could not be read */
    struct req_int *next; /* in a queue */
    struct ctx cx;
    struct tpl page;
    struct req rq;
};

/* The route of this path; NULL for none. Fills in->part. *other_method: there
 * is none, but one for another method. */
const struct route *route_find(struct req_int *in, bool *other_method);

/* A request for the address a form was sent to: the page the form is on; NULL
 * for none. Owns: the call's arena. */
const char *route_page(struct req_int *in);

/* app_check() of these modules. Errors: ERR_INVALID, naming the row. */
MUST_CHECK bool modules_check(struct ctx *cx, const struct module *const *all);

/* A new request in call->mem. */
struct req_int *req_new(struct app *app, struct http_call *call);

/* Do one phase with this connection; gives the next phase through *next, or
 * false when the answer is ready. */
bool serve_phase(struct req_int *in, struct db *db, enum phase *next);

/* Fill in the answer for a failure that has no page (busy, store gone). */
void serve_sorry(struct req_int *in);

/* Forget what a failed attempt left in the request before another. */
void serve_again(struct req_int *in);

int err_status(enum err_code code);

#endif
