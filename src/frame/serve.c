/* The life of one request: route, who, may they, then the handler, the shell.
 * Which thread does what is park.c's. */
#include <stdio.h>
#include <string.h>

#include "db/db.h"
#include "frame/notes.h"
#include "frame/once.h"
#include "frame/req_int.h"

static void set_type(struct req_int *in)
{
    req_header(&in->rq, "Content-Type", "text/html; charset=utf-8");
    req_header(&in->rq, "Cache-Control", "no-store");
}

/* Put the shell around the page that was written. */
static void finish(struct req_int *in, int status)
{
    struct http_answer *a = &in->call->answer;

    if (in->gone && status == 200)
        status = 410;
    if (!in->answered) {
        struct tpl whole = tpl_new(in->call->mem, in->cx.lang);
        whole.csrf = in->page.csrf;
        in->app->hooks->shell(&in->rq, &whole);
        a->status = whole.out.full || arena_over(in->call->mem) ? 503 : status;
        a->body =
            (struct blob){(const unsigned char *)whole.out.at, whole.out.n};
        set_type(in);
    } else if (!in->rq.route || !in->rq.route->asset) {
        req_header(&in->rq, "Cache-Control", "no-store");
    }
    in->app->hooks->headers(&in->rq);
}

/* A defect of ours: its text is for whoever runs the program. */
static void log_defect(struct req_int *in)
{
    (void)fprintf(stderr, "defect: %s: %s\n",
                  in->rq.route ? in->rq.route->path : "?", in->cx.err.text);
}

static void failed(struct req_int *in)
{
    int status = err_status(in->cx.err.code);

    if (in->cx.err.code == ERR_INTERNAL)
        log_defect(in);
    serve_again(in);
    in->page.csrf = in->app->hooks->csrf(&in->rq);
    in->app->hooks->error(&in->rq, status);
    finish(in, status);
}

void serve_sorry(struct req_int *in)
{
    ctx_forgive(&in->cx);
    (void)(in->call->request.method == HTTP_POST
               ? fail(&in->cx, ERR_UNAVAILABLE, NULL,
                      "We could not save this just now. Nothing is lost on "
                      "your side. Please try again in a minute.")
               : fail(&in->cx, ERR_UNAVAILABLE, NULL,
                      "We cannot show this just now. Please try again in a "
                      "minute."));
    in->cx.notes = NULL;
    failed(in);
}

/* A form with a mistake: the same page again, filled in, the sentence beside
 * its field. */
static void form_again(struct req_int *in)
{
    struct err mistake = in->cx.err;

    serve_again(in);
    ctx_forgive(&in->cx);
    in->page.csrf = in->app->hooks->csrf(&in->rq);
    in->page.wrong_field = mistake.field;
    in->page.wrong_text = mistake.text;
    if (in->rq.route->again(&in->rq))
        finish(in, 422);
    else
        failed(in);
}

static void not_well(struct req_int *in)
{
    if (in->cx.err.code == ERR_INVALID && in->rq.route && in->rq.route->again)
        form_again(in);
    else
        failed(in);
}

/* "beside.example:443" at https is "beside.example": n bytes of it. */
static size_t plain_host(const char *host, const char *its_port)
{
    size_t n = strlen(host), port = strlen(its_port);

    return n > port && strcmp(host + n - port, its_port) == 0 ? n - port : n;
}

/* An origin names a port only when it is not the scheme's own; what a proxy
 * hands on may name that too. */
static bool is_host(const char *origin, const char *host)
{
    const bool https = strncmp(origin, "https://", 8) == 0;
    const char *its_port = https ? ":443" : ":80";

    if (!https && strncmp(origin, "http://", 7) != 0)
        return false;
    origin += https ? 8 : 7;
    size_t n = plain_host(origin, its_port);
    return n == plain_host(host, its_port) && strncmp(origin, host, n) == 0;
}

