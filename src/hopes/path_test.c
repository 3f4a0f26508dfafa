/* Changing the path: R39, R40; acceptance test 8. */
#include "hopes/path.h"

#include "hopes/far.h"
#include "hopes/town_test.h"

static const char *const ways_of_nurse[] = {
    "home health aide (75 h)", "phlebotomy course", "volunteer doula"};

static struct ways three_ways(struct ctx *cx, const struct town *t,
                              int64_t goal)
{
    struct ways all;

    for (int i = 0; i < WAYS_LEAST; i++)
        cr_assert(way_add(cx, t->denise, goal, ways_of_nurse[i]), "%s",
                  cx->err.text);
    cr_assert(ways_of(cx, t->denise, goal, &all));
    cr_assert_eq(all.n, WAYS_LEAST);
    return all;
}

/* Acceptance test 8: "nurse", the path changes, steps are credited, and the
 * first words are as they were. */
TEST(hopes_path, nurse_becomes_home_health_aide_and_nothing_is_lost)
{
    struct town t = town_make(cx);
    const int64_t nurse = hoped(cx, &t, "Be a nurse");
    struct move told = step_of(cx, nurse, "told someone I wanted it");
    struct path hard = {1U << HARD_SCHOOLING | 1U << HARD_MONEY, ""};
    struct picks picks = {0};
    struct path now;
    struct line line;
    int64_t aide = 0;

    cr_assert(goal_heart(cx, nurse, "caring for people's bodies", AREA_HEALTH));
    cr_assert(move_add(cx, t.denise, &told));
    cr_assert(path_put(cx, nurse, &hard), "%s", cx->err.text);
    cr_assert(path_get(cx, nurse, &now));
    cr_assert_eq(now.hard, hard.hard);
    const struct ways ways = three_ways(cx, &t, nurse);
    *LIST_PUSH(cx->mem, &picks) = (struct picked){ways.at[0].id, WAY_CHOSEN};
    *LIST_PUSH(cx->mem, &picks) = (struct picked){ways.at[1].id, WAY_TO_READ};
    *LIST_PUSH(cx->mem, &picks) = (struct picked){ways.at[2].id, WAY_NO};
    cr_assert(way_pick(cx, nurse, &picks, &aide), "%s", cx->err.text);

    const struct goal old = goal_now(cx, &t, nurse),
                      new = goal_now(cx, &t, aide);
    cr_assert_str_eq(old.words, "Be a nurse");
    cr_assert_eq(old.state, GOAL_WENT_ON);
    cr_assert_str_eq(new.words, ways_of_nurse[0]);
    cr_assert_str_eq(new.heart, "caring for people's bodies");
    cr_assert_eq(new.parent, nurse);
    cr_assert(far_line(cx, aide, -1, &line));
    cr_assert_eq(line.n, 3);
    cr_assert(line.at[0].first && line.at[0].m.id == nurse);
    cr_assert_str_eq(line.at[1].m.words, "told someone I wanted it");
    cr_assert(line.at[2].wish && line.at[2].m.id == aide);
}

TEST(hopes_path, fewer_than_three_ways_are_no_choice)
{
    struct town t = town_make(cx);
    const int64_t nurse = hoped(cx, &t, "Be a nurse");
    struct picks picks = {0};
    struct ways all;
    int64_t made = 0;

    cr_assert(way_add(cx, t.denise, nurse, ways_of_nurse[0]));
    cr_assert(ways_of(cx, t.denise, nurse, &all));
    *LIST_PUSH(cx->mem, &picks) = (struct picked){all.at[0].id, WAY_CHOSEN};
    fails_with(cx, way_pick(cx, nurse, &picks, &made), ERR_INVALID);
    picks.at[0].pick = WAY_TO_READ;
    cr_assert(way_pick(cx, nurse, &picks, &made), "but it may be read");
    cr_assert_eq(made, 0);
    cr_assert_eq(goal_now(cx, &t, nurse).state, GOAL_ALIVE);
    picks.at[0].way = 1;
    fails_with(cx, way_pick(cx, nurse, &picks, &made), ERR_NOTFOUND);
}

