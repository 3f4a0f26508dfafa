#include "mediation/side.h"

#include <string.h>

#include "base/json.h"

enum { TEXT_MAX = 32 * 1024 };

struct side side_blank(void)
{
    return (struct side){.name = "",
                         .mean = "",
                         .misheard = "",
                         .wish = "",
                         .other_name = "",
                         .peer_name = "",
                         .typed = "",
                         .until = DATE_NONE};
}

/* Stored: names are never reused for another meaning. */
const char *side_text(struct ctx *cx, const struct side *v)
{
    struct buf b = buf_new(cx->mem, TEXT_MAX);
    struct json_out w = {.to = &b};

    json_put_object(&w, NULL);
    json_put_int(&w, "form", 1);
    json_put_text(&w, "name", v->name);
    json_put_text(&w, "mean", v->mean);
    json_put_text(&w, "misheard", v->misheard);
    json_put_text(&w, "wish", v->wish);
    json_put_int(&w, "other", v->other.v);
    json_put_text(&w, "otherName", v->other_name);
    json_put_int(&w, "peer", v->peer.v);
    json_put_text(&w, "peerName", v->peer_name);
    json_put_text(&w, "typed", v->typed);
    if (date_is_set(v->until))
        json_put_text(&w, "until", date_iso(cx->mem, v->until));
    json_put_end(&w);
    return b.at;
}

bool side_read(struct ctx *cx, const char *text, struct side *out)
{
    const struct json *doc;
    struct blob in = {(const unsigned char *)text, strlen(text)};

    *out = side_blank();
    if (!json_parse(cx, in, TEXT_MAX, &doc))
        return false;
    out->name = json_text(json_get(doc, "name"));
    out->mean = json_text(json_get(doc, "mean"));
    out->misheard = json_text(json_get(doc, "misheard"));
    out->wish = json_text(json_get(doc, "wish"));
    out->other.v = json_int(json_get(doc, "other"), 0);
    out->other_name = json_text(json_get(doc, "otherName"));
    out->peer.v = json_int(json_get(doc, "peer"), 0);
    out->peer_name = json_text(json_get(doc, "peerName"));
    out->typed = json_text(json_get(doc, "typed"));
    out->until = date_parse(json_text(json_get(doc, "until")));
    return true;
}

bool side_fits(struct ctx *cx, const struct side *v)
{
    return text_fits(cx, "mean", v->mean, SIDE_MEAN_MAX) &&
           text_fits(cx, "misheard", v->misheard, SIDE_MISHEARD_MAX) &&
           text_fits(cx, "wish", v->wish, SIDE_WISH_MAX);
}
