#include "http/http.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/test.h"
#include "http/form.h"
#include "http/refuse.h"

/* --- heads, cut up as the library does --- */

/* A head in one piece of memory: each piece is closed by NULs where the bytes
 * between it and the next one were. */
struct cut {
    char at[16384];
    size_t n;
    struct head head;
};

static const char *piece(struct cut *c, const char *text, size_t closing)
{
    char *p = c->at + c->n;

    const size_t n = strlen(text);

    for (size_t i = 0; i < n + closing; i++)
        p[i] = (char)(i < n ? text[i] : '\0');
    c->n += n + closing;
    return p;
}

static struct cut *line(struct ctx *cx, const char *method, const char *target,
                        const char *version)
{
    struct cut *c = ARENA_NEW(cx->mem, struct cut);
    struct head_line l = {.target_n = strlen(target)};

    l.method = piece(c, method, 1);
    l.target = piece(c, target, 1);
    l.version = piece(c, version, 2);
    head_begin(&c->head, &l);
    return c;
}

static struct cut *with(struct cut *c, const char *name, const char *value)
{
    const char *at = piece(c, name, 1);

    head_header(&c->head, at, piece(c, value, 2));
    return c;
}

static int done(struct cut *c)
{
    return head_end(&c->head, c->at + c->n + 2);
}

static struct cut *get(struct ctx *cx)
{
    return with(line(cx, "GET", "/", "HTTP/1.1"), "Host", "beside");
}

static struct cut *post(struct ctx *cx)
{
    return with(line(cx, "POST", "/", "HTTP/1.1"), "Host", "beside");
}

TEST(http, a_plain_head_is_read)
{
    struct cut *c = with(with(get(cx), "COOKIE", "a=1"), "X-Other", "\xe9");

    cr_assert_eq(done(c), 0);
    cr_assert_eq(c->head.request.method, HTTP_GET);
    cr_assert_str_eq(c->head.request.path, "/");
    cr_assert_str_eq(c->head.request.host, "beside");
    cr_assert_str_eq(c->head.request.cookie, "a=1");
    cr_assert_str_eq(c->head.request.origin, "");
    cr_assert_eq(c->head.request.body.n, 0);
}

TEST(http, a_length_is_read)
{
    struct cut *c = with(post(cx), "Content-Length", "65536");

    cr_assert_eq(done(c), 0);
    cr_assert_eq(c->head.body_n, 65536);
}

TEST(http, bytes_that_are_skipped_are_refused)
{
    struct cut *c = get(cx);

    c->n++; /* one byte that no piece holds: a NUL, a fold, a third space */
    cr_assert_eq(done(with(c, "X", "1")), 400);
    c = get(cx);
    c->n--; /* one byte too few: a bare LF */
    cr_assert_eq(done(with(c, "X", "1")), 400);
    c = get(cx);
    cr_assert_eq(head_end(&c->head, c->at + c->n + 1), 400);
    c = get(cx);
    cr_assert_eq(head_end(&c->head, c->at + c->n + 3), 400);
}

TEST(http, a_request_line_is_one_of_ours)
{
    static const struct {
        const char *method, *target, *version;
        int status;
    } lines[] = {
        {"GET", "/", "HTTP/1.1", 0},   {"HEAD", "/", "HTTP/1.1", 0},
        {"POST", "/", "HTTP/1.1", 0},  {"PUT", "/", "HTTP/1.1", 405},
        {"get", "/", "HTTP/1.1", 405}, {"G T", "/", "HTTP/1.1", 400},
        {"", "/", "HTTP/1.1", 400},    {"GET\t", "/", "HTTP/1.1", 400},
        {"GET", "/", "HTTP/1.2", 400}, {"GET", "/", "HTTP/1.0", 0},
        {"GET", "/", "http/1.1", 400},
    };

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct cut *c =
            line(cx, lines[i].method, lines[i].target, lines[i].version);
        cr_assert_eq(done(with(c, "Host", "h")), lines[i].status, "line %zu",
                     i);
    }
}

TEST(http, what_can_be_read_in_two_ways_is_refused)
{
    static const struct {
        const char *name, *value;
        int status;
    } more[] = {
        {"host", "beside", 400},
        {"X Y", "1", 400},
        {"X\t", "1", 400},
        {"", "1", 400},
        {"X", "a\rb", 400},
        {"X", "a\x0b", 400},
        {"X", "a\x7f", 400},
        {"Content-Length", "+5", 400},
        {"Content-Length", "5,5", 400},
        {"Content-Length", "", 400},
        {"Transfer-Encoding", "", 400},
        {"Transfer-Encoding", "chunked, chunked", 400},
        {"Transfer-Encoding", "xchunked", 400},
        {"Transfer-Encoding", "chunked", 411},
        {"Expect", "something", 417},
        {"Expect", "100-Continue", 0},
        {"User-Agent", "\xc3", 400},
        {"X", "a\tb", 0},
    };

    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        cr_assert_eq(done(with(post(cx), more[i].name, more[i].value)),
                     more[i].status, "header %zu", i);
}

