/* Hopes in her own words: R32, R33, R38; who sees them. */
#include "hopes/goal.h"

#include <string.h>

#include "base/json.h"
#include "db/db.h"
#include "hopes/keep.h"
#include "hopes/path.h"
#include "hopes/theirs.h"
#include "hopes/town_test.h"
#include "sharing/permission.h"

TEST(hopes_goal, her_words_are_hers_and_earlier_ones_stay_as_they_were)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    struct wordings before;

    cr_assert(goal_rename(
        cx, id, (struct wish){.words = "Be with people who are ill"}));
    cr_assert_str_eq(goal_now(cx, &t, id).words, "Be with people who are ill");
    cr_assert(goal_before(cx, id, &before));
    cr_assert_eq(before.n, 1);
    cr_assert_str_eq(before.at[0].as.words, "Be a nurse");
    fails_with(cx, goal_rename(cx, id, (struct wish){.words = ""}),
               ERR_INVALID);
    fails_with(cx, goal_add(cx, (struct wish){.words = ""}, &(int64_t){0}),
               ERR_INVALID);
}

TEST(hopes_goal, a_picture_alone_is_its_word_and_stays_with_the_hope)
{
    struct town t = town_make(cx);
    const struct wish as = {"", PICTURE_HOME};
    struct goal g;
    struct wordings before;
    int64_t id = 0, other = 0;

    as_denise(cx, &t);
    cr_assert(goal_add(cx, as, &id), "%s", cx->err.text);
    g = goal_now(cx, &t, id);
    cr_assert_str_eq(g.words, "A home");
    cr_assert_eq(g.picture, PICTURE_HOME);
    cr_assert(goal_branch(cx, &g, "A room with a door", &other));
    cr_assert_eq(goal_now(cx, &t, other).picture, PICTURE_HOME);
    cr_assert(goal_rename(cx, id, (struct wish){"A door", PICTURE_PEACE}));
    cr_assert(goal_rename(cx, id, (struct wish){"A door", PICTURE_PEACE}));
    cr_assert(goal_before(cx, id, &before));
    cr_assert_eq(before.n, 1);
    cr_assert_str_eq(before.at[0].as.words, "A home");
    cr_assert_eq(before.at[0].as.picture, PICTURE_HOME);
    cr_assert(goal_rename(cx, id, (struct wish){"A door", PICTURE_NONE}));
    cr_assert_eq(goal_now(cx, &t, id).picture, PICTURE_NONE);
    cx->lang = LANG_ES;
    cr_assert(goal_add(cx, as, &id));
    cr_assert_str_eq(goal_now(cx, &t, id).words, "Un hogar");
}

TEST(hopes_goal, its_day_asks_and_reminds_and_ends_nothing)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "See my son");
    const struct date later = {day_of(cx->now).days + 9};
    struct goals due;

    cr_assert(goal_keep(cx, id, t.ruth, later), "%s", cx->err.text);
    cr_assert(goal_review(cx, id, later));
    cr_assert(!goal_now(cx, &t, id).due && !goal_now(cx, &t, id).talk);
    cx->now = time_at(later, 0);
    cr_assert(goal_now(cx, &t, id).due && goal_now(cx, &t, id).talk);
    cr_assert_eq(goal_now(cx, &t, id).state, GOAL_KEPT);
    cr_assert(goal_due(cx, &due));
    cr_assert_eq(due.n, 1);
    cr_assert(goal_move(cx, id, GOAL_ASLEEP));
    cr_assert(!goal_now(cx, &t, id).due && goal_now(cx, &t, id).talk);
}

TEST(hopes_goal, nobody_but_her_makes_renames_moves_or_opens_one)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    const struct date later = {day_of(cx->now).days + 9};
    struct goals all;

    cr_assert(goal_open(cx, id, t.ruth), "%s", cx->err.text);
    as_ruth(cx, &t);
    fails_with(
        cx,
        goal_add(cx, (struct wish){.words = "Take her pills"}, &(int64_t){0}),
        ERR_NOTFOUND);
    fails_with(cx,
               goal_rename(cx, id, (struct wish){.words = "Follow the plan"}),
               ERR_NOTFOUND);
    fails_with(cx, goal_move(cx, id, GOAL_DONE), ERR_NOTFOUND);
    fails_with(cx, goal_keep(cx, id, t.ruth, later), ERR_NOTFOUND);
    fails_with(cx, goal_open(cx, id, t.luis), ERR_NOTFOUND);
    fails_with(cx, goal_list(cx, ~0U, 0, 9, &all), ERR_NOTFOUND);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, goal_rename(cx, id, (struct wish){.words = "Mine"}),
               ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert_str_eq(goal_now(cx, &t, id).words, "Be a nurse");
    cr_assert_eq(goal_now(cx, &t, id).state, GOAL_ALIVE);
}

