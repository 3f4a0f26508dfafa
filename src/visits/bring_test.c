#include "visits/bring.h"

#include <string.h>

#include "people/town_test.h"
#include "questions/set_store.h"
#include "visits/help.h"
#include "visits/prep.h"

static struct visit coming(struct ctx *cx, struct town *t)
{
    struct visit v = {.person = t->denise,
                      .program = t->program,
                      .at = cx->now + 86400,
                      .with_name = "Dr. Rao",
                      .place = "",
                      .reason = ""};

    cr_assert(set_install_shipped(cx), "%s", cx->err.text);
    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(visit_add(cx, &v), "%s", cx->err.text);
    return v;
}

static bool bring(struct ctx *cx, const struct visit *v, const char *line)
{
    return bring_answers(cx, v->id, SECTION_ASK, &line, 1);
}

/* The n-th line she wants to ask; "" when there is none. */
static const char *asks(struct ctx *cx, const struct visit *v, int n)
{
    struct answers all;
    struct prep p;

    cr_assert(prep_for(cx, v->person, v->id, &p) &&
              answer_list(cx, &p, ANSWERS_COUNT, &all));
    for (size_t i = 0; i < all.n; i++)
        if (strcmp(all.at[i].link_id, "ask") == 0 && all.at[i].nth == n)
            return all.at[i].value;
    return "";
}

TEST(visits, lines_are_brought_beside_those_there_and_none_twice) /* R59 */
{
    struct town t = town_make(cx);
    const struct visit v = coming(cx, &t);
    struct prep p;

    cr_assert(bring(cx, &v, "Why so sleepy?"), "%s", cx->err.text);
    cr_assert(bring(cx, &v, "Is there another way?"), "%s", cx->err.text);
    cr_assert(bring(cx, &v, "Why so sleepy?"), "%s", cx->err.text);
    cr_assert_str_eq(asks(cx, &v, 0), "Why so sleepy?");
    cr_assert_str_eq(asks(cx, &v, 1), "Is there another way?");
    cr_assert_str_eq(asks(cx, &v, 2), "");
    cr_assert(prep_for(cx, t.denise, v.id, &p));
    cr_assert_eq(p.done, 1);
    cr_assert_gt(p.of, 1);
    cr_assert(bring(cx, &v, "Third"), "%s", cx->err.text);
    fails_with(cx, bring(cx, &v, "Fourth"), ERR_INVALID);
    cr_assert_str_eq(asks(cx, &v, 2), "Third");
    fails_with(cx,
               bring(cx, &v,
                     "This one is much too long for a line of a page that has "
                     "room for ninety letters in each"),
               ERR_INVALID);
}

TEST(visits, lines_are_brought_by_her_alone_to_a_visit_that_is_coming)
{
    struct town t = town_make(cx);
    const struct visit v = coming(cx, &t);

    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, bring(cx, &v, "x"), ERR_NOTFOUND);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, bring(cx, &v, "x"), ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(visit_set_state(cx, t.denise, v.id, VISIT_CANCELLED));
    fails_with(cx, bring(cx, &v, "x"), ERR_NOTFOUND);
}

TEST(visits, what_waits_for_her_is_looked_at_before_lines_are_brought)
{
    struct town t = town_make(cx);
    const struct visit v = coming(cx, &t);
    static const char *const line = "How long?";
    const struct answer_new typed = {.link_id = "ask", .values = &line, .n = 1};
    struct set set;
    struct prep p;

    cr_assert(set_current(cx, SET_MIND, &set) &&
              prep_begin(cx, t.denise, v.id, set.id, &p));
    cr_assert(help_let_type(cx, &p, t.ruth), "%s", cx->err.text);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(answer_put(cx, &p, &typed), "%s", cx->err.text);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    fails_with(cx, bring(cx, &v, "Mine"), ERR_INVALID);
    cr_assert(answer_refuse(cx, &p, "ask"));
    cr_assert(bring(cx, &v, "Mine"), "%s", cx->err.text);
    cr_assert_str_eq(asks(cx, &v, 0), "Mine");
}