TEST(http, headers_that_come_twice)
{
    struct cut *c = with(post(cx), "Content-Length", "5");
    cr_assert_eq(done(with(c, "Content-Length", "5")), 400);
    c = with(post(cx), "Content-Length", "5");
    cr_assert_eq(done(with(c, "Transfer-Encoding", "chunked")), 400);
    c = with(get(cx), "Cookie", "");
    cr_assert_eq(done(with(c, "Cookie", "a=1")), 400);
    c = with(get(cx), "X-Forwarded-For", "9.9.9.9");
    cr_assert_eq(done(with(c, "X-Forwarded-For", "1.1.1.1")), 0);
    cr_assert_str_eq(c->head.forwarded_for, "1.1.1.1");
    c = with(get(cx), "Accept-Language", "es");
    cr_assert_eq(done(with(c, "Accept-Language", "en")), 0);
    cr_assert_str_eq(c->head.request.accept_language, "es");
}

TEST(http, a_host_is_named)
{
    cr_assert_eq(done(line(cx, "GET", "/", "HTTP/1.1")), 400);
    cr_assert_eq(done(line(cx, "GET", "/", "HTTP/1.0")), 0);
    cr_assert_eq(done(with(line(cx, "GET", "/", "HTTP/1.1"), "Host", "a/b")),
                 400);
    cr_assert_eq(
        done(with(line(cx, "GET", "/", "HTTP/1.1"), "Host", "[::1]:80")), 0);
}

TEST(http, only_a_post_has_a_body)
{
    cr_assert_eq(done(with(get(cx), "Content-Length", "0")), 0);
    cr_assert_eq(done(with(get(cx), "Content-Length", "1")), 400);
    cr_assert_eq(done(with(line(cx, "POST", "/", "HTTP/1.0"),
                           "Transfer-Encoding", "chunked")),
                 400);
}

TEST(http, sixty_four_headers_and_no_more)
{
    struct cut *c = get(cx);

    for (int i = 1; i < HTTP_HEADERS_MAX; i++)
        with(c, "X", "1");
    cr_assert_eq(done(c), 0);
    cr_assert_eq(done(with(c, "X", "1")), 431);
}

TEST(http, targets)
{
    static const char bad[][8] = {"",     "a",    "*",     "/a b",  "/\t",
                                  "/a#b", "/\\a", "/\xc3", "/\x7f", "/\n"};
    char *long_one = arena_alloc(cx->mem, HTTP_TARGET_MAX + 2);

    cr_assert_eq(refuse_target("/", 1), 0);
    cr_assert_eq(refuse_target("/a%2f?b=\"<>", 10), 0);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_eq(refuse_target(bad[i], strlen(bad[i])), 400, "%zu", i);
    cr_assert_eq(refuse_target("/\0a", 3), 400);
    memset(long_one, '/', HTTP_TARGET_MAX + 1);
    cr_assert_eq(refuse_target(long_one, HTTP_TARGET_MAX), 0);
    cr_assert_eq(refuse_target(long_one, HTTP_TARGET_MAX + 1), 414);
}

TEST(http, lengths)
{
    static const char *const bad[] = {"",
                                      "-1",
                                      "+1",
                                      "0x1",
                                      "1 ",
                                      " 1",
                                      "1,1",
                                      "a",
                                      "1.0",
                                      "1e3",
                                      "1234567890123456789"};
    size_t n = 7;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert(!head_length(bad[i], &n), "%s", bad[i]);
    cr_assert_eq(n, 7);
    cr_assert(head_length("0", &n) && n == 0);
    cr_assert(head_length("007", &n) && n == 7);
    cr_assert(head_length("999999999999999999", &n) && n == 999999999999999999);
}

TEST(http, the_last_forwarded_address_counts)
{
    static const char *const pairs[][2] = {
        {"1.2.3.4", "1.2.3.4"},
        {"9.9.9.9, 1.2.3.4", "1.2.3.4"},
        {"9.9.9.9,\t2001:db8::1 ", "2001:db8::1"},
        {"", ""},
        {"1.2.3.4,", ""},
        {"1.2.3", ""},
        {"1.2.3.4 5", ""},
        {"<script>", ""},
        {"1.2.3.4:80", ""},
        {"unknown", ""},
        {"00000000000000000000000000000000000000000000001", ""},
    };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char out[46];
        forwarded_address(pairs[i][0], out);
        cr_assert_str_eq(out, pairs[i][1]);
    }
}

/* --- forms and cookies --- */

static bool parse(struct ctx *cx, const char *s, struct http_fields *out)
{
    *out = (struct http_fields){.n = 0};
    return http_fields_parse(cx->mem, s, strlen(s), out);
}

