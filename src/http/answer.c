#include <string.h>
#include <strings.h>

#include "http/http_int.h"

enum { REFUSAL_SECONDS = 5 };

static const struct refused {
    int status;
    const char *words;
} refused[N_REFUSALS] = {
    [REFUSE_400] = {400, "This request is not well formed.\n"},
    [REFUSE_405] = {405, "This address does not take that kind of request.\n"},
    [REFUSE_411] = {411, "Send the length of the body first.\n"},
    [REFUSE_413] = {413, "This is more than can be sent at once. Please go "
                         "back and send a little less.\n"},
    [REFUSE_414] = {414, "This address is too long.\n"},
    [REFUSE_417] = {417, "This expectation cannot be met.\n"},
    [REFUSE_431] = {431, "The head of this request is too long.\n"},
    [REFUSE_500] = {500, "Something went wrong on our side. Please try "
                         "again.\n"},
    [REFUSE_503] = {503, "Many people are here right now. Please try again in "
                         "a moment.\n"},
};

static bool dress(struct MHD_Response *r, const char *const headers[][2])
{
    for (; ***headers; headers++)
        if (MHD_add_response_header(r, (*headers)[0], (*headers)[1]) != MHD_YES)
            return false;
    return true;
}

/* What is answered here was made without the app, so it carries by itself what
 * the app puts on every answer: but for 431, whose head is short, as there may
 * be no room for more. */
static struct MHD_Response *make_refusal(const struct refused *what)
{
    static const char *const all[][2] = {
        {"Connection", "close"},
        {"Content-Type", "text/plain; charset=utf-8"},
        {"Cache-Control", "no-store"},
        {"X-Content-Type-Options", "nosniff"},
        {"", ""}};
    static const char *const fixed[][2] = {
        {"Content-Security-Policy",
         "default-src 'none'; form-action 'none'; frame-ancestors 'none'; "
         "base-uri 'none'"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"", ""}};
    static const char *const methods[][2] = {{"Allow", "GET, HEAD, POST"},
                                             {"", ""}};
    static const char *const later[][2] = {{"Retry-After", "2"}, {"", ""}};
    struct MHD_Response *r = MHD_create_response_from_buffer(
        strlen(what->words), (void *)what->words, MHD_RESPMEM_PERSISTENT);

    if (r && dress(r, all) && (what->status == 431 || dress(r, fixed)) &&
        (what->status != 405 || dress(r, methods)) &&
        (what->status != 503 || dress(r, later)))
        return r;
    if (r)
        MHD_destroy_response(r);
    return NULL;
}

bool answer_prepare(struct http_server *s)
{
    for (int i = 0; i < N_REFUSALS; i++)
        if (!(s->refusals[i] = make_refusal(&refused[i])))
            return false;
    return true;
}

void answer_forget(struct http_server *s)
{
    for (int i = 0; i < N_REFUSALS; i++)
        if (s->refusals[i])
            MHD_destroy_response(s->refusals[i]);
}

enum MHD_Result http_answer_refuse(struct http_server *s,
                                   struct MHD_Connection *c, struct guard *g,
                                   int status)
{
    int i = 0;

    while (i < REFUSE_500 && refused[i].status != status)
        i++;
    if (status == 503)
        i = REFUSE_503;
    guard_set(g, REFUSAL_SECONDS);
    return MHD_queue_response(c, (unsigned)refused[i].status, s->refusals[i]);
}

static bool ours(const char *name)
{
    static const char *const names[] = {"Connection", "Content-Length", "Date",
                                        "Transfer-Encoding", NULL};

    for (const char *const *n = names; *n; n++)
        if (!strcasecmp(*n, name))
            return true;
    return false;
}

static bool put_headers(struct MHD_Response *r, const struct http_headers *all)
{
    for (size_t i = 0; i < all->n; i++)
        if (ours(all->at[i].name) ||
            MHD_add_response_header(r, all->at[i].name, all->at[i].value) !=
                MHD_YES)
            return false;
    return true;
}

static size_t head_size(const struct http_headers *all)
{
    size_t n = 0;

    for (size_t i = 0; i < all->n; i++)
        n += strlen(all->at[i].name) + strlen(all->at[i].value) +
             sizeof ": \r\n" - 1;
    return n;
}

static struct MHD_Response *make(const struct held *held)
{
    const struct http_answer *a = &held->call.answer;
    struct MHD_Response *r;

    if (a->status < 200 || a->status > 599 || a->body.n > HTTP_ANSWER_MAX ||
        head_size(&a->headers) > HTTP_ANSWER_HEAD_MAX)
        return NULL;
    r = MHD_create_response_from_buffer(a->body.n, (void *)a->body.at,
                                        MHD_RESPMEM_PERSISTENT);
    if (!r)
        return NULL;
    if (!put_headers(r, &a->headers) ||
        (atomic_load_explicit(&held->server->ending, memory_order_relaxed) &&
         MHD_add_response_header(r, "Connection", "close") != MHD_YES)) {
        MHD_destroy_response(r);
        return NULL;
    }
    return r;
}

enum MHD_Result answer_send(struct held *held)
{
    const struct http_options *o = &held->server->o;
    const struct http_answer *a = &held->call.answer;
    struct MHD_Response *r = make(held);
    enum MHD_Result done;

    if (!r)
        return http_answer_refuse(held->server, held->connection, held->guard,
                                  500);
    guard_set(held->guard,
              o->answer_seconds + (unsigned)(a->body.n / o->answer_rate));
    done = MHD_queue_response(held->connection, (unsigned)a->status, r);
    MHD_destroy_response(r);
    return done;
}

void http_header(struct http_call *call, const char *name, const char *value)
{
    *LIST_PUSH(call->mem, &call->answer.headers) =
        (struct http_header){name, value};
}
