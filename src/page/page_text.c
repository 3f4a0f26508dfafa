#include <string.h>

#include "base/json.h"
#include "keys/keys.h"
#include "page/page.h"

/* The form of a version. Stored: names are never reused for another meaning,
 * and a reader of an old version finds "" for what it does not have. */
enum { PAGE_TEXT_MAX = 64 * 1024 };

static void write_chart(struct json_out *w, struct arena *mem,
                        const struct chart *c)
{
    json_put_object(w, "chart");
    json_put_text(w, "name", c->name);
    json_put_int(w, "kind", c->kind);
    json_put_text(w, "from", date_iso(mem, c->from));
    json_put_list(w, "days");
    for (size_t i = 0; i < c->days; i++)
        if (c->value[i] == VALUE_NONE)
            json_put_null(w, NULL);
        else
            json_put_int(w, NULL, c->value[i]);
    json_put_end(w);
    json_put_end(w);
}

static void put_some(struct json_out *w, const char *name, const char *s)
{
    if (s && *s)
        json_put_text(w, name, s);
}

static void write_line(struct json_out *w, struct arena *mem,
                       const struct page_line *l)
{
    json_put_object(w, NULL);
    json_put_int(w, "part", l->part);
    put_some(w, "label", l->label);
    put_some(w, "words", l->words);
    put_some(w, "change", l->change);
    if (date_is_set(l->day) && l->part >= PAGE_EVENT)
        json_put_text(w, "day", date_iso(mem, l->day));
    put_some(w, "who", l->who);
    put_some(w, "decided", l->decided);
    put_some(w, "came", l->came);
    if (l->part == PAGE_CHART)
        write_chart(w, mem, &l->chart);
    json_put_end(w);
}

const char *page_write(struct ctx *cx, const struct page *p)
{
    struct buf b = buf_new(cx->mem, PAGE_TEXT_MAX);
    struct json_out w = {.to = &b};

    json_put_object(&w, NULL);
    json_put_int(&w, "form", 1);
    json_put_text(&w, "lang", lang_tag(p->lang));
    json_put_text(&w, "name", p->name);
    json_put_text(&w, "with", p->with);
    json_put_text(&w, "they", p->they);
    json_put_text(&w, "peer", p->peer);
    json_put_text(&w, "typed", p->typed);
    json_put_bool(&w, "paper", p->paper);
    json_put_int(&w, "at", p->at);
    json_put_list(&w, "lines");
    for (size_t i = 0; i < p->lines.n; i++)
        write_line(&w, cx->mem, &p->lines.at[i]);
    json_put_end(&w);
    json_put_end(&w);
    return b.at;
}

static struct chart read_chart(struct ctx *cx, const struct json *v)
{
    const struct json *days = json_get(v, "days");
    size_t n = json_length(days);
    int *value = arena_alloc(cx->mem, (n + 1) * sizeof *value);

    for (size_t i = 0; i < n; i++)
        value[i] = (int)json_int(json_at(days, i), VALUE_NONE);
    return (struct chart){
        .name = json_text(json_get(v, "name")),
        .kind = (enum line_kind)json_int(json_get(v, "kind"), LINE_SCALE),
        .from = date_parse(json_text(json_get(v, "from"))),
        .days = n,
        .value = value};
}

static void read_line(struct ctx *cx, const struct json *v,
                      struct page_lines *out)
{
    int64_t part = json_int(json_get(v, "part"), PAGE_PARTS);

    if (part < 0 || part >= PAGE_PARTS)
        return;
    *LIST_PUSH(cx->mem, out) =
        (struct page_line){.part = (enum page_part)part,
                           .key = "",
                           .label = json_text(json_get(v, "label")),
                           .words = json_text(json_get(v, "words")),
                           .change = json_text(json_get(v, "change")),
                           .day = date_parse(json_text(json_get(v, "day"))),
                           .who = json_text(json_get(v, "who")),
                           .decided = json_text(json_get(v, "decided")),
                           .came = json_text(json_get(v, "came")),
                           .chart = read_chart(cx, json_get(v, "chart")),
                           .on = true};
}

bool page_read(struct ctx *cx, const char *text, struct page *out)
{
    const struct json *doc;
    struct blob in = {(const unsigned char *)text, strlen(text)};

    *out = (struct page){0};
    if (!json_parse(cx, in, PAGE_TEXT_MAX, &doc))
        return false;
    *out = (struct page){
        .lang = lang_parse(json_text(json_get(doc, "lang")), LANG_EN),
        .name = json_text(json_get(doc, "name")),
        .with = json_text(json_get(doc, "with")),
        .they = json_text(json_get(doc, "they")),
        .peer = json_text(json_get(doc, "peer")),
        .typed = json_text(json_get(doc, "typed")),
        .paper = json_bool(json_get(doc, "paper"), false),
        .at = json_int(json_get(doc, "at"), 0)};
    const struct json *lines = json_get(doc, "lines");
    for (size_t i = 0; i < json_length(lines); i++)
        read_line(cx, json_at(lines, i), &out->lines);
    return true;
}
