/* Any bytes as a head, as the fields of a form and as a cookie header.
 *
 * A head is cut up as loosely as the library does it. When it is let through
 * all the same, the pieces must give back every byte of it.
 */
#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "http/form.h"
#include "http/refuse.h"

enum { MOST = 16 * 1024, LINES = 80 };

/* The line at *at without its end, closed by NULs; NULL when there is none. */
static char *next_line(char **at, char *end)
{
    char *from = *at, *lf = memchr(from, '\n', (size_t)(end - from));

    if (!lf)
        return NULL;
    *at = lf + 1;
    *lf = '\0';
    if (lf > from && lf[-1] == '\r')
        lf[-1] = '\0';
    return from;
}

/* Takes text to its first c away from *at; skips as many more as follow. */
static char *until(char **at, char c)
{
    char *from = *at, *stop = strchr(from, c);

    if (!stop)
        return NULL;
    *stop++ = '\0';
    while (*stop == c)
        stop++;
    *at = stop;
    return from;
}

/* Puts back what was between the pieces. */
static void rejoin(struct buf *b, const char *name, const char *value)
{
    buf_puts(b, name);
    buf_puts(b, ":");
    buf_put(b, name + strlen(name) + 1,
            (size_t)(value - name) - strlen(name) - 1);
    buf_puts(b, value);
    buf_puts(b, "\r\n");
}

static void cut_headers(struct head *h, char *at, char *end, struct buf *b)
{
    char *l = next_line(&at, end);

    for (; l && *l; l = next_line(&at, end)) {
        char *rest = l, *name = until(&rest, ':');
        if (!name)
            return;
        const char *value = name + strlen(name) + 1;
        value += strspn(value, " \t");
        head_header(h, name, value);
        if (!h->status)
            rejoin(b, name, value);
    }
    if (l && !head_end(h, at)) {
        buf_puts(b, "\r\n");
        b->max = b->n; /* marks it as let through */
    }
}

static void try_head(struct arena *mem, const unsigned char *raw, size_t n)
{
    char *copy = arena_dup_n(mem, (const char *)raw, n), *at = copy;
    char *rest = next_line(&at, copy + n);
    struct buf b = buf_new(mem, 2 * MOST);
    struct head_line line;
    struct head h;

    if (!rest || !(line.method = until(&rest, ' ')) ||
        !(line.target = until(&rest, ' ')) || strlen(rest) != 8)
        return;
    line.version = rest;
    line.target_n = strlen(line.target);
    if (refuse_target(line.target, line.target_n))
        return;
    head_begin(&h, &line);
    buf_fmt(&b, "%s %s %s\r\n", line.method, line.target, line.version);
    cut_headers(&h, at, copy + n, &b);
    if (b.max == 2 * MOST)
        return;
    assert(b.n <= n && memcmp(b.at, raw, b.n) == 0);
    assert(!memchr(b.at, '\0', b.n));
    assert(h.request.method == HTTP_POST || h.body_n == 0);
    assert(h.n <= LINES && text_ok(h.request.cookie, strlen(h.request.cookie)));
}

static void try_fields(struct arena *mem, const char *s, size_t n)
{
    struct http_fields f = {.n = 0};

    if (!http_fields_parse(mem, s, n, &f))
        return;
    assert(f.n <= HTTP_FIELDS_MAX);
    for (size_t i = 0; i < f.n; i++) {
        assert(text_ok(f.at[i].name, strlen(f.at[i].name)));
        assert(text_ok(f.at[i].value, strlen(f.at[i].value)));
    }
}

static void try_cookie(struct arena *mem, const char *s, size_t n)
{
    const char *header = arena_dup_n(mem, s, n);
    const char *value = http_cookie(mem, header, "sid");
    char address[46];
    size_t length;

    assert(!strchr(value, ';') && (!*value || strstr(header, value)));
    forwarded_address(header, address);
    assert(strspn(address, "0123456789abcdefABCDEF:.") == strlen(address));
    if (head_length(header, &length))
        assert(strspn(header, "0123456789") == strlen(header));
}

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n)
{
    struct arena *mem = arena_new(64 << 20);

    if (n <= MOST) {
        /* NULs beside a line end may leave no trace of a cut: README.md */
        if (!memmem(at, n, "\0\n", 2) && !memmem(at, n, "\0\r", 2) &&
            !memmem(at, n, "\n\0", 2))
            try_head(mem, at, n);
        try_fields(mem, (const char *)at, n);
        try_cookie(mem, (const char *)at, n);
    }
    arena_free(mem);
    return 0;
}
