#include "rest/down.h"

#include "base/text.h"

const char *down_says(int how)
{
    static const char *const says[DOWN_HOWS] = {N_("Heavy"), N_("OK")};

    return how >= 0 && how < DOWN_HOWS ? says[how] : "";
}

bool down_list(struct ctx *cx, const struct vault *v, struct downs *out)
{
    const struct json *doc = NULL;

    *out = (struct downs){0};
    if (!vault_read(cx, v, VAULT_DOWN, &doc))
        return false;
    const struct json *all = json_get(doc, "down");
    for (size_t i = 0; i < json_length(all); i++) {
        const struct json *one = json_at(all, i);
        *LIST_PUSH(cx->mem, out) =
            (struct down){.id = json_int(json_get(one, "id"), 0),
                          .day = date_parse(json_text(json_get(one, "day"))),
                          .how = (int)json_int(json_get(one, "how"), -1),
                          .words = json_text(json_get(one, "words"))};
    }
    return true;
}

static void write_one(struct ctx *cx, struct json_out *w, const struct down *d)
{
    json_put_object(w, NULL);
    json_put_int(w, "id", d->id);
    json_put_text(w, "day", date_iso(cx->mem, d->day));
    json_put_int(w, "how", d->how);
    json_put_text(w, "words", d->words);
    json_put_end(w);
}

/* first, then the others but the one of this id. */
static bool write_all(struct ctx *cx, const struct vault *v,
                      const struct down *first, const struct downs *all,
                      int64_t but)
{
    struct buf text = buf_new(cx->mem, VAULT_DRAWER_MAX);
    struct json_out w = {.to = &text};

    json_put_object(&w, NULL);
    json_put_list(&w, "down");
    if (first)
        write_one(cx, &w, first);
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].id != but)
            write_one(cx, &w, &all->at[i]);
    json_put_end(&w);
    json_put_end(&w);
    return vault_write(cx, v, VAULT_DOWN, &text);
}

bool down_put(struct ctx *cx, const struct vault *v, int how, const char *words)
{
    struct downs all;

    if (how < -1 || how >= DOWN_HOWS || (how < 0 && !*words))
        return fail(cx, ERR_INVALID, "how",
                    "Please say how it was, or leave one thing here.");
    if (!text_fits(cx, "words", words, DOWN_LETTERS_MAX))
        return false;
    if (!down_list(cx, v, &all))
        return false;
    if (all.n >= DOWN_MAX)
        return fail(cx, ERR_INVALID, NULL,
                    "There is no more room for this in my vault. Please take "
                    "something out first.");
    const struct down one = {.id = all.n ? all.at[0].id + 1 : 1,
                             .day = day_of(cx->now),
                             .how = how,
                             .words = words};
    return write_all(cx, v, &one, &all, 0);
}

bool down_remove(struct ctx *cx, const struct vault *v, int64_t id)
{
    struct downs all;
    bool there = false;

    if (!down_list(cx, v, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        there |= all.at[i].id == id;
    return there ? write_all(cx, v, NULL, &all, id)
                 : fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}
