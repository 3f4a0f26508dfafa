#include "frame/req.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frame/req_int.h"

static struct tpl_typed_list draft_of(void *rq, const char *to)
{
    struct req *r = rq;

    return r->in->app->hooks->draft(r, to);
}

void req_draft_of_later(struct req *rq, const char *first, const char *later)
{
    struct tpl *t = rq->page;

    if (t->sent_to || !t->load || t->load(t->from, first).n > 0)
        return;
    t->sent = t->load(t->from, later);
    t->sent_to = t->sent.n > 0 ? first : NULL;
}

/* The fields of the form that has just been sent, as the form shows them. */
static struct tpl_typed_list typed_of(struct req_int *in)
{
    struct tpl_typed_list list = {0};

    for (size_t i = 0; i < in->fields.n; i++)
        *LIST_PUSH(in->call->mem, &list) = (struct tpl_typed){
            in->fields.at[i].name,
            text_trim(in->call->mem, in->fields.at[i].value)};
    return list;
}

void serve_again(struct req_int *in)
{
    in->page = tpl_new(in->call->mem, in->cx.lang);
    in->answered = in->bare = in->question = in->gone = false;
    in->width = NULL;
    in->call->answer = (struct http_answer){0};
    in->rq.title = in->rq.route ? in->rq.route->title : NULL;
    in->page.page = req_page(&in->rq);
    if (in->call->request.method == HTTP_POST) {
        in->page.sent = typed_of(in);
        in->page.sent_to = in->rq.path;
    }
    if (in->app->hooks->draft) {
        in->page.load = draft_of;
        in->page.from = &in->rq;
    }
}

static void read_fields(struct req_int *in)
{
    const struct http_request *r = &in->call->request;
    static const char form[] = "application/x-www-form-urlencoded";

    in->broken_form =
        !http_fields_parse(in->call->mem, r->query, strlen(r->query),
                           &in->fields) ||
        (r->method == HTTP_POST &&
         strncmp(r->content_type, form, sizeof form - 1) == 0 &&
         !http_fields_parse(in->call->mem, (const char *)r->body.at, r->body.n,
                            &in->fields));
}

struct req_int *req_new(struct app *app, struct http_call *call)
{
    struct req_int *in = ARENA_NEW(call->mem, struct req_int);

    in->app = app;
    in->call = call;
    in->cx = (struct ctx){
        .mem = call->mem, .actor = &actor_nobody, .now = app->clock()};
    in->rq = (struct req){
        .cx = &in->cx, .page = &in->page, .path = call->request.path, .in = in};
    read_fields(in);
    return in;
}

const char *req_part(struct req *rq, const char *name)
{
    for (size_t i = 0; i < rq->in->parts; i++)
        if (strcmp(rq->in->part[i].name, name) == 0)
            return rq->in->part[i].value;
    return "";
}

static bool number(const char *s, int64_t *out)
{
    char *end = NULL;

    errno = 0;
    *out = strtoll(s, &end, 10);
    return *s && !*end && errno == 0;
}

bool req_id(struct req *rq, const char *name, int64_t *out)
{
    const char *s = req_part(rq, name);

    if (s[0] >= '1' && s[0] <= '9' && number(s, out))
        return true;
    return fail(rq->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

int64_t req_row(struct req *rq, const char *name)
{
    int64_t id = 0;

    return number(req_part(rq, name), &id) && id > 0 ? id : 0;
}

const char *req_text(struct req *rq, const char *field)
{
    const struct http_fields *f = &rq->in->fields;

    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->at[i].name, field) == 0)
            return text_trim(rq->cx->mem, f->at[i].value);
    return "";
}

bool req_was_saved(struct req *rq)
{
    return *req_text(rq, "saved") != '\0';
}

bool req_has(struct req *rq, const char *field)
{
    const struct http_fields *f = &rq->in->fields;

    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->at[i].name, field) == 0)
            return true;
    return false;
}

/* Anything that could lead elsewhere is not a path of ours. */
static bool is_page(const char *s)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "/_-.~?=&%+";

    return s[0] == '/' && s[1] != '/' && strlen(s) <= REQ_PAGE_MAX &&
           s[strspn(s, plain)] == '\0';
}

const char *req_page(struct req *rq)
{
    const char *query = rq->in->call->request.query;
    const char *page =
        *query ? arena_fmt(rq->cx->mem, "%s?%s", rq->path, query) : rq->path;

    if (rq->in->call->request.method == HTTP_POST)
        page = req_text(rq, "on_page");
    if (is_page(page))
        return page;
    return is_page(rq->path) ? rq->path : "/";
}

struct date req_date(struct req *rq, const char *field)
{
    return date_parse(req_text(rq, field));
}

int64_t req_number(struct req *rq, const char *field, int64_t otherwise)
{
    int64_t v = 0;

    return number(req_text(rq, field), &v) ? v : otherwise;
}