/* A change must come from a page of ours: the browser says where it was. */
static bool same_origin(const struct http_request *r)
{
    if (*r->fetch_site && strcmp(r->fetch_site, "same-origin") != 0 &&
        strcmp(r->fetch_site, "none") != 0)
        return false;
    /* Our pages send no referrer, so a browser calls their origin "null"; an
     * old phone says no more than that, as some say nothing: the token decides.
     */
    if (!*r->origin ||
        (strcmp(r->origin, "null") == 0 && strcmp(r->fetch_site, "none") != 0))
        return true;
    return is_host(r->origin, r->host);
}

static bool csrf_fits(struct req_int *in)
{
    const char *want = in->app->hooks->csrf(&in->rq);

    return *want && text_same_secret(req_text(&in->rq, "csrf"), want);
}

static bool look_up(struct req_int *in)
{
    if (in->rq.route && in->rq.route->asset)
        return true;
    in->cx.actor = &actor_nobody;
    in->cx.keys_epoch = 0;
    if (!in->app->hooks->who(&in->rq))
        return false;
    in->page.lang = in->cx.lang;
    in->page.csrf = in->app->hooks->csrf(&in->rq);
    return true;
}

static bool run_get(struct req_int *in, enum phase *next)
{
    if (in->rq.route->run(&in->rq)) {
        finish(in, 200);
    } else {
        notes_failed(&in->cx);
        not_well(in);
        ctx_forgive(&in->cx);
    }
    *next = PHASE_NOTES;
    return in->cx.notes != NULL;
}

/* Nobody that is known, before a page that was theirs once and is over. */
static bool is_gone(struct req_int *in)
{
    const struct hooks *h = in->app->hooks;

    if (in->cx.actor->role != ROLE_NONE || !h->gone || !h->gone(&in->rq))
        return false;
    req_gone(&in->rq);
    return true;
}

/* Who may not go on: to sign-in, or a page that says so. */
static bool turned_away(struct req_int *in, enum phase *next)
{
    if (in->cx.actor->role != ROLE_NONE) {
        (void)fail(&in->cx, ERR_DENIED, NULL, "This page is not for you.");
        failed(in);
        return false;
    }
    if (is_gone(in)) {
        finish(in, 200);
        return false;
    }
    if (in->call->request.method == HTTP_POST) {
        *next = PHASE_RESCUE;
        return true;
    }
    struct tpl url = tpl_new(in->call->mem, in->cx.lang);
    tpl_url(&url, req_page(&in->rq));
    (void)req_see_other(&in->rq, "/sign-in?next=%s", url.out.at);
    finish(in, 303);
    return false;
}

/* No such address, no such method of it, or a form that is broken. Who comes
 * back to where a form was sent is led to the page it was on. */
