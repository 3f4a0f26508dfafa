#include "sharing/barred.h"

#include "base/json.h"
#include "people/town_test.h"
#include "sharing/law.h"
#include "sharing/permission.h"
#include "store/keep.h"

static const enum verb verbs[] = {MAY_SEE, MAY_CHANGE, MAY_CARRY, MAY_SEND};

static bool knows(struct ctx *cx, enum verb verb, struct about what)
{
    bool yes = false;

    cr_assert(may_know(cx, verb, what, &yes), "%s", cx->err.text);
    return yes;
}

static bool give(struct ctx *cx, struct about what, struct person_id to)
{
    struct permission p = {
        .what = what, .to = to, .purpose = "x", .until = TIME_NONE};

    return permission_give(cx, &p);
}

/* R47. Whatever is true besides, in whatever role. */
TEST(sharing, whom_it_is_about_is_in_no_relation_that_opens_it)
{
    struct facts f = {
        .together = true, .walks = true, .named = true, .barred = true};

    for (int r = ROLE_NONE; r < ROLE_COUNT; r++)
        for (int topic = 0; topic < TOPIC_COUNT; topic++)
            for (int v = MAY_SEE; v <= MAY_SEND; v++) {
                f.role = (enum role)r;
                cr_assert_not(law_says(&f, (enum verb)v, (enum topic)topic));
            }
}

TEST(sharing, whom_it_is_about_has_nothing_of_it_before_or_after_a_yes)
{
    struct town t = town_make(cx);
    const struct person_id karen =
        town_add(cx, t.program, ROLE_SUPERVISOR, "Karen Holt");
    const struct about one = {t.denise, TOPIC_GRIEVANCE, 41};
    const struct about all = {t.denise, TOPIC_GRIEVANCE, 0};
    struct permissions list;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(give(cx, one, karen) && give(cx, one, t.ruth));
    cr_assert(barred_add(cx, one, karen), "%s", cx->err.text);
    fails_with(cx, give(cx, one, karen), ERR_INVALID);
    fails_with(cx, give(cx, all, karen), ERR_INVALID);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        cr_assert_not(knows(cx, verbs[i], one));
        cr_assert_not(knows(cx, verbs[i], all));
    }
    cr_assert(permission_to_me(cx, TOPIC_GRIEVANCE, &list));
    cr_assert_eq(list.n, 0);
    fails_with(cx, barred_add(cx, one, t.ruth), ERR_DENIED);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(knows(cx, MAY_SEE, one), "whom it is not about has it still");
    cr_assert(knows(cx, MAY_CHANGE, one));
}

TEST(sharing, that_it_is_about_them_is_in_her_copy_and_never_in_theirs)
{
    struct town t = town_make(cx);
    const struct about one = {t.denise, TOPIC_GRIEVANCE, 41};
    struct persons who;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(barred_add(cx, one, t.luis) && barred_list(cx, one, &who));
    cr_assert_eq(who.n, 1);
    cr_assert_str_eq(who.at[0].first, "Luis");
    for (int hers = 0; hers < 2; hers++) {
        struct buf text = buf_new(cx->mem, 1 << 20);
        struct json_out w = {.to = &text};
        cx->actor = &actor_operator;
        json_put_object(&w, NULL);
        cr_assert(keep_export(cx, hers ? t.denise : t.luis, &w), "%s",
                  cx->err.text);
        json_put_end(&w);
        cr_assert_eq(strstr(text.at, "my rights") != NULL, hers, "%s", text.at);
    }
    cr_assert(keep_erase(cx, t.denise), "%s", cx->err.text);
    cr_assert(barred_list(cx, one, &who));
    cr_assert_eq(who.n, 0);
}