TEST(http, fields_are_decoded)
{
    struct http_fields f;

    cr_assert(parse(cx, "a=1&b=two+words&&c=%C3%a9%26&d&=e&a=2", &f));
    cr_assert_eq(f.n, 6);
    cr_assert_str_eq(f.at[1].value, "two words");
    cr_assert_str_eq(f.at[2].value, "é&");
    cr_assert_str_eq(f.at[3].name, "d");
    cr_assert_str_eq(f.at[3].value, "");
    cr_assert_str_eq(f.at[4].name, "");
    cr_assert_str_eq(f.at[5].value, "2");
    cr_assert(parse(cx, "", &f) && f.n == 0);
    cr_assert(http_fields_parse(cx->mem, NULL, 0, &f));
}

TEST(http, broken_fields_are_refused)
{
    static const char *const bad[] = {"a=%",   "a=%4",  "a=%4x",  "a=%00",
                                      "a=%ff", "%c3=1", "a=%0b",  "a=\x01",
                                      "a=% 1", "a=%+1", "a=1&b=%"};
    struct http_fields f;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert(!parse(cx, bad[i], &f), "%s", bad[i]);
}

TEST(http, five_hundred_fields_and_no_more)
{
    struct buf b = buf_new(cx->mem, 1 << 20);
    struct http_fields f;

    for (int i = 0; i < HTTP_FIELDS_MAX; i++)
        buf_puts(&b, "a&");
    cr_assert(parse(cx, b.at, &f) && f.n == HTTP_FIELDS_MAX);
    buf_puts(&b, "a");
    cr_assert(!parse(cx, b.at, &f));
}

TEST(http, what_is_encoded_comes_back)
{
    for (int round = 0; round < 200; round++) {
        struct buf b = buf_new(cx->mem, 1 << 20);
        char text[3][20] = {"", "", ""};
        struct http_fields f;
        for (int i = 0; i < 3; i++) {
            for (int k = test_random(19), j = 0; j < k; j++) {
                text[i][j] = (char)(' ' + test_random(95));
                buf_fmt(&b, "%%%02x", (unsigned char)text[i][j]);
            }
            buf_puts(&b, "=%20&");
        }
        cr_assert(parse(cx, b.at, &f) && f.n == 3);
        for (int i = 0; i < 3; i++)
            cr_assert_str_eq(f.at[i].name, text[i]);
    }
}

TEST(http, the_first_cookie_of_a_name_counts)
{
    static const char header[] = "ab=0; a=1;a=2; c=; d";

    cr_assert_str_eq(http_cookie(cx->mem, header, "a"), "1");
    cr_assert_str_eq(http_cookie(cx->mem, header, "ab"), "0");
    cr_assert_str_eq(http_cookie(cx->mem, header, "c"), "");
    cr_assert_str_eq(http_cookie(cx->mem, header, "d"), "");
    cr_assert_str_eq(http_cookie(cx->mem, header, "e"), "");
    cr_assert_str_eq(http_cookie(cx->mem, "", "a"), "");
}

/* --- a server --- */

static enum http_next badly(void *app, struct http_call *call)
{
    const char *path = call->request.path;

    (void)app;
    call->answer.status = strcmp(path, "/status") != 0 ? 200 : 0;
    if (!strcmp(path, "/line-end"))
        http_header(call, "X-A", "1\r\nX-B: 2");
    if (!strcmp(path, "/ours"))
        http_header(call, "content-length", "5");
    for (int i = 0; i < 200 && !strcmp(path, "/many"); i++)
        http_header(call, "X-A", "12345");
    return HTTP_ANSWERED;
}

/* The status of a GET at a server of ours. */
static int ask(const struct http_server *s, const char *path)
{
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons(http_port(s)),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    char text[256];
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    int n =
        snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: h\r\n\r\n", path);

    cr_assert_eq(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
    cr_assert_eq(send(fd, text, (size_t)n, 0), n);
    cr_assert_gt(recv(fd, text, sizeof text, 0), 12);
    (void)close(fd);
    cr_assert_arr_eq(text, "HTTP/1.1 ", 9);
    return (int)strtol(text + 9, NULL, 10);
}

TEST(http, an_answer_that_cannot_be_sent_whole_is_a_500)
{
    struct http_options o = {.address = "127.0.0.1", .handle = badly};
    struct http_server *s;
    const char *why;

    cr_assert(http_start(&o, &s, &why), "%s", why);
    cr_assert_eq(ask(s, "/fine"), 200);
    cr_assert_eq(ask(s, "/status"), 500);
    cr_assert_eq(ask(s, "/line-end"), 500);
    cr_assert_eq(ask(s, "/ours"), 500);
    cr_assert_eq(ask(s, "/many"), 500);
    http_stop(s);
}

TEST(http, an_address_that_is_none_is_said)
{
    struct http_options o = {.handle = badly};
    static const char *const none[] = {"nowhere", "", "unix:", "127.0.0",
                                       "unix:/no/such/folder/s"};
    struct http_server *s;

    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        const char *why = NULL;
        o.address = none[i];
        cr_assert(!http_start(&o, &s, &why));
        cr_assert(why && strchr(why, '.') && !s);
    }
    http_stop(NULL);
}
