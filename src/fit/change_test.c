#include "fit/change.h"

#include <string.h>

#include "people/town_test.h"
#include "sharing/permission.h"

struct story {
    struct town t;
    struct person_id jose, karen;
};

static struct story begin(struct ctx *cx)
{
    struct story s = {.t = town_make(cx)};

    s.jose = town_add(cx, s.t.program, ROLE_PEER, "José Marín");
    s.karen = town_add(cx, s.t.program, ROLE_SUPERVISOR, "Karen Holt");
    town_act(cx, &s.t, s.t.denise, ROLE_PERSON);
    return s;
}

static struct changes seen_by_karen(struct ctx *cx, const struct story *s)
{
    struct changes list;

    town_act(cx, &s->t, s->karen, ROLE_SUPERVISOR);
    cr_assert(change_list(cx, &list), "%s", cx->err.text);
    return list;
}

/* R9: at any time, and there is no field for a reason. */
TEST(fit_change, who_leads_makes_it_so_and_the_other_walks_no_more)
{
    struct story s = begin(cx);
    bool walks = false;

    cr_assert(change_ask(cx, s.jose, s.t.ruth), "%s", cx->err.text);
    const struct changes list = seen_by_karen(cx, &s);
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].who, "Denise C.");
    cr_assert_str_eq(list.at[0].wants_name, "José");
    cr_assert_str_eq(list.at[0].instead_name, "Ruth");
    fails_with(cx, change_done(cx, list.at[0].id, s.t.ruth), ERR_INVALID);
    fails_with(cx, change_done(cx, list.at[0].id, s.t.rao), ERR_INVALID);
    cr_assert(change_done(cx, list.at[0].id, s.jose), "%s", cx->err.text);
    cr_assert_eq(seen_by_karen(cx, &s).n, 0);
    fails_with(cx, change_done(cx, list.at[0].id, s.jose), ERR_NOTFOUND);
    cr_assert(peer_walks_with(cx, s.jose, s.t.denise, &walks));
    cr_assert(walks);
    cr_assert(peer_walks_with(cx, s.t.ruth, s.t.denise, &walks));
    cr_assert(!walks);
}

TEST(fit_change, nothing_changes_before_who_leads_says_so)
{
    struct story s = begin(cx);
    struct change c;
    bool walks = false;

    cr_assert(change_ask(cx, s.jose, (struct person_id){0}));
    cr_assert(peer_walks_with(cx, s.jose, s.t.denise, &walks));
    cr_assert(!walks);
    const int64_t id = seen_by_karen(cx, &s).at[0].id;
    fails_with(cx, change_not_now(cx, id, ""), ERR_INVALID);
    cr_assert(change_not_now(cx, id, "José is full until March."), "%s",
              cx->err.text);
    town_act(cx, &s.t, s.t.denise, ROLE_PERSON);
    cr_assert(change_mine(cx, &c));
    cr_assert_eq(c.state, CHANGE_NOT_NOW);
    cr_assert_str_eq(c.words, "José is full until March.");
}

TEST(fit_change, one_that_is_taken_back_is_seen_by_nobody)
{
    struct story s = begin(cx);
    struct change c;

    cr_assert(change_ask(cx, s.jose, s.t.ruth));
    cr_assert(change_ask(cx, (struct person_id){0}, s.t.ruth), "%s",
              cx->err.text);
    const struct changes list = seen_by_karen(cx, &s);
    cr_assert_eq(list.n, 1, "the newest is what she wants");
    cr_assert_str_eq(list.at[0].wants_name, "");
    town_act(cx, &s.t, s.t.denise, ROLE_PERSON);
    cr_assert(change_take_back(cx, list.at[0].id));
    cr_assert_eq(seen_by_karen(cx, &s).n, 0);
    fails_with(cx, change_done(cx, list.at[0].id, s.jose), ERR_NOTFOUND);
    town_act(cx, &s.t, s.t.denise, ROLE_PERSON);
    cr_assert(change_mine(cx, &c));
    cr_assert_eq(c.state, CHANGE_BACK);
}

TEST(fit_change, she_chooses_a_peer_of_the_program_who_does_not_walk_with_her)
{
    struct story s = begin(cx);

    fails_with(cx, change_ask(cx, s.t.ruth, (struct person_id){0}),
               ERR_INVALID);
    fails_with(cx, change_ask(cx, s.t.rao, s.t.ruth), ERR_INVALID);
    fails_with(cx, change_ask(cx, s.jose, s.t.rao), ERR_INVALID);
    for (int i = 0; i < 2; i++) {
        town_act(cx, &s.t, i ? s.t.ruth : s.t.rao,
                 i ? ROLE_PEER : ROLE_CLINICIAN);
        fails_with(cx, change_take_back(cx, 1), ERR_NOTFOUND);
        fails_with(cx, change_ask(cx, s.jose, s.t.ruth), ERR_NOTFOUND);
    }
}

/* R103: nobody here can walk with a colleague, so no dead end is left open. */
TEST(fit_change, who_works_here_is_told_so_and_no_lead_is_asked)
{
    struct story s = begin(cx);
    bool yes = true;

    cr_assert(person_works_here(cx, s.t.denise, &yes));
    cr_assert(!yes);
    cr_assert(change_ask(cx, s.jose, s.t.ruth), "%s", cx->err.text);
    const int64_t id = seen_by_karen(cx, &s).at[0].id;
    cr_assert(staff_add(cx, s.t.denise, ROLE_PEER), "%s", cx->err.text);
    cr_assert_eq(seen_by_karen(cx, &s).n, 0, "she was hired since");
    fails_with(cx, change_done(cx, id, s.jose), ERR_NOTFOUND);
    town_act(cx, &s.t, s.t.denise, ROLE_PERSON);
    cr_assert(person_works_here(cx, s.t.denise, &yes));
    cr_assert(yes);
    fails_with(cx, change_ask(cx, s.jose, (struct person_id){0}), ERR_CONFLICT);
    cr_assert(change_take_back(cx, id), "%s", cx->err.text);
}
