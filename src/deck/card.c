#include "deck/card.h"

#include "base/text.h"

static const struct {
    const char *field, *says;
} depths[DEPTHS] = {{"title", N_("Only that I have been there")},
                    {"general", N_("In general")},
                    {"specific", N_("Something that happened")}};

const char *depth_says(int depth)
{
    return depth >= 0 && depth < DEPTHS ? depths[depth].says : "";
}

const char *depth_field(int depth)
{
    return depths[depth].field;
}

static void read_one(const struct json *v, struct card *c)
{
    const int64_t goes = json_int(json_get(v, "goes"), -1);

    c->goes = goes >= 0 && goes < DEPTHS ? (int)goes : -1;
    for (int d = 0; d < DEPTHS; d++)
        c->said[d] = json_text(json_get(v, depths[d].field));
}

bool card_is_empty(const struct card *c)
{
    for (int d = 0; d < DEPTHS; d++)
        if (*c->said[d])
            return false;
    return c->goes < 0;
}

static const struct json *of_domain(const struct json *doc, int64_t domain)
{
    const struct json *all = json_get(doc, "cards");

    for (size_t i = 0; i < json_length(all); i++)
        if (json_int(json_get(json_at(all, i), "domain"), 0) == domain)
            return json_at(all, i);
    return NULL;
}

/* Also of domains that were taken away: words are not lost by that. */
static bool read_all(struct ctx *cx, const struct vault *v, struct cards *out)
{
    const struct json *doc = NULL;
    struct domains all;

    *out = (struct cards){0};
    if (!vault_read(cx, v, VAULT_CARDS, &doc) ||
        !domains_of(cx, cx->actor->program, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct card c = {.domain = all.at[i].id, .says = all.at[i].says};
        read_one(of_domain(doc, c.domain), &c);
        if (!all.at[i].gone || !card_is_empty(&c))
            *LIST_PUSH(cx->mem, out) = c;
    }
    return true;
}

bool cards_read(struct ctx *cx, const struct vault *v, struct cards *out)
{
    return read_all(cx, v, out);
}

static struct card *with_id(const struct cards *all, int64_t domain)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].domain == domain)
            return &all->at[i];
    return NULL;
}

bool deck_card_read(struct ctx *cx, const struct vault *v, int64_t domain,
                    struct card *out)
{
    struct cards all;

    if (!read_all(cx, v, &all))
        return false;
    const struct card *c = with_id(&all, domain);
    if (!c)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    *out = *c;
    return true;
}

static bool good(struct ctx *cx, const struct card *c)
{
    if (c->goes < -1 || c->goes >= DEPTHS)
        return fail(cx, ERR_INVALID, "goes", "Please choose how far you go.");
    for (int d = 0; d < DEPTHS; d++)
        if (!text_fits(cx, depths[d].field, c->said[d], CARD_LETTERS_MAX))
            return false;
    return true;
}

static void write_one(struct json_out *w, const struct card *c)
{
    json_put_object(w, NULL);
    json_put_int(w, "domain", c->domain);
    json_put_int(w, "goes", c->goes);
    for (int d = 0; d < DEPTHS; d++)
        json_put_text(w, depths[d].field, c->said[d]);
    json_put_end(w);
}

bool deck_card_put(struct ctx *cx, const struct vault *v, const struct card *c)
{
    struct buf text = buf_new(cx->mem, VAULT_DRAWER_MAX);
    struct json_out w = {.to = &text};
    struct cards all;

    if (!good(cx, c) || !read_all(cx, v, &all))
        return false;
    struct card *was = with_id(&all, c->domain);
    if (!was)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    *was = *c;
    json_put_object(&w, NULL);
    json_put_list(&w, "cards");
    for (size_t i = 0; i < all.n; i++)
        if (!card_is_empty(&all.at[i]))
            write_one(&w, &all.at[i]);
    json_put_end(&w);
    json_put_end(&w);
    return vault_write(cx, v, VAULT_CARDS, &text);
}
