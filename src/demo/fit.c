/* Made up: what Denise and Ana like to talk of with a peer; Ben wants one more
 * peer. R6, R8, R9. */
#include "demo/demo_int.h"
#include "fit/change.h"
#include "fit/like.h"

enum { DENISE, ANA, BEN, TEN = 10 * 60, MOST = 6 };

/* Ids of shipped parts of life (deck/domain.h); 0 ends them. */
static bool likes(struct demo *d, int member, enum story story,
                  const int64_t welcome[MOST], int64_t never)
{
    struct likes to = {.story = story};

    for (int i = 0; i < MOST && welcome[i]; i++)
        *LIST_PUSH(d->cx->mem, &to.parts) = (struct opened){
            .domain = {.id = welcome[i]}, .how = (enum openness)LIKE_WELCOME};
    *LIST_PUSH(d->cx->mem, &to.parts) = (struct opened){
        .domain = {.id = never}, .how = (enum openness)LIKE_NEVER};
    demo_act(d, &d->members[member], time_at(demo_day(d, -30), TEN));
    return likes_set(d->cx, &to);
}

bool demo_fit(struct demo *d)
{
    static const int64_t denise[MOST] = {1, 2, 3, 12, 13}, ana[MOST] = {1, 5};
    const struct person_id jose = demo_staff(d, "jose")->id;

    if (!likes(d, DENISE, STORY_MORE, denise, 17) ||
        !likes(d, ANA, STORY_LESS, ana, 14))
        return false;
    demo_act(d, &d->members[BEN], time_at(demo_day(d, -2), TEN));
    return change_ask(d->cx, jose, (struct person_id){0});
}
