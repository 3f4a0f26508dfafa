#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/test.h"

static struct blob bytes(const char *s)
{
    return (struct blob){(const unsigned char *)s, strlen(s)};
}

static const struct json *parse(struct ctx *cx, const char *s)
{
    const struct json *doc;

    cr_assert(json_parse(cx, bytes(s), 1 << 20, &doc), "%s: %s", s,
              cx->err.text);
    return doc;
}

/* Refused, and for the reason that words names. */
static void refuse(struct ctx *cx, struct blob in, size_t max,
                   const char *words)
{
    const struct json *doc;

    cr_assert(!json_parse(cx, in, max, &doc), "%.40s", (const char *)in.at);
    cr_assert_null(doc);
    cr_assert_eq(cx->err.code, ERR_INVALID);
    cr_assert(strstr(cx->err.text, words), "%s", cx->err.text);
    ctx_forgive(cx);
}

TEST(json, reads_what_is_there)
{
    const struct json *d =
        parse(cx, "\xef\xbb\xbf{\"a\":[1,-2.5,true,null,\"Jos\\u00e9\"]}");
    const struct json *a = json_get(d, "a");

    cr_assert_eq(json_length(a), 5);
    cr_assert_eq(json_int(json_at(a, 0), 0), 1);
    cr_assert_eq(json_number(json_at(a, 0), 0), 1.0);
    cr_assert_eq(json_number(json_at(a, 1), 0), -2.5);
    cr_assert(json_bool(json_at(a, 2), false));
    cr_assert_eq(json_kind(json_at(a, 3)), JSON_KIND_NULL);
    cr_assert_str_eq(json_text(json_at(a, 4)), "Jos\xc3\xa9");
}

/* Every reader, on every kind of value and on nothing: the answer of the wrong
 * kind is the neutral one. */
TEST(json, the_wrong_kind_is_nothing)
{
    static const char *const values[] = {"[[]]",    "[{}]",   "[1]",    "[1.5]",
                                         "[\"x\"]", "[true]", "[null]", "[]"};
    static const enum json_kind kinds[] = {
        JSON_KIND_LIST, JSON_KIND_OBJECT, JSON_KIND_INT,  JSON_KIND_REAL,
        JSON_KIND_TEXT, JSON_KIND_BOOL,   JSON_KIND_NULL, JSON_KIND_NONE};

    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        const struct json *v = json_at(parse(cx, values[i]), 0);
        enum json_kind k = json_kind(v);
        cr_assert_eq(k, kinds[i], "%s", values[i]);
        cr_assert_null(json_get(json_get(v, "a"), "b"));
        cr_assert_null(json_at(json_at(v, 0), 7));
        cr_assert_eq(json_length(v), 0);
        cr_assert_str_eq(json_text(v), k == JSON_KIND_TEXT ? "x" : "");
        cr_assert_eq(json_int(v, 7), k == JSON_KIND_INT ? 1 : 7);
        cr_assert_eq(json_bool(v, false), k == JSON_KIND_BOOL);
        cr_assert_eq(json_number(v, 7), k == JSON_KIND_INT    ? 1
                                        : k == JSON_KIND_REAL ? 1.5
                                                              : 7);
    }
}

TEST(json, what_cannot_be_trusted_is_refused)
{
    refuse(cx, bytes(""), 99, "not a text file");
    refuse(cx, bytes("\xff"), 99, "not a text file");
    refuse(cx, (struct blob){(const unsigned char *)"[\"a\0b\"]", 7}, 99,
           "not a text file");
    refuse(cx, bytes("{}"), 1, "too big");
    refuse(cx, bytes("{\n\"a\":1,\"a\":2}"), 99, "Line 2 says the same");
    refuse(cx, bytes("[\n\n\"\\u0007\"]"), 99, "Line 3 has a character");
    refuse(cx, bytes("[\"\\b\"]"), 99, "Line 1 has a character");
    refuse(cx, bytes("[\"\\u007F\"]"), 99, "Line 1 has a character");
    refuse(cx, bytes("[1] [2]"), 99, "Line 1 is not JSON");
    refuse(cx, bytes("[1,\n]"), 99, "Line 2 is not JSON");
    refuse(cx, bytes("{\"a\":"), 99, "is not JSON");
    refuse(cx, bytes("[1e999]"), 99, "is not JSON");
    refuse(cx, bytes("[99999999999999999999]"), 99, "is not JSON");
    refuse(cx, bytes("[\"\\ud800\"]"), 99, "is not JSON");
    refuse(cx, bytes("7"), 99, "is not JSON");
    /* A backslash and a letter that only look like an escape. */
    cr_assert_str_eq(json_text(json_at(parse(cx, "[\"\\\\u0007 \\\\b\"]"), 0)),
                     "\\u0007 \\b");
}

