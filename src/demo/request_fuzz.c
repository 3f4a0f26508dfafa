/* Requests to the whole program, on the made-up store: whatever the address,
 * the headers and the fields say, the answer is one of ours, it is no accident,
 * and it leads nowhere else.
 *
 * The lines of the input: method and address; Accept-Language; cookies; then
 * the body. "POST" brings the token of the session, so that forms are read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "db/db.h"
#include "demo/demo.h"
#include "frame/app.h"
#include "frame/settings.h"
#include "http/http.h"
#include "keys/keys.h"
#include "store/store.h"

static const unsigned char master[KEYS_MASTER_BYTES] = "of the fuzzer";
static const char session[] = "the session of Denise";
static struct ctx store;

static int64_t now(void)
{
    return store.now;
}

static bool sign_in(void)
{
    struct query *q = db_sql(
        &store, "INSERT INTO auth_session (id, account, token, form, shared,"
                " made, seen, ends)"
                " SELECT 1, MIN(id), $1, 'form', 0, $2, $3, $4"
                " FROM auth_account WHERE role = 1");

    db_put_text(q, keys_hash(store.mem, "auth.session", session));
    db_put_time(q, store.now);
    db_put_time(q, store.now);
    db_put_time(q, store.now + 86400);
    return db_end(q);
}

/* Before the first input, so that its time is not the time of one. */
int LLVMFuzzerInitialize(const int *argc, char *const *const *argv);

int LLVMFuzzerInitialize(const int *argc, char *const *const *argv)
{
    const char *why = "";
    int applied = 0;

    (void)argc;
    (void)argv;
    store = (struct ctx){.mem = arena_new(512 << 20), .actor = &actor_operator};
    store.db = db_open(store.mem, ":memory:", DB_WRITE, &why);
    if (!store.db || !zone_set("America/New_York") ||
        !settings_load(&store, NULL) || !db_upgrade(&store, &applied) ||
        !keys_open_key(&store, master) || !db_begin(&store) ||
        !raise_event(&store, STORE_FILLED, NULL) ||
        !demo_write(&store, date_parse("2026-10-13"), "no password") ||
        !sign_in() || !db_commit(&store)) {
        (void)fprintf(stderr, "%s%s\n", why, store.err.text);
        abort();
    }
    return 0;
}

/* The next line, which is taken off; "" when it is no text. */
static const char *line(struct arena *mem, const unsigned char **at, size_t *n)
{
    const unsigned char *end = memchr(*at, '\n', *n);
    const size_t m = end ? (size_t)(end - *at) : *n;
    const char *s = arena_dup_n(mem, (const char *)*at, m);

    *at += end ? m + 1 : m;
    *n -= end ? m + 1 : m;
    return text_ok(s, m) ? s : "";
}

static bool is_ours(int status)
{
    static const int ours[] = {200, 204, 303, 304, 400, 403, 404,
                               405, 409, 410, 413, 422, 503};

    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (status == ours[i])
            return true;
    return false;
}

static void hold(const struct http_call *call)
{
    if (!is_ours(call->answer.status)) {
        (void)fprintf(stderr, "%s: %d\n", call->request.path,
                      call->answer.status);
        abort();
    }
    for (size_t i = 0; i < call->answer.headers.n; i++) {
        const struct http_header *h = &call->answer.headers.at[i];
        if (strcspn(h->value, "\r\n") != strlen(h->value) ||
            (strcmp(h->name, "Location") == 0 &&
             (h->value[0] != '/' || h->value[1] == '/' || h->value[1] == '\\')))
            abort();
    }
}

/* A day or a time of a day that was read says itself again. */
static void as_a_day(struct arena *mem, const char *s)
{
    const struct date d = date_parse(s);
    const int minute = minute_parse(s);

    if (date_is_set(d) && date_parse(date_iso(mem, d)).days != d.days)
        abort();
    if (minute != -1 && (minute < 0 || minute >= 24 * 60))
        abort();
}

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n)
{
    static struct app app = {.clock = now, .hooks = &program_hooks};

    struct http_call call = {.mem = arena_new(64 << 20)};
    struct arena *mem = call.mem;
    const char *first = line(mem, &at, &n), *language = line(mem, &at, &n);
    const char *cookies = line(mem, &at, &n);
    const bool post = strncmp(first, "POST ", 5) == 0;
    const char *address = first + strcspn(first, "/");
    const size_t path = strcspn(address, "?");

    as_a_day(mem, language);
    if (*address) {
        const char *body =
            arena_fmt(mem, "csrf=%s&%s", keys_hash(mem, "auth.csrf", session),
                      arena_dup_n(mem, (const char *)at, n));
        call.request = (struct http_request){
            .method = post ? HTTP_POST : HTTP_GET,
            .path = arena_dup_n(mem, address, path),
            .query = address[path] ? address + path + 1 : "",
            .address = "192.0.2.7",
            .host = "beside.test",
            .origin = "",
            .cookie = arena_fmt(mem, "%s; beside=%s", cookies, session),
            .content_type = "application/x-www-form-urlencoded",
            .accept_language = language,
            .fetch_site = "same-origin",
            .if_none_match = "",
            .accept_encoding = "",
            .user_agent = ""};
        if (post)
            call.request.body =
                (struct blob){(const unsigned char *)body, strlen(body)};
        app_answer(&app, store.db, &call);
        hold(&call);
    }
    arena_free(mem);
    return 0;
}
