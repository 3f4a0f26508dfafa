#include "opened/opened.h"

#include "sharing/permission.h"

static const enum topic topics[OPENED_PARTS] = {
    [OPENED_VISITS] = TOPIC_VISITS,
    [OPENED_DAYS] = TOPIC_BETWEEN,
    [OPENED_DECIDED] = TOPIC_DECISIONS,
};

static struct opened *entry(struct ctx *cx, struct opened_list *in,
                            const struct permission *p)
{
    for (size_t i = 0; i < in->n; i++)
        if (person_same(in->at[i].whose, p->what.person))
            return &in->at[i];
    struct opened *o = LIST_PUSH(cx->mem, in);
    *o = (struct opened){.whose = p->what.person, .first = p->name};
    return o;
}

bool opened_list(struct ctx *cx, struct opened_list *out)
{
    *out = (struct opened_list){0};
    for (int part = 0; part < OPENED_PARTS; part++) {
        struct permissions given;
        if (!permission_to_me(cx, topics[part], &given))
            return false;
        for (size_t i = 0; i < given.n; i++)
            if (given.at[i].what.thing == 0)
                entry(cx, out, &given.at[i])->part[part] = true;
    }
    return true;
}

bool opened_by(struct ctx *cx, struct person_id whose, struct opened *out)
{
    struct opened_list all;

    if (!opened_list(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (person_same(all.at[i].whose, whose)) {
            *out = all.at[i];
            return true;
        }
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}