TEST(hopes_goal, a_peer_sees_the_one_she_opened_and_no_other_and_no_longer)
{
    struct town t = town_make(cx);
    const int64_t nurse = hoped(cx, &t, "Be a nurse"),
                  son = hoped(cx, &t, "See my son");
    struct goals all;
    struct goal g;
    int n = 0;

    cr_assert(goal_open(cx, nurse, t.ruth), "%s", cx->err.text);
    fails_with(cx, goal_open(cx, nurse, t.luis), ERR_INVALID);
    as_ruth(cx, &t);
    cr_assert(goal_list_near(cx, t.denise, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].words, "Be a nurse");
    fails_with(cx, goal_get(cx, MAY_SEE, t.denise, son, &g), ERR_NOTFOUND);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, goal_get(cx, MAY_SEE, t.denise, nurse, &g), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(goal_open(cx, nurse, (struct person_id){0}));
    as_ruth(cx, &t);
    cr_assert(goal_count_near(cx, t.denise, &n));
    cr_assert_eq(n, 0);
    fails_with(cx, goal_get(cx, MAY_SEE, t.denise, nurse, &g), ERR_NOTFOUND);
}

TEST(hopes_goal, a_peer_who_walks_with_her_no_more_finds_nothing)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    struct move saw = step_of(cx, id, "She went out");
    struct goal g;

    cr_assert(goal_open(cx, id, t.ruth));
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    as_ruth(cx, &t);
    fails_with(cx, goal_get(cx, MAY_SEE, t.denise, id, &g), ERR_NOTFOUND);
    fails_with(cx, move_add(cx, t.denise, &saw), ERR_NOTFOUND);
    fails_with(cx, way_add(cx, t.denise, id, "A way"), ERR_NOTFOUND);
    fails_with(cx, goal_payer(cx, t.denise, id, "Work"), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert_str_eq(goal_now(cx, &t, id).words, "Be a nurse");
}

TEST(hopes_goal, a_payers_wording_stands_beside_and_never_instead)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");

    as_ruth(cx, &t);
    fails_with(cx, goal_payer(cx, t.denise, id, "Employment"), ERR_NOTFOUND);
    as_denise(cx, &t);
    fails_with(cx, goal_payer(cx, t.denise, id, "Employment"), ERR_NOTFOUND);
    cr_assert(goal_open(cx, id, t.ruth));
    as_ruth(cx, &t);
    cr_assert(goal_payer(cx, t.denise, id, "Employment"), "%s", cx->err.text);
    as_denise(cx, &t);
    const struct goal g = goal_now(cx, &t, id);
    cr_assert_str_eq(g.words, "Be a nurse");
    cr_assert_str_eq(g.payer, "Employment");
    cr_assert_str_eq(g.payer_by, "Ruth");
}

static size_t in_state(struct ctx *cx, enum goal_state s)
{
    struct goals all;

    cr_assert(goal_list(cx, 1U << s, 0, GOALS_LIVE_MAX, &all), "%s",
              cx->err.text);
    return all.n;
}

TEST(hopes_goal, it_sleeps_for_years_wakes_and_no_day_closes_it)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");

    cr_assert(goal_review(cx, id, (struct date){day_of(cx->now).days + 90}));
    fails_with(cx, goal_review(cx, id, day_of(cx->now)), ERR_INVALID);
    cr_assert(goal_move(cx, id, GOAL_ASLEEP));
    cx->now += (int64_t)5 * 365 * 24 * 3600;
    cr_assert_eq(in_state(cx, GOAL_ASLEEP), 1);
    cr_assert(goal_move(cx, id, GOAL_ALIVE));
    cr_assert_eq(in_state(cx, GOAL_ALIVE), 1);
    cr_assert(goal_move(cx, id, GOAL_DONE));
    cr_assert(goal_move(cx, id, GOAL_ALIVE), "done is not for ever either");
    fails_with(cx, goal_move(cx, id, GOAL_KEPT), ERR_INVALID);
    fails_with(cx, goal_move(cx, id, GOAL_WENT_ON), ERR_INVALID);
}

