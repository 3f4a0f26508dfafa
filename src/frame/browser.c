#include "frame/browser.h"

#include <string.h>

#include "http/http.h"

enum { REQUEST_MEMORY = 32 << 20 };

static struct browser *asking;

static int64_t clock_of_test(void)
{
    return asking->cx->now;
}

static bool who(struct req *rq)
{
    rq->cx->actor = asking->actor ? asking->actor : &actor_nobody;
    rq->cx->lang = asking->lang;
    return !asking->who || asking->who(rq);
}

static const char *csrf(struct req *rq)
{
    (void)rq;
    return "token";
}

static void shell(struct req *rq, struct tpl *whole)
{
    if (asking->shell)
        asking->shell(rq, whole);
    else
        tpl_html(whole,
                 (struct html){rq->page->out.at ? rq->page->out.at : ""});
}

static void error(struct req *rq, int status)
{
    (void)status;
    (void)req_row(rq, "name"); /* the program's asks whose address it was */
    tpl_text(rq->page, rq->cx->err.text);
}

static struct tpl_typed_list draft(struct req *rq, const char *to)
{
    return asking->draft ? asking->draft(rq, to) : (struct tpl_typed_list){0};
}

static bool sent(struct req *rq)
{
    (void)rq;
    return true;
}

static bool rescue(struct req *rq)
{
    return fail(rq->cx, ERR_DENIED, NULL, "This page is not for you.");
}

static bool gone(struct req *rq)
{
    return asking->gone && asking->gone(rq);
}

static void headers(struct req *rq)
{
    (void)rq;
}

static const struct hooks hooks = {.who = who,
                                   .csrf = csrf,
                                   .shell = shell,
                                   .error = error,
                                   .draft = draft,
                                   .sent = sent,
                                   .rescue = rescue,
                                   .gone = gone,
                                   .headers = headers};

/* One cookie of an answer, in place of an older one of its name. */
static void keep_cookie(struct browser *b, const char *header)
{
    struct arena *mem = b->cx->mem;
    size_t name = strcspn(header, "=") + 1, n = strcspn(header, ";");
    struct buf jar = buf_new(mem, 8192);

    for (const char *at = b->cookie ? b->cookie : ""; *at;) {
        size_t one = strcspn(at, ";");
        if (strncmp(at, header, name) != 0)
            buf_fmt(&jar, "%s%.*s", jar.n ? "; " : "", (int)one, at);
        at += one;
        at += strspn(at, "; ");
    }
    if (n > name && !strstr(header, "Max-Age=0"))
        buf_fmt(&jar, "%s%.*s", jar.n ? "; " : "", (int)n, header);
    b->cookie = jar.n ? jar.at : "";
}

const char *browse_header(const struct browser *b, const char *name)
{
    for (size_t i = 0; i < b->header.n; i++)
        if (strcmp(b->header.at[i].name, name) == 0)
            return b->header.at[i].value;
    return "";
}

static void take(struct browser *b, const struct http_answer *a)
{
    static const char token[] = "name=\"csrf\" value=\"";

    b->status = a->status;
    b->body = arena_dup_n(b->cx->mem, (const char *)a->body.at, a->body.n);
    b->body_n = a->body.n;
    b->header = (struct http_headers){0};
    for (size_t i = 0; i < a->headers.n; i++) {
        const struct http_header *h = &a->headers.at[i];
        *LIST_PUSH(b->cx->mem, &b->header) = (struct http_header){
            arena_dup(b->cx->mem, h->name), arena_dup(b->cx->mem, h->value)};
        if (strcmp(h->name, "Set-Cookie") == 0)
            keep_cookie(b, h->value);
    }
    b->location = browse_header(b, "Location");
    const char *csrf = strstr(b->body, token);
    if (csrf) {
        csrf += sizeof token - 1;
        b->csrf = arena_dup_n(b->cx->mem, csrf, strcspn(csrf, "\""));
    }
}

static void ask(struct browser *b, const char *path, const char *form)
{
    static struct app app = {.clock = clock_of_test};
    struct http_call call = {.mem = arena_new(REQUEST_MEMORY)};
    const size_t n = strcspn(path, "?");
    const char *site = form ? "same-origin" : "none";

    call.request = (struct http_request){
        .method = form ? HTTP_POST : HTTP_GET,
        .path = arena_dup_n(call.mem, path, n),
        .query = path[n] ? path + n + 1 : "",
        .address = "192.0.2.7",
        .host = b->host ? b->host : "beside.test",
        .origin = b->origin ? b->origin : "",
        .cookie = b->cookie ? b->cookie : "",
        .content_type = "application/x-www-form-urlencoded",
        .accept_language = "en-US",
        .fetch_site = b->site ? b->site : site,
        .if_none_match = "",
        .accept_encoding = "",
        .user_agent = ""};
    if (form)
        call.request.body =
            (struct blob){(const unsigned char *)form, strlen(form)};
    asking = b;
    app.hooks = b->hooks ? b->hooks : &hooks;
    app.modules = b->modules;
    app_answer(&app, b->cx->db, &call);
    take(b, &call.answer);
    arena_free(call.mem);
}

void browse(struct browser *b, const char *path)
{
    ask(b, path, NULL);
}

void browse_form(struct browser *b, const char *path, const char *fields)
{
    const char *csrf = b->hooks ? b->csrf : "token";

    ask(b, path,
        b->no_csrf || !csrf
            ? fields
            : arena_fmt(b->cx->mem, "csrf=%s&%s", csrf, fields));
}
