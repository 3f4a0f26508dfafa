/* Any bytes as JSON, read in every way; and any text, written and read back. */
#include <assert.h>
#include <string.h>

#include "base/json.h"

enum { MOST = 64 * 1024 };

static void read_all_ways(const struct json *v)
{
    const struct json *a = json_get(v, "a");

    for (size_t i = 0; i <= json_length(v); i++) {
        const struct json *x = json_at(v, i);
        assert(json_kind(x) != JSON_KIND_NONE || i == json_length(v));
        assert(strlen(json_text(x)) < MOST);
        (void)json_bool(x, json_number(x, 0) > 1);
        (void)json_int(json_get(json_at(x, 0), "a"), 0);
    }
    (void)json_at(a, json_length(a));
}

static void write_and_read(struct ctx *cx, const char *s)
{
    struct buf b = buf_new(cx->mem, 8 * MOST);
    struct json_out w = {.to = &b, .indent = (int)(strlen(s) % 3)};
    const struct json *again;

    json_put_list(&w, NULL);
    json_put_text(&w, NULL, s);
    json_put_end(&w);
    struct blob out = {(const unsigned char *)b.at, b.n};
    bool ok = json_parse(cx, out, b.n, &again);
    assert(ok && strcmp(json_text(json_at(again, 0)), s) == 0);
    (void)ok;
}

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n)
{
    struct ctx cx = {.mem = arena_new(64 << 20)};
    const struct json *doc;

    if (json_parse(&cx, (struct blob){at, n}, MOST, &doc))
        read_all_ways(doc);
    else
        assert(cx.err.code == ERR_INVALID && *cx.err.text);
    ctx_forgive(&cx);
    if (n < MOST && text_ok((const char *)at, n))
        write_and_read(&cx, arena_dup_n(cx.mem, (const char *)at, n));
    arena_free(cx.mem);
    return 0;
}
