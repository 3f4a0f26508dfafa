#include "meetings/support.h"

#include "people/town_test.h"
#include "sharing/permission.h"

static struct support asked(const struct town *t)
{
    return (struct support){.peer = t->ruth,
                            .about = t->rao,
                            .kind = SUPPORT_BE_THERE,
                            .words = "He talked over me"};
}

TEST(meetings, whom_it_is_about_cannot_find_it_nor_any_other_role) /* R50 */
{
    struct town t = town_make(cx);
    struct support s = asked(&t);
    struct supports list;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    /* Not even one she opened all else to: no words of a meeting are given. */
    struct permission p = {.what = {t.denise, TOPIC_COMPANY, 0},
                           .to = t.rao,
                           .purpose = "x",
                           .until = TIME_NONE};
    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
    p.what.topic = TOPIC_SUPPORT;
    fails_with(cx, permission_give(cx, &p), ERR_INVALID);
    cr_assert(support_ask(cx, &s), "%s", cx->err.text);
    for (int role = ROLE_NONE; role < ROLE_COUNT; role++) {
        town_act(cx, &t, t.rao, (enum role)role);
        bool yes = true;
        cr_assert(may_know(
            cx, MAY_SEE, (struct about){t.denise, TOPIC_SUPPORT, s.id}, &yes));
        cr_assert_not(yes, "%s", role_name((enum role)role));
        cr_assert(support_list_asked(cx, true, &list));
        cr_assert_eq(list.n, 0);
        fails_with(cx, support_say(cx, t.denise, s.id, SUPPORT_YES),
                   ERR_NOTFOUND);
    }
}

TEST(meetings, the_peer_she_asked_answers_until_she_ends_it) /* R50 */
{
    struct town t = town_make(cx);
    struct support s = asked(&t);
    struct supports list;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(support_ask(cx, &s), "%s", cx->err.text);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(support_list_asked(cx, true, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].words, "He talked over me");
    cr_assert_str_eq(list.at[0].who, "Denise");
    cr_assert(support_list_asked(cx, false, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].words, "", "on Today: that she asks, no more");
    fails_with(cx, support_say(cx, t.denise, s.id, SUPPORT_NO_WORD),
               ERR_INVALID);
    cr_assert(support_say(cx, t.denise, s.id, SUPPORT_YES));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(support_list(cx, &list));
    cr_assert_eq(list.at[0].answer, SUPPORT_YES);
    cr_assert_str_eq(list.at[0].who, "Ruth");
    cr_assert(support_end(cx, s.id));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(support_list_asked(cx, true, &list));
    cr_assert_eq(list.n, 0);
    fails_with(cx, support_say(cx, t.denise, s.id, SUPPORT_YES), ERR_NOTFOUND);
}

TEST(meetings, she_reads_that_the_peer_cannot_see_what_she_asked_any_more)
{
    struct town t = town_make(cx);
    struct support s = asked(&t);
    struct permissions given;
    struct supports list;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(support_ask(cx, &s), "%s", cx->err.text);
    cr_assert(support_list(cx, &list));
    cr_assert(list.at[0].shown);
    cr_assert(permission_list(cx, t.denise, false, &given));
    cr_assert_eq(given.n, 1);
    cr_assert(permission_end(cx, given.at[0].id), "%s", cx->err.text);
    cr_assert(support_list(cx, &list));
    cr_assert_eq(list.n, 1, "it stays hers till she ends it");
    cr_assert_not(list.at[0].shown);
    cr_assert(support_end(cx, s.id), "%s", cx->err.text);
}

TEST(meetings, she_asks_a_peer_who_walks_with_her)
{
    struct town t = town_make(cx);
    struct support s = asked(&t);

    town_act(cx, &t, t.denise, ROLE_PERSON);
    s.peer = t.luis;
    fails_with(cx, support_ask(cx, &s), ERR_INVALID);
    s = asked(&t);
    s.about = t.ana;
    fails_with(cx, support_ask(cx, &s), ERR_INVALID);
    s = asked(&t);
    s.kind = SUPPORT_KINDS;
    fails_with(cx, support_ask(cx, &s), ERR_INVALID);
}
