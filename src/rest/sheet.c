#include "rest/sheet.h"

#include "base/text.h"

static const struct {
    enum vault_drawer drawer;
    struct sheet_part parts[SHEET_PARTS];
} sheets[SHEETS] = {
    {VAULT_PLAN,
     {{"call", N_("Who I call after a heavy day"),
       N_("Such as: Bea, at home after 6.")},
      {"well", N_("What keeps me well at work"),
       N_("Such as: lunch outside, one day without driving.")},
      {"notice", N_("How I notice that it is too much"),
       N_("Such as: I stop answering my phone.")},
      {"then", N_("What I do then"),
       N_("Such as: I tell my lead, I see my own therapist.")}}},
    {VAULT_FOLIO,
     {{"strengths", N_("What I am good at"),
       N_("Such as: being there when it is quiet.")},
      {"feedback", N_("What I was told about my work"),
       N_("No names of those I walk with.")},
      {"special", N_("What I know well"),
       N_("Such as: housing papers, coming from an island.")},
      {"references", N_("Who speaks for me"),
       N_("A name, and how to reach.")}}},
};

const struct sheet_part *sheet_parts(enum sheet_kind kind)
{
    return sheets[kind].parts;
}

bool sheet_read(struct ctx *cx, const struct vault *v, enum sheet_kind kind,
                struct sheet *out)
{
    const struct json *doc = NULL;

    *out = (struct sheet){.kind = kind};
    if (!vault_read(cx, v, sheets[kind].drawer, &doc))
        return false;
    for (int i = 0; i < SHEET_PARTS; i++)
        out->said[i] = json_text(json_get(doc, sheets[kind].parts[i].field));
    return true;
}

void sheet_text(const struct sheet *s, enum lang lang, struct buf *to)
{
    const struct sheet_part *parts = sheet_parts(s->kind);

    for (int i = 0; i < SHEET_PARTS; i++)
        if (*s->said[i])
            buf_fmt(to, "\n%s\n%s\n", lang_text(lang, parts[i].asks),
                    s->said[i]);
}

bool sheet_put(struct ctx *cx, const struct vault *v, const struct sheet *s)
{
    const struct sheet_part *parts = sheets[s->kind].parts;
    struct buf text = buf_new(cx->mem, VAULT_DRAWER_MAX);
    struct json_out w = {.to = &text};

    json_put_object(&w, NULL);
    for (int i = 0; i < SHEET_PARTS; i++) {
        if (!text_fits(cx, parts[i].field, s->said[i], SHEET_LETTERS_MAX))
            return false;
        json_put_text(&w, parts[i].field, s->said[i]);
    }
    json_put_end(&w);
    return vault_write(cx, v, sheets[s->kind].drawer, &text);
}
