#include "http/refuse.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

enum {
    LINE_END = 2, /* CR LF */
    VERSION_N = 8 /* HTTP/1.1 */
};

/* ONCE: a second one is refused. FIRST, LAST: that one counts. */
enum repeat { ONCE, FIRST, LAST };

static const struct known {
    const char *name;
    size_t n, offset; /* of a const char * in struct head */
    enum repeat repeat;
} known[] = {
#define KNOWN(text, member, repeat)                                   \
    {                                                                 \
        text, sizeof(text) - 1, offsetof(struct head, member), repeat \
    }
    KNOWN("host", request.host, ONCE),
    KNOWN("origin", request.origin, ONCE),
    KNOWN("cookie", request.cookie, ONCE),
    KNOWN("content-type", request.content_type, ONCE),
    KNOWN("sec-fetch-site", request.fetch_site, ONCE),
    KNOWN("content-length", length, ONCE),
    KNOWN("transfer-encoding", coding, ONCE),
    KNOWN("expect", expect, ONCE),
    KNOWN("accept-language", request.accept_language, FIRST),
    KNOWN("accept-encoding", request.accept_encoding, FIRST),
    KNOWN("if-none-match", request.if_none_match, FIRST),
    KNOWN("user-agent", request.user_agent, FIRST),
    KNOWN("x-forwarded-for", forwarded_for, LAST),
    KNOWN("x-forwarded-proto", forwarded_proto, LAST),
#undef KNOWN
};

enum { N_KNOWN = sizeof known / sizeof *known };

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(unsigned char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* RFC 9110, 5.6.2. */
static bool is_token(unsigned char c)
{
    return is_letter(c) || is_digit(c) ||
           (c && strchr("-!#$%&'*+.^_`|~", c) != NULL);
}

static bool all_token(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!is_token((unsigned char)s[i]))
            return false;
    return n > 0;
}

static void refuse(struct head *h, int status)
{
    if (!h->status)
        h->status = status;
}

int refuse_target(const char *target, size_t n)
{
    if (n > HTTP_TARGET_MAX)
        return 414;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)target[i];
        if (c <= ' ' || c >= 0x7f || c == '#' || c == '\\')
            return 400;
    }
    return n && target[0] == '/' ? 0 : 400;
}

bool head_length(const char *s, size_t *out)
{
    size_t value = 0, n = strlen(s);

    if (!n || n > 18)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!is_digit((unsigned char)s[i]))
            return false;
        value = value * 10 + (size_t)(s[i] - '0');
    }
    *out = value;
    return true;
}

static void see_method(struct head *h, const char *method)
{
    if (!strcmp(method, "GET"))
        h->request.method = HTTP_GET;
    else if (!strcmp(method, "HEAD"))
        h->request.method = HTTP_HEAD;
    else if (!strcmp(method, "POST"))
        h->request.method = HTTP_POST;
    else
        refuse(h, all_token(method, strlen(method)) ? 405 : 400);
}

void head_begin(struct head *h, const struct head_line *line)
{
    *h = (struct head){.forwarded_for = "", .forwarded_proto = ""};
    h->request = (struct http_request){
        .path = line->target,
        .query = "",
        .address = "",
        .host = "",
        .origin = "",
        .cookie = "",
        .content_type = "",
        .accept_language = "",
        .fetch_site = "",
        .if_none_match = "",
        .accept_encoding = "",
        .user_agent = "",
        .body = {(const unsigned char *)"", 0},
    };
    h->next = line->version + VERSION_N + LINE_END;
    h->old = !strcmp(line->version, "HTTP/1.0");
    if (!h->old && strcmp(line->version, "HTTP/1.1") != 0)
        refuse(h, 400);
    if (line->method + strlen(line->method) + 1 != line->target ||
        line->target + line->target_n + 1 != line->version)
        refuse(h, 400);
    see_method(h, line->method);
}

/* Between the colon and the value there is nothing but space. */
static bool only_space(const char *from, const char *to)
{
    for (; from < to; from++)
        if (*from != ' ' && *from != '\t')
            return false;
    return from == to;
}

static void keep(struct head *h, const struct known *k, const char *value)
{
    const char **slot = (const char **)(void *)((char *)h + k->offset);
    unsigned bit = 1U << (unsigned)(k - known);
    bool again = (h->seen & bit) != 0;

    h->seen |= bit;
    if (again && k->repeat == ONCE)
        refuse(h, 400);
    if (!again || k->repeat == LAST)
        *slot = value;
}

static bool has_control(const char *s, size_t n)
{
    unsigned bad = 0;

    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        bad |= (unsigned)(c < ' ' && c != '\t') | (unsigned)(c == 0x7f);
    }
    return bad != 0;
}

void head_header(struct head *h, const char *name, const char *value)
{
    size_t name_n = strlen(name), value_n = strlen(value);

    if (++h->n > HTTP_HEADERS_MAX)
        refuse(h, 431);
    if (name != h->next || !all_token(name, name_n))
        refuse(h, 400);
    if (h->status || !only_space(name + name_n + 1, value)) {
        refuse(h, 400);
        return;
    }
    h->next = value + value_n + LINE_END;
    if (has_control(value, value_n))
        refuse(h, 400);
    for (const struct known *k = known; k < known + N_KNOWN; k++)
        if (k->n == name_n && !strncasecmp(k->name, name, name_n)) {
            if (!text_ok(value, value_n))
                refuse(h, 400);
            keep(h, k, value);
            return;
        }
}

static bool host_ok(const char *s)
{
    for (const char *c = s; *c; c++)
        if (!is_letter((unsigned char)*c) && !is_digit((unsigned char)*c) &&
            !strchr(".-_:[]", *c))
            return false;
    return *s != '\0';
}

/* One plain length, or nothing. Chunks are refused (411): no browser sends
 * them, nginx turns them into a length, and half of all smuggling is in them.
 */
static void check_body(struct head *h)
{
    if (h->coding)
        refuse(h, h->length || h->old || strcasecmp(h->coding, "chunked") != 0
                      ? 400
                      : 411);
    if (h->length && !head_length(h->length, &h->body_n))
        refuse(h, 400);
    if (h->body_n && h->request.method != HTTP_POST)
        refuse(h, 400);
    if (h->expect && strcasecmp(h->expect, "100-continue") != 0)
        refuse(h, 417);
}

int head_end(struct head *h, const char *end)
{
    if (h->next + LINE_END != end)
        refuse(h, 400);
    check_body(h);
    if (!host_ok(h->request.host) && !(h->old && !*h->request.host))
        refuse(h, 400);
    return h->status;
}

void forwarded_address(const char *list, char out[46])
{
    const char *from = strrchr(list, ',');
    unsigned char ip[16];
    size_t n;

    from = from ? from + 1 : list;
    from += strspn(from, " \t");
    n = strcspn(from, " \t");
    out[0] = '\0';
    if (n > 45 || from[n + strspn(from + n, " \t")])
        return;
    memcpy(out, from, n);
    out[n] = '\0';
    if (inet_pton(AF_INET, out, ip) != 1 && inet_pton(AF_INET6, out, ip) != 1)
        out[0] = '\0';
}
