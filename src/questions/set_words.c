#include <string.h>

#include "questions/set_int.h"

bool set_is_plain(const char *s)
{
    size_t n = 0;

    while (s[n] > ' ' && s[n] < 0x7f)
        n++;
    return n >= 1 && n <= 64 && s[n] == '\0';
}

const char *set_shown(const char *s)
{
    return set_is_plain(s) ? s : "...";
}

const struct json *set_extension(const struct json *v, const char *url)
{
    const struct json *all = json_get(v, "extension");

    for (size_t i = 0; i < json_length(all); i++) {
        const struct json *e = json_at(all, i);
        if (strcmp(json_text(json_get(e, "url")), url) == 0)
            return e;
    }
    return NULL;
}

/* One translation extension of a sentence into w. */
static void read_translation(struct set_words *w, const struct json *e)
{
    const struct json *tag = json_get(set_extension(e, "lang"), "valueCode");
    const struct json *content = set_extension(e, "content");
    const char *said = json_text(json_get(content, "valueString"));
    enum lang l = lang_parse(json_text(tag), LANG_COUNT);

    if (!*said)
        said = json_text(json_get(content, "valueMarkdown"));
    if (l != LANG_COUNT && *said)
        w->in[l] = said;
}

/* The sentence v.name; its translations stand in v._name. */
static struct set_words read_words(struct set_reader *r, const struct json *v,
                                   const char *name)
{
    struct set_words w = {{0}};
    const char *beside = arena_fmt(r->cx->mem, "_%s", name);
    const struct json *all = json_get(json_get(v, beside), "extension");

    for (size_t i = 0; i < json_length(all); i++) {
        const struct json *e = json_at(all, i);
        if (strcmp(json_text(json_get(e, "url")), FHIR_EXT "translation") == 0)
            read_translation(&w, e);
    }
    return w;
}

struct set_words set_read_words(struct set_reader *r, const struct json *v,
                                const char *name)
{
    const char *own = json_text(json_get(v, name));
    struct set_words w = read_words(r, v, name);

    w.in[r->set->lang] = own;
    for (int l = 0; l < LANG_COUNT; l++) {
        if (w.in[l])
            continue;
        r->set->missing[l] += *own != '\0';
        w.in[l] = own;
    }
    return w;
}

struct set_words set_read_ext_words(struct set_reader *r, const struct json *v,
                                    const char *url)
{
    return set_read_words(r, set_extension(v, url), "valueString");
}
