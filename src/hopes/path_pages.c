/* Her pages: changing the path. R39. */
#include <inttypes.h>
#include <string.h>

#include "hopes/pages.h"

static struct person_id me(struct req *rq)
{
    return rq->cx->actor->person;
}

static void put_choices(struct arena *mem, const struct path *p,
                        struct path_page *v)
{
    static const struct way_chip chips[] = {
        {"1", N_("I go this way"), WAY_CHOSEN},
        {"2", N_("Keep it to read"), WAY_TO_READ},
        {"3", N_("Not for me"), WAY_NO}};

    for (int h = 0; h < HARDS; h++)
        *LIST_PUSH(mem, &v->hards) = (struct hard_choice){
            hard_field((enum hard)h), hard_says((enum hard)h),
            ((p->hard >> h) & 1U) != 0};
    for (size_t i = 0; i < sizeof chips / sizeof *chips; i++)
        *LIST_PUSH(mem, &v->chips) = chips[i];
}

bool path_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct path_page v = {.saved = req_was_saved(rq)};
    struct path p;
    int64_t id = 0;

    if (!req_id(rq, "goal", &id) || !goal_get(cx, MAY_SEE, me(rq), id, &v.g) ||
        !path_get(cx, id, &p) || !ways_of(cx, me(rq), id, &v.ways) ||
        !way_shelf_for(cx, &v.g, &v.shelf))
        return false;
    v.words = p.words;
    v.missing = WAYS_LEAST - (int)v.ways.n;
    put_choices(cx->mem, &p, &v);
    path_page_html(rq->page, &v);
    return true;
}

static bool back_to(struct req *rq, int64_t id, const char *part)
{
    return req_see_other(rq, "/me/hopes/%" PRId64 "/path?saved=1#%s", id, part);
}

bool path_form(struct req *rq)
{
    struct path p = {.words = req_text(rq, "words")};
    const char *heart = req_text(rq, "heart");
    struct goal g;
    int64_t id = 0;

    for (int h = 0; h < HARDS; h++)
        if (req_has(rq, hard_field((enum hard)h)))
            p.hard |= 1U << h;
    return req_id(rq, "goal", &id) &&
           goal_get(rq->cx, MAY_SEE, me(rq), id, &g) &&
           (!*heart || goal_heart(rq->cx, id, heart, g.area)) &&
           path_put(rq->cx, id, &p) && back_to(rq, id, "ways");
}

bool other_way_form(struct req *rq)
{
    const int64_t shelf = req_number(rq, "shelf", 0);
    int64_t id = 0;

    return req_id(rq, "goal", &id) &&
           (shelf ? way_copy(rq->cx, id, shelf)
                  : way_add(rq->cx, me(rq), id, req_text(rq, "way"))) &&
           back_to(rq, id, "ways");
}

bool choose_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct picks picks = {0};
    struct ways all;
    int64_t id = 0, made = 0;

    if (!req_id(rq, "goal", &id) || !ways_of(cx, me(rq), id, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const char *field = arena_fmt(cx->mem, "way-%" PRId64, all.at[i].id);
        if (req_has(rq, field))
            *LIST_PUSH(cx->mem, &picks) = (struct picked){
                all.at[i].id, (enum way_pick)req_number(rq, field, WAY_OPEN)};
    }
    if (!way_pick(cx, id, &picks, &made))
        return false;
    if (made)
        return req_see_other(rq, "/me/hopes/%" PRId64 "?saved=1", made);
    return back_to(rq, id, "pick");
}
