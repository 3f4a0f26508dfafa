#include "base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

/* A document as it looks before jansson sees it: jansson recurses, and sets
 * aside memory for every value, so both are bounded first. */
struct scan {
    const unsigned char *at, *end;
    int line, depth;
    size_t values;
    bool in_text;
};

static bool too_much(const struct scan *s)
{
    return s->depth > JSON_DEPTH_MAX || s->values > JSON_VALUES_MAX;
}

static int hex_digit(unsigned char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* \b, \f, \u0007: a control character in disguise. p is after the '\'. */
static bool hides_control(const unsigned char *p, const unsigned char *end)
{
    int v = 0;

    if (*p == 'b' || *p == 'f')
        return true;
    if (end - p < 5 || *p != 'u')
        return false;
    for (int i = 1; i < 5; i++) {
        int d = hex_digit(p[i]);
        if (d < 0)
            return false;
        v = v * 16 + d;
    }
    return (v < 0x20 && v != '\t' && v != '\n' && v != '\r') || v == 0x7f;
}

/* One character inside a text. False for a hidden control character. */
static bool scan_text(struct scan *s)
{
    if (*s->at == '"') {
        s->in_text = false;
    } else if (*s->at == '\\' && s->at + 1 < s->end) {
        s->at++;
        return !hides_control(s->at, s->end);
    }
    return true;
}

static void scan_mark(struct scan *s)
{
    switch (*s->at) {
    case '"': s->in_text = true; break;
    case '{':
    case '[': s->depth++, s->values++; break;
    case '}':
    case ']': s->depth--; break;
    case ',': s->values++; break;
    default: break;
    }
}

static bool scan(struct ctx *cx, struct blob in)
{
    struct scan s = {.at = in.at, .end = in.at + in.n, .line = 1};

    for (; s.at < s.end; s.at++) {
        s.line += *s.at == '\n';
        if (!s.in_text)
            scan_mark(&s);
        else if (!scan_text(&s))
            return fail(cx, ERR_INVALID, NULL,
                        "Line %d has a character that cannot be shown.",
                        s.line);
        if (too_much(&s))
            return fail(cx, ERR_INVALID, NULL,
                        "This file holds more than can be read at once.");
    }
    return true;
}

/* Without the byte order mark that some editors put first. */
static struct blob without_mark(struct blob in)
{
    if (in.n >= 3 && memcmp(in.at, "\xef\xbb\xbf", 3) == 0)
        return (struct blob){in.at + 3, in.n - 3};
    return in;
}

static void release(void *doc)
{
    json_decref(doc);
}

bool json_parse(struct ctx *cx, struct blob in, size_t max,
                const struct json **out)
{
    json_error_t why;

    *out = NULL;
    if (in.n > max)
        return fail(cx, ERR_INVALID, NULL, "This file is too big.");
    in = without_mark(in);
    if (in.n == 0 || !text_ok((const char *)in.at, in.n))
        return fail(cx, ERR_INVALID, NULL,
                    "This is not a text file in JSON form.");
    if (!scan(cx, in))
        return false;
    json_t *doc =
        json_loadb((const char *)in.at, in.n, JSON_REJECT_DUPLICATES, &why);
    if (!doc && json_error_code(&why) == json_error_duplicate_key)
        return fail(cx, ERR_INVALID, NULL, "Line %d says the same name twice.",
                    why.line);
    if (!doc)
        return fail(cx, ERR_INVALID, NULL,
                    "Line %d is not JSON: something is missing or too much.",
                    why.line);
    arena_defer(cx->mem, release, doc);
    *out = (const struct json *)doc;
    return true;
}

static const json_t *inside(const struct json *v)
{
    return (const json_t *)v;
}

enum json_kind json_kind(const struct json *v)
{
    if (!v)
        return JSON_KIND_NONE;
    switch (json_typeof(inside(v))) {
    case JSON_OBJECT: return JSON_KIND_OBJECT;
    case JSON_ARRAY: return JSON_KIND_LIST;
    case JSON_STRING: return JSON_KIND_TEXT;
    case JSON_INTEGER: return JSON_KIND_INT;
    case JSON_REAL: return JSON_KIND_REAL;
    case JSON_TRUE:
    case JSON_FALSE: return JSON_KIND_BOOL;
    case JSON_NULL: return JSON_KIND_NULL;
    }
    return JSON_KIND_NONE;
}

const struct json *json_get(const struct json *v, const char *name)
{
    return (const struct json *)json_object_get(inside(v), name);
}

size_t json_length(const struct json *v)
{
    return json_array_size(inside(v));
}

const struct json *json_at(const struct json *v, size_t i)
{
    return (const struct json *)json_array_get(inside(v), i);
}

const char *json_text(const struct json *v)
{
    const char *s = json_string_value(inside(v));

    return s ? s : "";
}

struct texts json_texts(struct arena *mem, const struct json *list)
{
    struct texts out = {0};

    for (size_t i = 0; i < json_length(list); i++)
        *LIST_PUSH(mem, &out) = json_text(json_at(list, i));
    return out;
}

int64_t json_int(const struct json *v, int64_t otherwise)
{
    return json_is_integer(inside(v)) ? json_integer_value(inside(v))
                                      : otherwise;
}

double json_number(const struct json *v, double otherwise)
{
    return json_is_number(inside(v)) ? json_number_value(inside(v)) : otherwise;
}

bool json_bool(const struct json *v, bool otherwise)
{
    return json_is_boolean(inside(v)) ? json_is_true(inside(v)) : otherwise;
}

static void put_escaped(struct buf *b, unsigned char c)
{
    switch (c) {
    case '"': buf_puts(b, "\\\""); break;
    case '\\': buf_puts(b, "\\\\"); break;
    case '\n': buf_puts(b, "\\n"); break;
    case '\r': buf_puts(b, "\\r"); break;
    case '\t': buf_puts(b, "\\t"); break;
    default: buf_fmt(b, "\\u%04x", c); break;
    }
}

static void put_quoted(struct buf *b, const char *s)
{
    buf_putc(b, '"');
    while (*s) {
        size_t n = 0;
        for (unsigned char c = (unsigned char)s[n];
             c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
             c = (unsigned char)s[n])
            n++;
        buf_put(b, s, n);
        s += n;
        if (*s)
            put_escaped(b, (unsigned char)*s++);
    }
    buf_putc(b, '"');
}

static void new_line(const struct json_out *w)
{
    if (!w->indent)
        return;
    buf_putc(w->to, '\n');
    for (int i = 0; i < w->depth * w->indent; i++)
        buf_putc(w->to, ' ');
}

static void put_name(struct json_out *w, const char *name)
{
    if (w->some)
        buf_putc(w->to, ',');
    if (w->depth)
        new_line(w);
    w->some = true;
    if (!name)
        return;
    put_quoted(w->to, name);
    buf_puts(w->to, w->indent ? ": " : ":");
}

static void put_open(struct json_out *w, const char *name, const char *marks)
{
    assert(w->depth < JSON_DEPTH_MAX);
    put_name(w, name);
    buf_putc(w->to, marks[0]);
    w->ends[w->depth++] = marks[1];
    w->some = false;
}

void json_put_object(struct json_out *w, const char *name)
{
    put_open(w, name, "{}");
}

void json_put_list(struct json_out *w, const char *name)
{
    put_open(w, name, "[]");
}

void json_put_end(struct json_out *w)
{
    assert(w->depth > 0);
    w->depth--;
    if (w->some)
        new_line(w);
    buf_putc(w->to, w->ends[w->depth]);
    w->some = true;
}

void json_put_text(struct json_out *w, const char *name, const char *s)
{
    put_name(w, name);
    put_quoted(w->to, s);
}

void json_put_int(struct json_out *w, const char *name, int64_t n)
{
    put_name(w, name);
    buf_int(w->to, n);
}

void json_put_time(struct json_out *w, const char *name, int64_t at)
{
    if (at == TIME_NONE)
        return;
    const struct date day = day_of(at);
    const int minute = minute_of(at), second = (int)((at % 60 + 60) % 60);
    /* Days and minutes here, told as if it were UTC, less those of UTC. */
    const int64_t here = ((int64_t)day.days * 1440 + minute) * 60 + second;
    const int off = (int)((here - at) / 60), far = abs(off);
    int y, m, d;
    char text[48];

    date_split(day, &y, &m, &d);
    (void)snprintf(text, sizeof text,
                   "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", y, m, d,
                   minute / 60, minute % 60, second, off < 0 ? '-' : '+',
                   far / 60, far % 60);
    json_put_text(w, name, text);
}

void json_put_bool(struct json_out *w, const char *name, bool b)
{
    put_name(w, name);
    buf_puts(w->to, b ? "true" : "false");
}

void json_put_texts(struct json_out *w, const char *name,
                    const struct texts *list)
{
    json_put_list(w, name);
    for (size_t i = 0; i < list->n; i++)
        json_put_text(w, NULL, list->at[i]);
    json_put_end(w);
}

void json_put_null(struct json_out *w, const char *name)
{
    put_name(w, name);
    buf_puts(w->to, "null");
}
