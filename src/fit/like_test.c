#include "fit/like.h"

#include <string.h>

#include "people/town_test.h"

enum { FOOD = 1, ART = 3, HURT = 12, ROUNDS = 60 };

static void set(struct openings *list, struct ctx *cx, int64_t id, int how)
{
    *LIST_PUSH(cx->mem, list) =
        (struct opened){.domain = {.id = id}, .how = (enum openness)how};
}

static void she_likes(struct ctx *cx, const struct town *t,
                      const struct likes *to)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(likes_set(cx, to), "%s", cx->err.text);
}

static void ruth_opens(struct ctx *cx, const struct town *t,
                       const struct openings *to)
{
    town_act(cx, t, t->ruth, ROLE_PEER);
    cr_assert(deck_open_set(cx, to), "%s", cx->err.text);
}

/* A small model of what both opened: by the number of a part of life. */
struct model {
    int hers[DOMAINS_OURS + 1], theirs[DOMAINS_OURS + 1];
};

static void draw(struct ctx *cx, const struct town *t, struct model *m,
                 uint64_t *seed)
{
    struct likes hers = {0};
    struct openings theirs = {0};

    for (int id = 1; id <= DOMAINS_OURS; id++) {
        *seed = *seed * 6364136223846793005U + 1442695040888963407U;
        m->hers[id] = (int)(*seed >> 33) % LIKES;
        m->theirs[id] = (int)(*seed >> 45) % OPENNESS;
        set(&hers.parts, cx, id, m->hers[id]);
        set(&theirs, cx, id, m->theirs[id]);
    }
    she_likes(cx, t, &hers);
    ruth_opens(cx, t, &theirs);
}

static void holds(struct ctx *cx, const struct model *m,
                  const struct commons *got)
{
    size_t n = 0;

    for (int id = 1; id <= DOMAINS_OURS; id++) {
        const bool both =
            m->hers[id] == LIKE_WELCOME && m->theirs[id] != (int)OPEN_CLOSED;
        if (!both)
            continue;
        cr_assert_lt(n, got->n);
        cr_assert_eq(got->at[n].domain.id, id);
        cr_assert_eq(got->at[n].ask, m->theirs[id] == (int)OPEN_ASK);
        n++;
    }
    cr_assert_eq(got->n, n, "nothing that not both opened");
    (void)cx;
}

/* R6: each sees what both opened, the same, and nothing else. */
TEST(fit, what_both_opened_is_the_same_to_both_and_is_all)
{
    struct town t = town_make(cx);
    uint64_t seed = 7;
    struct model m = {0};
    struct commons to_her, to_ruth;

    for (int i = 0; i < ROUNDS; i++) {
        draw(cx, &t, &m, &seed);
        cr_assert(common_of(cx, t.denise, t.ruth, &to_ruth));
        holds(cx, &m, &to_ruth);
        town_act(cx, &t, t.denise, ROLE_PERSON);
        cr_assert(common_of(cx, t.denise, t.ruth, &to_her));
        holds(cx, &m, &to_her);
    }
}

TEST(fit, nobody_else_compares_and_a_peer_only_themselves)
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Marín");
    struct commons c;
    struct likes l;
    size_t n = 0;

    town_act(cx, &t, jose, ROLE_PEER);
    fails_with(cx, common_of(cx, t.denise, jose, &c), ERR_NOTFOUND);
    fails_with(cx, common_of(cx, t.denise, t.ruth, &c), ERR_NOTFOUND);
    cr_assert(peer_join(cx, jose, t.denise));
    fails_with(cx, common_of(cx, t.denise, t.ruth, &c), ERR_NOTFOUND);
    fails_with(cx, common_count(cx, t.ruth, &n), ERR_NOTFOUND);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, common_of(cx, t.denise, t.ruth, &c), ERR_NOTFOUND);
    fails_with(cx, likes_get(cx, &l), ERR_NOTFOUND);
}

/* Being hurt is shut and hidden by default: a number of one would tell. */
TEST(fit, what_is_quiet_is_in_no_number)
{
    struct town t = town_make(cx);
    struct likes hers = {0};
    struct openings theirs = {0};
    struct commons c;
    size_t n = 9;

    set(&hers.parts, cx, HURT, LIKE_WELCOME);
    set(&theirs, cx, HURT, OPEN_YES);
    she_likes(cx, &t, &hers);
    ruth_opens(cx, &t, &theirs);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(common_count(cx, t.ruth, &n));
    cr_assert_eq(n, 0);
    cr_assert(common_of(cx, t.denise, t.ruth, &c));
    cr_assert_eq(c.n, 1, "with her own peer it is there: both opened it");
}

TEST(fit, what_she_did_not_touch_keeps_what_it_was)
{
    struct town t = town_make(cx);
    struct likes one = {0}, two = {.story = STORY_MORE}, now, bad = {0};

    set(&one.parts, cx, FOOD, LIKE_WELCOME);
    set(&two.parts, cx, ART, LIKE_NEVER);
    she_likes(cx, &t, &one);
    she_likes(cx, &t, &two);
    cr_assert(likes_get(cx, &now));
    cr_assert_eq(now.story, STORY_MORE);
    for (size_t i = 0; i < now.parts.n; i++) {
        const int64_t id = now.parts.at[i].domain.id;
        cr_assert_eq((int)now.parts.at[i].how, id == FOOD  ? LIKE_WELCOME
                                               : id == ART ? LIKE_NEVER
                                                           : LIKE_NOT_NOW);
    }
    set(&bad.parts, cx, 999, LIKE_WELCOME);
    fails_with(cx, likes_set(cx, &bad), ERR_NOTFOUND);
    bad.parts.at[0] =
        (struct opened){.domain = {.id = FOOD}, .how = (enum openness)LIKES};
    fails_with(cx, likes_set(cx, &bad), ERR_INVALID);
}

/* R8: a wish is no duty, and a new wish is asked anew. */
TEST(fit, a_peer_may_leave_what_she_wants_of_their_story)
{
    struct town t = town_make(cx);
    struct likes more = {.story = STORY_MORE}, less = {.story = STORY_LESS};
    struct story_wish w;

    she_likes(cx, &t, &more);
    fails_with(cx, story_not_that(cx, t.denise, true), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(story_of(cx, t.denise, t.ruth, &w));
    cr_assert_eq(w.story, STORY_MORE);
    cr_assert(story_not_that(cx, t.denise, true), "%s", cx->err.text);
    cr_assert(story_not_that(cx, t.denise, true));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(story_of(cx, t.denise, t.ruth, &w));
    cr_assert(w.not_that);
    she_likes(cx, &t, &less);
    cr_assert(story_of(cx, t.denise, t.ruth, &w));
    cr_assert(!w.not_that);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(story_not_that(cx, t.denise, true));
    cr_assert(story_not_that(cx, t.denise, false));
    cr_assert(story_of(cx, t.denise, t.ruth, &w));
    cr_assert(!w.not_that);
}