TEST(hopes_path, several_may_be_chosen_and_what_is_chosen_stays)
{
    struct town t = town_make(cx);
    const int64_t nurse = hoped(cx, &t, "Be a nurse");
    const struct ways ways = three_ways(cx, &t, nurse);
    struct picks picks = {0};
    struct goals alive;
    int64_t made = 0;

    for (size_t i = 0; i < 2; i++)
        *LIST_PUSH(cx->mem, &picks) =
            (struct picked){ways.at[i].id, WAY_CHOSEN};
    cr_assert(way_pick(cx, nurse, &picks, &made));
    cr_assert(goal_list(cx, 1U << GOAL_ALIVE, 0, 9, &alive));
    cr_assert_eq(alive.n, 2);
    picks.at[0].pick = WAY_NO;
    cr_assert(way_pick(cx, nurse, &picks, &made));
    cr_assert_eq(made, 0, "chosen once, it is there once");
    cr_assert(goal_list(cx, 1U << GOAL_ALIVE, 0, 9, &alive));
    cr_assert_eq(alive.n, 2);
}

TEST(hopes_path, a_peer_adds_a_way_and_chooses_none)
{
    struct town t = town_make(cx);
    const int64_t nurse = hoped(cx, &t, "Be a nurse");
    struct picks picks = {0};
    struct ways all;
    int64_t made = 0;

    as_ruth(cx, &t);
    fails_with(cx, way_add(cx, t.denise, nurse, "doula"), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(goal_open(cx, nurse, t.ruth));
    as_ruth(cx, &t);
    cr_assert(way_add(cx, t.denise, nurse, "doula"), "%s", cx->err.text);
    cr_assert(ways_of(cx, t.denise, nurse, &all));
    cr_assert_eq(all.n, 1);
    cr_assert_eq(all.at[0].source, WAY_PEERS);
    cr_assert_str_eq(all.at[0].by, "Ruth");
    *LIST_PUSH(cx->mem, &picks) = (struct picked){all.at[0].id, WAY_NO};
    fails_with(cx, way_pick(cx, nurse, &picks, &made), ERR_NOTFOUND);
    fails_with(cx, path_put(cx, nurse, &(struct path){0, ""}), ERR_NOTFOUND);
}

TEST(hopes_path, the_shelf_names_nobody_and_offers_what_is_of_its_area)
{
    struct town t = town_make(cx);
    const int64_t nurse = hoped(cx, &t, "Be a nurse");
    struct shelf_ways all;
    struct ways ways;

    fails_with(cx, way_shelve(cx, "a course", AREA_WORK), ERR_NOTFOUND);
    as_ruth(cx, &t);
    fails_with(cx, way_shelve(cx, "What Denise did", AREA_WORK), ERR_INVALID);
    fails_with(cx, way_shelve(cx, "a course", AREAS), ERR_INVALID);
    cr_assert(way_shelve(cx, "a stall on the market", AREA_WORK));
    cr_assert(way_shelve(cx, "phlebotomy course", AREA_HEALTH));
    as_denise(cx, &t);
    struct goal g = goal_now(cx, &t, nurse);
    cr_assert(way_shelf_for(cx, &g, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 2, "it has no area yet");
    cr_assert(goal_heart(cx, nurse, "bodies", AREA_HEALTH));
    g = goal_now(cx, &t, nurse);
    cr_assert(way_shelf_for(cx, &g, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].words, "phlebotomy course");
    const int64_t taken = all.at[0].id;
    cr_assert(way_copy(cx, nurse, taken), "%s", cx->err.text);
    cr_assert(way_shelf_for(cx, &g, &all));
    cr_assert_eq(all.n, 0, "what she took is not offered again");
    fails_with(cx, way_unshelve(cx, taken), ERR_NOTFOUND);
    as_ruth(cx, &t);
    cr_assert(way_unshelve(cx, taken));
    as_denise(cx, &t);
    cr_assert(ways_of(cx, t.denise, nurse, &ways));
    cr_assert_str_eq(ways.at[0].words, "phlebotomy course", "hers stays");
}
