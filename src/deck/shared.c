#include "deck/shared.h"

#include <string.h>

static const char *const askeds[ASKED_BYS] = {N_("I was asked"),
                                              N_("I offered it")};
static const char *const helpeds[HELPEDS] = {
    N_("It seemed to help"), N_("Not sure"), N_("It did not help")};
static const char *const whys[HELD_WHYS] = {
    N_("It was not the time"), N_("I keep this for myself"),
    N_("I was not sure"), N_("Rules or habits here make me careful")};

const char *asked_by_says(int asked)
{
    return asked >= 0 && asked < ASKED_BYS ? askeds[asked] : "";
}

const char *helped_says(int helped)
{
    return helped >= 0 && helped < HELPEDS ? helpeds[helped] : "";
}

const char *held_why_says(int why)
{
    return why >= 0 && why < HELD_WHYS ? whys[why] : "";
}

static int number(const struct json *v, const char *name)
{
    return (int)json_int(json_get(v, name), -1);
}

static struct shared read_one(const struct json *v)
{
    return (struct shared){.id = json_int(json_get(v, "id"), 0),
                           .day = date_parse(json_text(json_get(v, "day"))),
                           .held = json_bool(json_get(v, "held"), false),
                           .domain = json_int(json_get(v, "domain"), 0),
                           .depth = number(v, "depth"),
                           .asked = number(v, "asked"),
                           .helped = number(v, "helped"),
                           .why = number(v, "why"),
                           .says = ""};
}

/* As they were put in. */
static bool read_all(struct ctx *cx, const struct vault *v, struct shareds *out)
{
    const struct json *doc = NULL;

    *out = (struct shareds){0};
    if (!vault_read(cx, v, VAULT_SHARED, &doc))
        return false;
    const struct json *all = json_get(doc, "shared");
    for (size_t i = 0; i < json_length(all); i++)
        *LIST_PUSH(cx->mem, out) = read_one(json_at(all, i));
    return true;
}

bool shared_parse(struct ctx *cx, const char *text, struct shared *out)
{
    const struct blob b = {(const unsigned char *)text, strlen(text)};
    const struct json *doc = NULL;

    if (!json_parse(cx, b, b.n, &doc))
        return false;
    *out = read_one(doc);
    return true;
}

void shared_write(struct ctx *cx, struct json_out *w, const struct shared *s)
{
    json_put_object(w, NULL);
    json_put_int(w, "id", s->id);
    json_put_text(w, "day", date_iso(cx->mem, s->day));
    json_put_bool(w, "held", s->held);
    json_put_int(w, "domain", s->domain);
    json_put_int(w, "depth", s->depth);
    json_put_int(w, "asked", s->asked);
    json_put_int(w, "helped", s->helped);
    json_put_int(w, "why", s->why);
    json_put_end(w);
}

static bool write_all(struct ctx *cx, const struct vault *v,
                      const struct shareds *all)
{
    struct buf text = buf_new(cx->mem, VAULT_DRAWER_MAX);
    struct json_out w = {.to = &text};

    json_put_object(&w, NULL);
    json_put_list(&w, "shared");
    for (size_t i = 0; i < all->n; i++)
        shared_write(cx, &w, &all->at[i]);
    json_put_end(&w);
    json_put_end(&w);
    return vault_write(cx, v, VAULT_SHARED, &text);
}

bool shared_list(struct ctx *cx, const struct vault *v, struct shareds *out)
{
    struct shareds all;
    struct domains domains;

    *out = (struct shareds){0};
    if (!read_all(cx, v, &all) || !domains_of(cx, cx->actor->program, &domains))
        return false;
    for (size_t i = all.n; i-- > 0;) {
        struct shared s = all.at[i];
        const struct domain *d = domain_in(&domains, s.domain);
        s.says = d ? d->says : "";
        *LIST_PUSH(cx->mem, out) = s;
    }
    return true;
}

static bool fits(struct ctx *cx, const char *field, int is, int below)
{
    return (is >= -1 && is < below) ||
           fail(cx, ERR_INVALID, field, "Please choose one of these.");
}

static bool good(struct ctx *cx, const struct shared *s)
{
    struct domains all;

    if (!fits(cx, "depth", s->depth, DEPTHS) ||
        !fits(cx, "asked", s->asked, ASKED_BYS) ||
        !fits(cx, "helped", s->helped, HELPEDS) ||
        !fits(cx, "why", s->why, HELD_WHYS) ||
        !domains_now(cx, cx->actor->program, &all))
        return false;
    return !s->domain || domain_in(&all, s->domain) ||
           fail(cx, ERR_INVALID, "domain", "Please choose one of these.");
}

bool shared_add(struct ctx *cx, const struct vault *v, const struct shared *s)
{
    struct shareds all;

    if (!good(cx, s) || !read_all(cx, v, &all))
        return false;
    if (all.n >= SHARED_MAX)
        return fail(cx, ERR_INVALID, NULL,
                    "There is no more room for this in my vault. Please take "
                    "something out first.");
    struct shared one = *s;
    one.id = all.n ? all.at[all.n - 1].id + 1 : 1;
    one.day = day_of(cx->now);
    *LIST_PUSH(cx->mem, &all) = one;
    return write_all(cx, v, &all);
}

bool shared_remove(struct ctx *cx, const struct vault *v, int64_t id)
{
    struct shareds all;
    size_t kept = 0;

    if (!read_all(cx, v, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].id != id)
            all.at[kept++] = all.at[i];
    if (kept == all.n)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    all.n = kept;
    return write_all(cx, v, &all);
}