TEST(hopes_goal, kept_for_her_it_is_off_her_screen_until_its_day)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    const struct date day = {day_of(cx->now).days + 30};
    struct goals due;
    bool asks = true;
    struct goal g;

    fails_with(cx, goal_keep(cx, id, t.luis, day), ERR_INVALID);
    fails_with(cx, goal_keep(cx, id, t.ruth, day_of(cx->now)), ERR_INVALID);
    cr_assert(goal_keep(cx, id, t.ruth, day), "%s", cx->err.text);
    cr_assert_eq(in_state(cx, GOAL_ALIVE), 0);
    cr_assert(goal_due(cx, &due));
    cr_assert_eq(due.n, 0);
    cr_assert(goal_asks(cx, &asks));
    cr_assert_not(asks);
    as_ruth(cx, &t);
    cr_assert(goal_get(cx, MAY_SEE, t.denise, id, &g), "who keeps it sees it");
    struct move saw = step_of(cx, id, "You asked me");
    fails_with(cx, move_add(cx, t.denise, &saw), ERR_CONFLICT);
    cr_assert(goal_list_kept(cx, &due));
    cr_assert_eq(due.n, 0);
    cx->now = time_at(day, 60);
    cr_assert(goal_list_kept(cx, &due), "and the peer is reminded");
    cr_assert_eq(due.n, 1);
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    cr_assert(goal_list_kept(cx, &due));
    cr_assert_eq(due.n, 0);
    as_denise(cx, &t);
    cr_assert(goal_asks(cx, &asks));
    cr_assert(asks);
    cr_assert(goal_due(cx, &due));
    cr_assert_eq(due.n, 1);
    cr_assert(goal_move(cx, id, GOAL_LET_GO), "she can insist");
    cr_assert(goal_due(cx, &due));
    cr_assert_eq(due.n, 0);
}

TEST(hopes_goal, a_peer_keeps_it_only_while_they_may_see_it)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    const struct date day = {day_of(cx->now).days + 30};
    const struct person_id nobody = {0};
    struct goals kept;

    cr_assert(goal_keep(cx, id, t.ruth, day), "%s", cx->err.text);
    cr_assert_str_eq(goal_now(cx, &t, id).keeper_name, "Ruth");
    cr_assert(goal_open(cx, id, nobody));
    cr_assert_str_empty(goal_now(cx, &t, id).keeper_name);
    cr_assert(goal_list(cx, 1U << GOAL_KEPT, 0, 9, &kept));
    cr_assert_eq(kept.n, 1, "off her screen, as she wanted");
    cr_assert_str_empty(kept.at[0].keeper_name);
    cr_assert(goal_open(cx, id, t.ruth));
    cr_assert_str_eq(goal_now(cx, &t, id).keeper_name, "Ruth");
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    cr_assert_str_empty(goal_now(cx, &t, id).keeper_name);
    cx->now = time_at(day, 60);
    cr_assert(goal_due(cx, &kept));
    cr_assert_eq(kept.n, 1, "and she is asked all the same");
    cr_assert_str_empty(kept.at[0].keeper_name);
}

/* R32: one of the team says it to whom lets them see something, and no longer.
 */
TEST(hopes_goal, one_of_the_team_says_it_while_she_lets_them_see_something)
{
    struct town t = town_make(cx);
    struct permission p = {.what = {t.denise, TOPIC_BETWEEN, 0},
                           .to = t.luis,
                           .purpose = "the flat",
                           .until = cx->now + 3600};
    struct all_theirs theirs;

    as_denise(cx, &t);
    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, theirs_add(cx, t.denise, "That you sleep"), ERR_NOTFOUND);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(theirs_add(cx, t.denise, "That your flat is warm"), "%s",
              cx->err.text);
    cr_assert(theirs_list_mine(cx, &theirs));
    cr_assert_eq(theirs.n, 1);
    cr_assert_str_eq(theirs.at[0].who, "Denise C.");
    as_denise(cx, &t);
    cr_assert_eq(in_state(cx, GOAL_ALIVE), 0, "it is none of hers");
    cr_assert(theirs_list(cx, t.denise, &theirs));
    cr_assert_str_eq(theirs.at[0].who, "Luis");
    cx->now += 3600;
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, theirs_add(cx, t.denise, "More"), ERR_NOTFOUND);
    cr_assert(theirs_list_mine(cx, &theirs));
    cr_assert_str_empty(theirs.at[0].who, "for whom is not theirs to know now");
    cr_assert(theirs_take_back(cx, theirs.at[0].id));
    fails_with(cx, theirs_take_back(cx, theirs.at[0].id), ERR_NOTFOUND);
}

