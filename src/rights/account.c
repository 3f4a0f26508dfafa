#include "rights/account.h"

#include <string.h>

#include "base/json.h"

/* Stored: names are never reused for another meaning. */
const char *happened_write(struct ctx *cx, const struct account_of *a)
{
    struct buf b = buf_new(cx->mem, SAID_WORDS_MAX);
    struct json_out w = {.to = &b};

    json_put_object(&w, NULL);
    json_put_text(&w, "happened", a->happened);
    json_put_text(&w, "want", a->want);
    json_put_bool(&w, "program", a->program);
    json_put_bool(&w, "formal", a->formal);
    json_put_list(&w, "more");
    for (size_t i = 0; i < a->more.n; i++) {
        json_put_object(&w, NULL);
        json_put_text(&w, "day", date_iso(cx->mem, a->more.at[i].day));
        json_put_text(&w, "words", a->more.at[i].words);
        json_put_end(&w);
    }
    json_put_end(&w);
    json_put_end(&w);
    return b.at;
}

bool happened_read(struct ctx *cx, const char *text, struct account_of *out)
{
    const struct blob in = {(const unsigned char *)text, strlen(text)};
    const struct json *doc = NULL;

    *out = (struct account_of){.happened = "", .want = ""};
    if (!json_parse(cx, in, SAID_WORDS_MAX, &doc))
        return false;
    out->happened = json_text(json_get(doc, "happened"));
    out->want = json_text(json_get(doc, "want"));
    out->program = json_bool(json_get(doc, "program"), false);
    out->formal = json_bool(json_get(doc, "formal"), false);
    const struct json *more = json_get(doc, "more");
    for (size_t i = 0; i < json_length(more); i++) {
        const struct json *one = json_at(more, i);
        *LIST_PUSH(cx->mem, &out->more) =
            (struct more){date_parse(json_text(json_get(one, "day"))),
                          json_text(json_get(one, "words"))};
    }
    return true;
}