static void not_understood(struct req_int *in, bool other_method)
{
    const char *page = other_method && in->call->request.method != HTTP_POST
                           ? route_page(in)
                           : NULL;

    /* An id longer than that is nobody's, and no head of an answer holds it. */
    if (page && strlen(page) < 1024) {
        (void)req_see_other(&in->rq, "%s", page);
        finish(in, 303);
        return;
    }
    if (in->rq.route)
        (void)fail(&in->cx, ERR_INVALID, NULL,
                   "This form came in broken, so nothing was changed.");
    else
        (void)fail(&in->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    failed(in);
    if (!other_method)
        return;
    in->call->answer.status = 405;
    req_header(&in->rq, "Allow",
               in->call->request.method == HTTP_POST ? "GET, HEAD" : "POST");
}

static bool first(struct req_int *in, enum phase *next)
{
    const struct http_request *r = &in->call->request;
    bool other_method = false;

    in->rq.route = route_find(in, &other_method);
    serve_again(in);
    if (!look_up(in)) {
        failed(in);
        return false;
    }
    if (!in->rq.route || in->broken_form) {
        not_understood(in, other_method);
        return false;
    }
    if (r->method == HTTP_POST && !same_origin(r)) {
        (void)fail(&in->cx, ERR_DENIED, NULL,
                   "This did not come from a page of ours, so nothing was "
                   "changed.");
        failed(in);
        return false;
    }
    if (!req_can(&in->rq, in->rq.route->may))
        return turned_away(in, next);
    if (r->method == HTTP_POST && !in->rq.route->no_csrf && !csrf_fits(in)) {
        *next = PHASE_RESCUE;
        return true;
    }
    if (in->rq.route->before) {
        *next = PHASE_BEFORE;
        return true;
    }
    if (r->method != HTTP_POST)
        return run_get(in, next);
    *next = PHASE_RUN;
    return true;
}

static bool before(struct req_int *in, enum phase *next)
{
    if (!in->rq.route->before(&in->rq)) {
        notes_failed(&in->cx);
        not_well(in);
        ctx_forgive(&in->cx);
        *next = PHASE_NOTES;
        return in->cx.notes != NULL;
    }
    if (in->call->request.method != HTTP_POST)
        return run_get(in, next);
    *next = PHASE_RUN;
    return true;
}

/* While the form waited for the writer, the session or the link ended. */
static bool ended_meanwhile(struct req_int *in)
{
    if (in->cx.actor->role != ROLE_NONE)
        return fail(&in->cx, ERR_DENIED, NULL, "This page is not for you.");
    return is_gone(in) || in->app->hooks->rescue(&in->rq);
}

/* Rights are computed at the moment of use. */
static bool change(struct req_int *in)
{
    bool again = false;

    if (!look_up(in))
        return false;
    if (!req_can(&in->rq, in->rq.route->may))
        return ended_meanwhile(in);
    if (!once_seen(&in->rq, &again))
        return false;
    if (again)
        return true;
    return in->rq.route->run(&in->rq) && in->app->hooks->sent(&in->rq) &&
           once_keep(&in->rq, in->call->answer.status) && notes_write(&in->cx);
}

static bool rescue(struct req_int *in)
{
    return look_up(in) && in->app->hooks->rescue(&in->rq);
}

static bool just_notes(struct req_int *in)
{
    return notes_write(&in->cx);
}

/* What the page with the mistake showed, and who was refused. */
static void notes_of_failure(struct req_int *in)
{
    if (!in->cx.notes)
        return;
    ctx_forgive(&in->cx);
    if (db_savepoint(&in->cx) && notes_write(&in->cx) && db_release(&in->cx))
        return;
    db_revert(&in->cx);
    serve_sorry(in);
}

/* In a part of the writer's transaction that can be undone alone. */
static void attempt(struct req_int *in, bool (*work)(struct req_int *))
{
    if (!db_savepoint(&in->cx)) {
        failed(in);
        return;
    }
    if (work(in) && !arena_over(in->call->mem) && db_release(&in->cx)) {
        if (in->phase != PHASE_NOTES)
            finish(in, 200);
        return;
    }
    db_revert(&in->cx);
    if (in->phase == PHASE_NOTES)
        in->cx.notes = NULL;
    else
        notes_failed(&in->cx);
    not_well(in);
    notes_of_failure(in);
}

bool serve_phase(struct req_int *in, struct db *db, enum phase *next)
{
    in->cx.db = db;
    in->cx.keys_epoch = 0; /* another transaction may see fewer keys */
    switch (in->phase) {
    case PHASE_FIRST: return first(in, next);
    case PHASE_BEFORE: return before(in, next);
    case PHASE_RUN: attempt(in, change); return false;
    case PHASE_NOTES: attempt(in, just_notes); return false;
    case PHASE_RESCUE: attempt(in, rescue); return false;
    }
    return false;
}

void app_answer(struct app *app, struct db *db, struct http_call *call)
{
    struct req_int *in = req_new(app, call);

    in->cx.db = db;
    if (!db_begin(&in->cx)) {
        serve_sorry(in);
        return;
    }
    while (serve_phase(in, db, &in->phase))
        continue;
    ctx_forgive(&in->cx);
    if (!db_commit(&in->cx))
        serve_sorry(in);
}
