/* R55, R62: a peer was there when it was hard, and gets in touch the day after.
 */
#include "crisis/there.h"

#include "crisis/crisis_test.h"
#include "crisis/look.h"
#include "crisis/open.h"
#include "rhythm/reach.h"
#include "rhythm/space.h"
#include "rhythm/task.h"

static struct there was_there(struct ctx *cx, const struct hard_town *h)
{
    return (struct there){.person = h->t.denise,
                          .day = day_of(cx->now),
                          .how = THERE_IN_PERSON,
                          .minutes = 50,
                          .place = " the bench by the river ",
                          .others = ""};
}

static void logs(struct ctx *cx, const struct hard_town *h)
{
    struct there t = was_there(cx, h);

    as_ruth(cx, h);
    cr_assert(there_log(cx, &t), "%s", cx->err.text);
}

static struct tasks open_tasks(struct ctx *cx, const struct hard_town *h)
{
    struct tasks all;

    as_ruth(cx, h);
    cr_assert(task_list(cx, h->t.denise, &all), "%s", cx->err.text);
    return all;
}

TEST(crisis_there, she_reads_all_of_it_and_writes_what_she_wanted)
{
    const struct hard_town h = hard_town(cx);
    struct theres all;
    struct there one;

    logs(cx, &h);
    cr_assert(there_list_between(cx, h.t.denise, &all));
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].place, "", "a list of a peer has no words");
    as_denise(cx, &h);
    cr_assert(there_list(cx, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].who, "Ruth");
    cr_assert_str_eq(all.at[0].place, "the bench by the river");
    cr_assert_eq(all.at[0].minutes, 50);
    cr_assert(there_wanted(cx, all.at[0].id, "To be left at home"));
    cr_assert(there_get(cx, all.at[0].id, &one));
    cr_assert_str_eq(one.wanted, "To be left at home");
    as_ruth(cx, &h);
    fails_with(cx, there_list(cx, &all), ERR_NOTFOUND);
    fails_with(cx, there_get(cx, one.id, &one), ERR_NOTFOUND);
    fails_with(cx, there_wanted(cx, one.id, "Hers"), ERR_NOTFOUND);
    town_act(cx, &h.t, h.t.ana, ROLE_PERSON);
    fails_with(cx, there_wanted(cx, one.id, "Hers"), ERR_NOTFOUND);
}

/* R55: she let any peer come, so who came can say so. */
TEST(crisis_there, who_came_by_her_switch_writes_one_down_while_it_is_open)
{
    const struct hard_town h = hard_town(cx);
    struct there t = was_there(cx, &h);
    struct theres all;

    as_denise(cx, &h);
    cr_assert(open_put(cx, OPEN_ANY), "%s", cx->err.text);
    as_jose(cx, &h);
    fails_with(cx, there_log(cx, &t), ERR_NOTFOUND);
    cr_assert(look_open(cx, h.t.denise), "%s", cx->err.text);
    cr_assert(there_log(cx, &t), "%s", cx->err.text);
    as_denise(cx, &h);
    cr_assert(there_list(cx, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].who, "José");
    cr_assert_eq(open_tasks(cx, &h).n, 1, "who walks with her gets in touch");
    as_jose(cx, &h);
    cx->now += LOOK_SECONDS;
    t = was_there(cx, &h);
    fails_with(cx, there_log(cx, &t), ERR_NOTFOUND);
}

TEST(crisis_there, only_who_walks_with_her_writes_one_down)
{
    const struct hard_town h = hard_town(cx);
    struct there t = was_there(cx, &h);

    as_jose(cx, &h);
    fails_with(cx, there_log(cx, &t), ERR_NOTFOUND);
    as_denise(cx, &h);
    fails_with(cx, there_log(cx, &t), ERR_NOTFOUND);
    cr_assert(peer_leave(cx, h.t.ruth, h.t.denise));
    as_ruth(cx, &h);
    fails_with(cx, there_log(cx, &t), ERR_NOTFOUND);
}

static void refused(struct ctx *cx, struct there t, const char *field)
{
    cr_assert(!there_log(cx, &t));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    cr_assert_str_eq(cx->err.field, field);
    ctx_forgive(cx);
}

TEST(crisis_there, a_day_that_was_how_and_how_long)
{
    const struct hard_town h = hard_town(cx);
    struct there t = was_there(cx, &h);

    as_ruth(cx, &h);
    t.day.days++;
    refused(cx, t, "day");
    t = was_there(cx, &h);
    t.how = THERE_HOWS;
    refused(cx, t, "how");
    t = was_there(cx, &h);
    t.minutes = 0;
    refused(cx, t, "minutes");
    t.minutes = THERE_MINUTES_MAX + 1;
    refused(cx, t, "minutes");
}

TEST(crisis_there, who_else_came_is_written_only_with_her_yes)
{
    const struct hard_town h = hard_town(cx);
    struct there t = was_there(cx, &h);

    as_ruth(cx, &h);
    t.others = "Her sister Rosa";
    refused(cx, t, "others");
    t.others_yes = true;
    cr_assert(there_log(cx, &t), "%s", cx->err.text);
}

TEST(crisis_there,
     the_day_after_there_is_one_thing_to_do_by_a_safe_way) /* R62 */
{
    const struct hard_town h = hard_town(cx);
    const struct reach r = {.safe = 1U << CHANNEL_TEXT, .most = 2, .who = ""};
    struct tasks due;

    as_denise(cx, &h);
    cr_assert(reach_put(cx, h.t.denise, &r));
    logs(cx, &h);
    logs(cx, &h);
    struct tasks all = open_tasks(cx, &h);
    cr_assert_eq(all.n, 1, "two times, one task");
    cr_assert_eq(all.at[0].due.days, day_of(cx->now).days + 1);
    cr_assert_eq(all.at[0].ways, 1U << CHANNEL_TEXT);
    cr_assert_eq(all.at[0].left, 2);
    cr_assert_str_eq(all.at[0].what, "", "no word about it");
    cr_assert(task_list_mine(cx, &due));
    cr_assert_eq(due.n, 0);
    cx->now += 24 * 60 * 60;
    cr_assert(task_list_mine(cx, &due));
    cr_assert_eq(due.n, 1);
    struct task t = due.at[0];
    fails_with(cx, task_try(cx, &t, CHANNEL_CALL, OUTCOME_WORD, TIME_NONE),
               ERR_INVALID);
}

TEST(crisis_there, space_ends_it_and_during_space_there_is_none)
{
    const struct hard_town h = hard_town(cx);
    const struct date until = {day_of(cx->now).days + 3};

    logs(cx, &h);
    as_denise(cx, &h);
    cr_assert(space_ask(cx, h.t.denise, until));
    cr_assert_eq(open_tasks(cx, &h).n, 0);
    logs(cx, &h);
    cr_assert_eq(open_tasks(cx, &h).n, 0, "what was is kept, no task comes");
}
