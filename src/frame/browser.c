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
    tpl_text(rq->page, rq->cx->err.text);
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

static void headers(struct req *rq)
{
    (void)rq;
}

static const struct hooks hooks = {.who = who,
                                   .csrf = csrf,
                                   .shell = shell,
                                   .error = error,
                                   .sent = sent,
                                   .rescue = rescue,
                                   .headers = headers};

static void take(struct browser *b, const struct http_answer *a)
{
    b->status = a->status;
    b->body = arena_dup_n(b->cx->mem, (const char *)a->body.at, a->body.n);
    b->location = "";
    for (size_t i = 0; i < a->headers.n; i++) {
        const struct http_header *h = &a->headers.at[i];
        if (strcmp(h->name, "Location") == 0)
            b->location = arena_dup(b->cx->mem, h->value);
        if (strcmp(h->name, "Set-Cookie") == 0)
            b->cookie =
                arena_dup_n(b->cx->mem, h->value, strcspn(h->value, ";"));
    }
}

static void ask(struct browser *b, const char *path, const char *form)
{
    static struct app app = {.hooks = &hooks, .clock = clock_of_test};
    struct http_call call = {.mem = arena_new(REQUEST_MEMORY)};
    const size_t n = strcspn(path, "?");

    call.request = (struct http_request){
        .method = form ? HTTP_POST : HTTP_GET,
        .path = arena_dup_n(call.mem, path, n),
        .query = path[n] ? path + n + 1 : "",
        .address = "192.0.2.7",
        .host = "beside.test",
        .origin = "",
        .cookie = b->cookie ? b->cookie : "",
        .content_type = "application/x-www-form-urlencoded",
        .accept_language = "en-US",
        .fetch_site = form ? "same-origin" : "none",
        .if_none_match = "",
        .accept_encoding = "",
        .user_agent = ""};
    if (form)
        call.request.body =
            (struct blob){(const unsigned char *)form, strlen(form)};
    asking = b;
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
    ask(b, path,
        b->no_csrf ? fields : arena_fmt(b->cx->mem, "csrf=token&%s", fields));
}