/* depth opening brackets, then as many closing ones. */
static struct blob nested(struct arena *mem, size_t depth)
{
    char *s = arena_alloc(mem, depth * 2);

    memset(s, '[', depth);
    memset(s + depth, ']', depth);
    return (struct blob){(const unsigned char *)s, depth * 2};
}

TEST(json, depth_and_number_of_values_have_a_limit)
{
    const struct json *doc;
    size_t n = JSON_VALUES_MAX + 2;
    char *s = arena_alloc(cx->mem, n * 2);

    cr_assert(json_parse(cx, nested(cx->mem, JSON_DEPTH_MAX), 1 << 20, &doc));
    refuse(cx, nested(cx->mem, JSON_DEPTH_MAX + 1), 1 << 20, "more than");
    for (size_t i = 0; i < n * 2; i++)
        s[i] = i % 2 ? ',' : '1';
    s[0] = '[';
    s[n * 2 - 1] = ']';
    refuse(cx, (struct blob){(unsigned char *)s, n * 2}, n * 2, "more than");
    /* Brackets inside a text are no depth. */
    (void)parse(cx, "[\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"[[[[[\"]");
}

TEST(json, writes_one_line_or_many)
{
    struct buf b = buf_new(cx->mem, 1000);
    struct json_out w = {.to = &b};

    json_put_object(&w, NULL);
    json_put_text(&w, "said", "a \"b\"\\\n\x01");
    json_put_list(&w, "n");
    json_put_int(&w, NULL, -3);
    json_put_null(&w, NULL);
    json_put_end(&w);
    json_put_bool(&w, "ok", true);
    json_put_list(&w, "none");
    json_put_end(&w);
    json_put_end(&w);
    cr_assert_str_eq(b.at, "{\"said\":\"a \\\"b\\\"\\\\\\n\\u0001\","
                           "\"n\":[-3,null],\"ok\":true,\"none\":[]}");

    struct buf many = buf_new(cx->mem, 1000);
    w = (struct json_out){.to = &many, .indent = 2};
    json_put_object(&w, NULL);
    json_put_list(&w, "n");
    json_put_int(&w, NULL, 1);
    json_put_end(&w);
    json_put_end(&w);
    cr_assert_str_eq(many.at, "{\n  \"n\": [\n    1\n  ]\n}");
}

/* A moment says what the clock on the wall said, both times the hour comes when
 * the clocks go back, and before 1970. */
TEST(json, a_moment_is_written_as_the_wall_clock_had_it)
{
    struct buf b = buf_new(cx->mem, 1000);
    struct json_out w = {.to = &b};

    json_put_object(&w, NULL);
    json_put_time(&w, "a", 1793510347);
    json_put_time(&w, "b", 1793510347 + 3600);
    json_put_time(&w, "none", TIME_NONE);
    json_put_time(&w, "old", -1);
    json_put_end(&w);
    cr_assert_str_eq(b.at, "{\"a\":\"2026-11-01T01:19:07-04:00\","
                           "\"b\":\"2026-11-01T01:19:07-05:00\","
                           "\"old\":\"1969-12-31T18:59:59-05:00\"}");
}

/* Any text that may be stored comes back from writing and reading. */
TEST(json, what_is_written_reads_back)
{
    static const char *const parts[] = {
        "a",       "\"", "\\", "\n", "\t", "/", "\xc3\xa9", "\xf0\x9f\x8c\xb1",
        "\\u0041", "}",  "]",  ",",  " "};

    for (int i = 0; i < 300; i++) {
        struct buf text = buf_new(cx->mem, 1000), b = buf_new(cx->mem, 9000);
        struct json_out w = {.to = &b, .indent = test_random(3)};
        for (int n = test_random(20); n > 0; n--)
            buf_puts(&text, parts[test_random(sizeof parts / sizeof *parts)]);
        json_put_object(&w, NULL);
        json_put_text(&w, text.at, text.at);
        json_put_end(&w);
        cr_assert_str_eq(json_text(json_get(parse(cx, b.at), text.at)),
                         text.at);
    }
}
