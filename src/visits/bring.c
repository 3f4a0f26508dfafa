#include "visits/bring.h"

#include <string.h>

#include "questions/set_store.h"
#include "sharing/may.h"
#include "visits/prep_seat.h"

struct lines {
    const char **at;
    size_t n, cap;
};

/* What getting ready for it is now, begun. */
static bool sit(struct ctx *cx, struct visit_id id, struct sitting *s)
{
    const struct person_id me = cx->actor->person;

    *s = (struct sitting){0};
    if (!visit_get(cx, me, id, &s->visit))
        return false;
    if (!is_herself(cx, me) || s->visit.state != VISIT_COMING ||
        visit_is_over(&s->visit, cx->now))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!prep_for(cx, me, id, &s->prep))
        return false;
    if (s->prep.id.v)
        return set_by_id(cx, s->prep.set, &s->set) && sit_again(cx, s);
    return set_current(cx, (enum set_kind)s->visit.kind, &s->set) &&
           prep_begin(cx, me, id, s->set.id, &s->prep) && sit_again(cx, s);
}

static const struct set_item *item_of(const struct set *set,
                                      enum set_section section)
{
    for (size_t i = 0; i < set->n; i++)
        if (set->at[i].section == section && set->at[i].type == SET_LINE)
            return &set->at[i];
    return NULL;
}

/* What she said there already. */
static bool said_before(struct ctx *cx, const struct sitting *s,
                        const struct set_item *it, struct lines *all)
{
    for (size_t i = 0; i < s->answers.n; i++) {
        const struct answer *a = &s->answers.at[i];
        if (strcmp(a->link_id, it->link_id) != 0)
            continue;
        if (a->waits)
            return fail(cx, ERR_INVALID, "visit",
                        "Something was typed for you there. Please look at it "
                        "first.");
        if (a->value && *a->value)
            *LIST_PUSH(cx->mem, all) = a->value;
    }
    return true;
}

static bool is_there(const struct lines *all, const char *line)
{
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->at[i], line) == 0)
            return true;
    return false;
}

static bool add_line(struct ctx *cx, const struct set_item *it,
                     struct lines *all, const char *line)
{
    if (is_there(all, line))
        return true;
    if (all->n >= (size_t)it->most)
        return fail(cx, ERR_INVALID, "visit",
                    "That list has room for %d. Please take one out there "
                    "first.",
                    it->most);
    if (text_length(line) > (size_t)it->max_length)
        return fail(cx, ERR_INVALID, "visit",
                    "A line there has room for %d letters. Please make yours "
                    "shorter.",
                    it->max_length);
    *LIST_PUSH(cx->mem, all) = line;
    return true;
}

bool bring_answers(struct ctx *cx, struct visit_id visit,
                   enum set_section section, const char *const *lines, size_t n)
{
    struct lines all = {0};
    struct sitting s;

    if (!sit(cx, visit, &s))
        return false;
    const struct set_item *it = item_of(&s.set, section);
    if (!it)
        return fail(cx, ERR_INVALID, "visit",
                    "Getting ready for that visit has no place for it.");
    if (!said_before(cx, &s, it, &all))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!add_line(cx, it, &all, lines[i]))
            return false;
    const struct answer_new a = {
        .link_id = it->link_id, .values = all.at, .n = all.n};
    return answer_put(cx, &s.prep, &a) && sitting_count(cx, &s);
}