bool req_field(struct req *rq, size_t i, const char **name, const char **value)
{
    const struct http_fields *f = &rq->in->fields;

    if (i >= f->n)
        return false;
    *name = f->at[i].name;
    *value = text_trim(rq->cx->mem, f->at[i].value);
    return true;
}

bool req_decode(struct req *rq, const char *encoded, struct tpl_typed_list *out)
{
    struct http_fields f = {0};

    if (!http_fields_parse(rq->cx->mem, encoded, strlen(encoded), &f))
        return false;
    for (size_t i = 0; i < f.n; i++)
        *LIST_PUSH(rq->cx->mem, out) =
            (struct tpl_typed){f.at[i].name, f.at[i].value};
    return true;
}

void req_gone(struct req *rq)
{
    rq->in->gone = true;
}

void req_title(struct req *rq, const char *title)
{
    rq->title = title;
}

void req_bare(struct req *rq)
{
    rq->in->bare = true;
}

bool req_is_bare(const struct req *rq)
{
    return rq->in->bare;
}

void req_wide(struct req *rq, const char *width)
{
    rq->in->width = width;
}

const char *req_width(const struct req *rq)
{
    return rq->in->width ? rq->in->width : "";
}

void req_question(struct req *rq)
{
    rq->in->question = true;
}

bool req_is_question(const struct req *rq)
{
    return rq->in->question;
}

bool req_see_other(struct req *rq, const char *fmt, ...)
{
    char path[HTTP_TARGET_MAX];
    va_list ap;

    va_start(ap, fmt);
    (void)vsnprintf(path, sizeof path, fmt, ap);
    va_end(ap);
    rq->in->call->answer.status = 303;
    rq->in->answered = true;
    req_header(rq, "Location", arena_dup(rq->cx->mem, path));
    return true;
}

bool req_no_content(struct req *rq)
{
    rq->in->call->answer.status = 204;
    rq->in->answered = true;
    return true;
}

bool req_send(struct req *rq, const char *type, const char *name,
              struct blob bytes)
{
    rq->in->call->answer.status = 200;
    rq->in->call->answer.body = bytes;
    rq->in->answered = true;
    req_header(rq, "Content-Type", type);
    if (name)
        req_header(rq, "Content-Disposition",
                   arena_fmt(rq->cx->mem, "attachment; filename=\"%s\"", name));
    return true;
}

bool req_send_static(struct req *rq, const char *type, const char *etag,
                     struct blob bytes)
{
    req_header(rq, "ETag", etag);
    if (strcmp(rq->in->call->request.if_none_match, etag) == 0) {
        rq->in->call->answer.status = 304;
        rq->in->answered = true;
        return true;
    }
    return req_send(rq, type, NULL, bytes);
}

struct blob req_body(struct req *rq)
{
    return rq->in->call->request.body;
}

static void drop_cookie(struct http_headers *all, const char *name)
{
    size_t n = strlen(name), kept = 0;

    for (size_t i = 0; i < all->n; i++) {
        const struct http_header *h = &all->at[i];
        if (strcmp(h->name, "Set-Cookie") != 0 ||
            strncmp(h->value, name, n) != 0 || h->value[n] != '=')
            all->at[kept++] = *h;
    }
    all->n = kept;
}

void req_cookie(struct req *rq, const char *name, const char *value,
                int64_t seconds)
{
    struct buf b = buf_new(rq->cx->mem, 2048);

    drop_cookie(&rq->in->call->answer.headers, name);

    buf_fmt(&b, "%s=%s; Path=/; HttpOnly; SameSite=Strict", name, value);
    if (seconds > 0)
        buf_fmt(&b, "; Max-Age=%lld", (long long)seconds);
    if (seconds < 0)
        buf_puts(&b, "; Max-Age=0");
    if (req_is_https(rq))
        buf_puts(&b, "; Secure");
    req_header(rq, "Set-Cookie", b.at);
}

const char *req_cookie_get(struct req *rq, const char *name)
{
    return http_cookie(rq->cx->mem, rq->in->call->request.cookie, name);
}

void req_header(struct req *rq, const char *name, const char *value)
{
    http_header(rq->in->call, name, value);
}

const char *req_address(struct req *rq)
{
    return rq->in->call->request.address;
}

bool req_is_https(struct req *rq)
{
    return rq->in->app->https || rq->in->call->request.https;
}

const char *req_base(struct req *rq)
{
    return arena_fmt(rq->cx->mem, "%s://%s",
                     req_is_https(rq) ? "https" : "http",
                     rq->in->call->request.host);
}

const char *req_language(struct req *rq)
{
    return rq->in->call->request.accept_language;
}

bool req_accepts_gzip(struct req *rq)
{
    return strstr(rq->in->call->request.accept_encoding, "gzip") != NULL;
}

void req_keep(struct req *rq, void *what)
{
    rq->in->kept = what;
}

void *req_kept(struct req *rq)
{
    return rq->in->kept;
}

bool req_can(struct req *rq, const char *capability)
{
    return role_can(rq->cx->actor->role, capability);
}