TEST(hopes_goal, what_a_team_hopes_is_never_one_of_hers)
{
    struct town t = town_make(cx);
    struct all_theirs theirs;

    as_ruth(cx, &t);
    cr_assert(theirs_add(cx, t.denise, "That you sleep at night"));
    fails_with(cx, theirs_add(cx, t.ana, "That you sleep"), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert_eq(in_state(cx, GOAL_ALIVE), 0);
    fails_with(cx, theirs_add(cx, t.denise, "x"), ERR_NOTFOUND);
    cr_assert(theirs_list(cx, t.denise, &theirs));
    cr_assert_eq(theirs.n, 1);
    cr_assert_str_eq(theirs.at[0].who, "Ruth");
    cr_assert(theirs_away(cx, t.denise, theirs.at[0].id));
    as_ruth(cx, &t);
    cr_assert(theirs_list(cx, t.denise, &theirs));
    cr_assert_eq(theirs.n, 0);
}

TEST(hopes_goal, there_is_room_for_many_and_an_end_to_it)
{
    struct town t = town_make(cx);
    int64_t id = hoped(cx, &t, "One");

    for (int i = 1; i < GOALS_LIVE_MAX; i++)
        cr_assert(
            goal_add(cx, (struct wish){.words = "Another"}, &(int64_t){0}),
            "%s", cx->err.text);
    fails_with(cx, goal_add(cx, (struct wish){.words = "Too many"}, &id),
               ERR_CONFLICT);
    cr_assert(goal_move(cx, id, GOAL_DONE));
    cr_assert(
        goal_add(cx, (struct wish){.words = "Now it fits"}, &(int64_t){0}));
    fails_with(cx, goal_move(cx, id, GOAL_ALIVE), ERR_CONFLICT);
}

TEST(hopes_goal, all_of_it_can_be_carried_away_and_erased)
{
    struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    struct path hard = {1U << HARD_FEAR, "I was tired"};
    struct move step = {.kind = MOVE_STEP,
                        .goal = id,
                        .words = "told someone I wanted it",
                        .before = "",
                        .day = day_of(cx->now)};
    static const char *const words[] = {
        "Be a nurse",    "Be near people",   "told someone I wanted it",
        "I was tired",   "home health aide", "caring for bodies",
        "That you sleep"};
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out out = {.to = &text};
    struct picks picks = {0};
    struct ways ways;
    int64_t made = 0;

    cr_assert(goal_rename(cx, id, (struct wish){.words = "Be near people"}));
    cr_assert(goal_heart(cx, id, "caring for bodies", AREA_HEALTH));
    cr_assert(move_add(cx, t.denise, &step));
    cr_assert(path_put(cx, id, &hard), "%s", cx->err.text);
    for (int i = 0; i < WAYS_LEAST; i++)
        cr_assert(way_add(cx, t.denise, id, "home health aide"));
    cr_assert(ways_of(cx, t.denise, id, &ways));
    *LIST_PUSH(cx->mem, &picks) = (struct picked){ways.at[0].id, WAY_CHOSEN};
    cr_assert(way_pick(cx, id, &picks, &made), "%s", cx->err.text);
    as_ruth(cx, &t);
    cr_assert(theirs_add(cx, t.denise, "That you sleep"));
    json_put_object(&out, NULL);
    cr_assert(hopes_export(cx, t.denise, &out), "%s", cx->err.text);
    json_put_end(&out);
    const char *file = arena_dup_n(cx->mem, text.at, text.n);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        cr_assert(strstr(file, words[i]), "%s", words[i]);
    cr_assert(hopes_erase(cx, t.denise), "%s", cx->err.text);
    struct query *q =
        db_sql(cx, "SELECT (SELECT COUNT(*) FROM hopes_goal WHERE person = $1)"
                   " + (SELECT COUNT(*) FROM hopes_move WHERE person = $1)"
                   " + (SELECT COUNT(*) FROM hopes_theme WHERE person = $1)"
                   " + (SELECT COUNT(*) FROM hopes_way WHERE person = $1)");
    db_put_int(q, t.denise.v);
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), 0);
    cr_assert(db_end(q));
}
