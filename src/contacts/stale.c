#include "contacts/stale.h"

#include <inttypes.h>
#include <string.h>

/* What was typed into the form that goes to this address, also where the page
 * has that form no more. */
static struct tpl_typed_list typed_into(const struct tpl *t, const char *to)
{
    if (t->sent_to && strcmp(t->sent_to, to) == 0)
        return t->sent;
    return t->load ? t->load(t->from, to) : (struct tpl_typed_list){0};
}

static const char *typed(const struct tpl_typed_list *all, const char *field)
{
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->at[i].name, field) == 0)
            return all->at[i].value;
    return "";
}

static bool is_stored(const struct contact *c, const char *words)
{
    for (size_t i = 0; i < c->lines.n; i++)
        if (strcmp(c->lines.at[i], words) == 0)
            return true;
    return false;
}

/* The lines of all that the actor changed themselves and that c has not. */
static void put_apart(struct arena *mem, const struct tpl_typed_list *all,
                      const struct contact *c, struct typed_lines *out)
{
    for (int i = 1; i <= LINES_MAX; i++) {
        const char *words = typed(all, arena_fmt(mem, "line-%d", i));
        const char *was = typed(all, arena_fmt(mem, "was-%d", i));
        if (*words && strcmp(words, was) != 0 && !is_stored(c, words))
            *LIST_PUSH(mem, &out->lines) = words;
    }
}

void put_typed(struct tpl *t, struct together_page *v)
{
    struct arena *mem = t->out.mem;
    const char *form =
        v->hers ? arena_fmt(mem, "/me/record/%" PRId64, v->c.id)
                : arena_fmt(mem, "/people/%" PRId64 "/record/%" PRId64,
                            v->c.person.v, v->c.id);
    const struct tpl_typed_list all = typed_into(t, form);
    const char *now = arena_fmt(mem, "%" PRId64, v->c.rev);

    v->typed.hers = v->hers;
    v->stale = all.n > 0 && (!v->open || strcmp(typed(&all, "seen"), now) != 0);
    if (v->stale)
        put_apart(mem, &all, &v->c, &v->typed);
}

void put_typed_apart(struct tpl *t, int64_t contact, struct typed_lines *out)
{
    const struct tpl_typed_list all =
        typed_into(t, arena_fmt(t->out.mem, "/me/record/%" PRId64, contact));
    const struct contact none = {0};

    out->hers = true;
    put_apart(t->out.mem, &all, &none, out);
}
