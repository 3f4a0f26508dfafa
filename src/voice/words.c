#include "voice/words.h"

#include <string.h>

#include "base/json.h"

/* Stored: names are never reused for another meaning. */
enum { TEXT_MAX = 32 * 1024 };

static bool parse(struct ctx *cx, const char *text, const struct json **doc)
{
    struct blob in = {(const unsigned char *)text, strlen(text)};

    return json_parse(cx, in, TEXT_MAX, doc);
}

const char *words_write(struct ctx *cx, const struct words *v)
{
    struct buf b = buf_new(cx->mem, TEXT_MAX);
    struct json_out w = {.to = &b};

    json_put_object(&w, NULL);
    json_put_int(&w, "form", 1);
    json_put_text(&w, "name", v->name);
    json_put_text(&w, "message", v->message);
    json_put_text(&w, "want", v->want);
    json_put_text(&w, "notWant", v->not_want);
    json_put_texts(&w, "details", &v->details);
    json_put_texts(&w, "to", &v->to);
    if (date_is_set(v->until))
        json_put_text(&w, "until", date_iso(cx->mem, v->until));
    json_put_bool(&w, "aloud", v->aloud);
    json_put_bool(&w, "part2", v->part2);
    json_put_text(&w, "typed", v->typed);
    json_put_end(&w);
    return b.at;
}

bool words_read(struct ctx *cx, const char *text, struct words *out)
{
    const struct json *doc;

    *out = (struct words){0};
    if (!parse(cx, text, &doc))
        return false;
    *out =
        (struct words){.name = json_text(json_get(doc, "name")),
                       .message = json_text(json_get(doc, "message")),
                       .want = json_text(json_get(doc, "want")),
                       .not_want = json_text(json_get(doc, "notWant")),
                       .details = json_texts(cx->mem, json_get(doc, "details")),
                       .to = json_texts(cx->mem, json_get(doc, "to")),
                       .until = date_parse(json_text(json_get(doc, "until"))),
                       .aloud = json_bool(json_get(doc, "aloud"), false),
                       .part2 = json_bool(json_get(doc, "part2"), false),
                       .typed = json_text(json_get(doc, "typed"))};
    return true;
}

const char *draft_write(struct ctx *cx, const struct draft *d)
{
    struct buf b = buf_new(cx->mem, TEXT_MAX);
    struct json_out w = {.to = &b};

    json_put_object(&w, NULL);
    json_put_text(&w, "message", d->message);
    json_put_text(&w, "want", d->want);
    json_put_text(&w, "notWant", d->not_want);
    json_put_list(&w, "details");
    for (size_t i = 0; i < VOICE_DETAILS; i++) {
        json_put_object(&w, NULL);
        json_put_text(&w, "words", d->details[i].words);
        json_put_bool(&w, "allowed", d->details[i].allowed);
        json_put_end(&w);
    }
    json_put_end(&w);
    json_put_list(&w, "to");
    for (size_t i = 0; i < d->to.n; i++)
        json_put_int(&w, NULL, d->to.at[i].v);
    json_put_end(&w);
    if (date_is_set(d->until))
        json_put_text(&w, "until", date_iso(cx->mem, d->until));
    json_put_bool(&w, "aloud", d->aloud);
    json_put_bool(&w, "part2", d->part2);
    json_put_end(&w);
    return b.at;
}

bool draft_read(struct ctx *cx, const char *text, struct draft *out)
{
    const struct json *doc;

    if (!parse(cx, text, &doc))
        return false;
    out->message = json_text(json_get(doc, "message"));
    out->want = json_text(json_get(doc, "want"));
    out->not_want = json_text(json_get(doc, "notWant"));
    out->until = date_parse(json_text(json_get(doc, "until")));
    out->aloud = json_bool(json_get(doc, "aloud"), false);
    out->part2 = json_bool(json_get(doc, "part2"), false);
    for (size_t i = 0; i < VOICE_DETAILS; i++) {
        const struct json *line = json_at(json_get(doc, "details"), i);
        out->details[i] =
            (struct detail){json_text(json_get(line, "words")),
                            json_bool(json_get(line, "allowed"), false)};
    }
    const struct json *to = json_get(doc, "to");
    out->to.n = 0;
    for (size_t i = 0; i < json_length(to) && i < VOICE_READERS; i++)
        out->to.at[out->to.n++].v = json_int(json_at(to, i), 0);
    return true;
}

bool words_of(struct ctx *cx, const struct draft *d, struct words *out)
{
    struct person p = {.first = ""};

    *out = (struct words){.message = d->message,
                          .want = d->want,
                          .not_want = d->not_want,
                          .until = d->until,
                          .aloud = d->aloud && !d->part2,
                          .part2 = d->part2,
                          .typed = ""};
    if (!person_get(cx, d->person, &p))
        return false;
    out->name = p.first;
    for (size_t i = 0; i < VOICE_DETAILS; i++)
        if (d->details[i].allowed && *d->details[i].words)
            *LIST_PUSH(cx->mem, &out->details) = d->details[i].words;
    for (size_t i = 0; i < d->to.n; i++) {
        if (!person_get(cx, d->to.at[i], &p))
            return false;
        *LIST_PUSH(cx->mem, &out->to) = p.first;
    }
    if (!d->typed.v)
        return true;
    if (!person_get(cx, d->typed, &p))
        return false;
    out->typed = p.first;
    return true;
}
