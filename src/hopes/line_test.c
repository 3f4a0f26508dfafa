/* Random histories of hopes, paths and steps, against a small model that is not
 * the code: the line from the first wish to today never loses a step, and never
 * has one that she took out or did not agree to. */
#include <stdlib.h>
#include <string.h>

#include "hopes/far.h"
#include "hopes/path.h"
#include "hopes/town_test.h"
#include "hopes/view.h"

enum { WORLDS = 8, ACTS = 150, GOALS = 40, MOVES = 200, YEAR = 365 };

static struct {
    struct town t;
    struct {
        int64_t id;
        int parent; /* of these; -1: none */
    } goal[GOALS];
    struct {
        int64_t id;
        int goal;
        bool counts, waits;
    } move[MOVES];
    int goals, moves;
} w;

static void a_wish(struct ctx *cx)
{
    if (w.goals == GOALS)
        return;
    w.goal[w.goals].id = hoped(cx, &w.t, "A wish");
    w.goal[w.goals++].parent = -1;
}

static void a_move(struct ctx *cx)
{
    const int g = test_random(w.goals);
    const bool hers = test_random(3) != 0;
    struct move m = step_of(cx, w.goal[g].id, "A step");

    if (w.moves == MOVES)
        return;
    m.kind = test_random(3) ? MOVE_STEP : MOVE_SHIFT;
    m.before = m.kind == MOVE_SHIFT ? "Before" : "";
    m.day.days -= test_random(YEAR);
    if (!hers) {
        as_denise(cx, &w.t);
        cr_assert(goal_open(cx, m.goal, w.t.ruth), "%s", cx->err.text);
        as_ruth(cx, &w.t);
    }
    const bool added = move_add(cx, w.t.denise, &m);
    as_denise(cx, &w.t);
    if (!added) {
        cr_assert_eq(cx->err.code, ERR_CONFLICT, "%s", cx->err.text);
        ctx_forgive(cx);
        return;
    }
    w.move[w.moves].id = m.id;
    w.move[w.moves].goal = g;
    w.move[w.moves].waits = !hers;
    w.move[w.moves++].counts = hers;
}

static void she_answers(struct ctx *cx)
{
    const int i = w.moves ? test_random(w.moves) : 0;
    const struct move as = {.words = "As I say it", .before = "Before"};

    if (!w.moves)
        return;
    if (w.move[i].waits && test_random(2)) {
        cr_assert(move_agree(cx, w.move[i].id, &as), "%s", cx->err.text);
        w.move[i].waits = false;
        w.move[i].counts = true;
        return;
    }
    if (w.move[i].waits)
        return;
    w.move[i].counts = !w.move[i].counts;
    cr_assert(move_away(cx, w.move[i].id, !w.move[i].counts));
}

/* Some ways, one or two chosen: each is a hope that came from this one. */
static void another_path(struct ctx *cx)
{
    const int g = test_random(w.goals), chosen = 1 + test_random(2);
    struct picks picks = {0};
    struct goals alive;
    struct ways ways;
    int64_t made = 0;

    if (w.goals + chosen > GOALS)
        return;
    for (int i = 0; i < WAYS_LEAST; i++)
        if (!way_add(cx, w.t.denise, w.goal[g].id, "A way")) {
            ctx_forgive(cx); /* there are many already */
            return;
        }
    cr_assert(ways_of(cx, w.t.denise, w.goal[g].id, &ways));
    for (int i = 0; i < chosen; i++)
        *LIST_PUSH(cx->mem, &picks) =
            (struct picked){ways.at[ways.n - 1 - (size_t)i].id, WAY_CHOSEN};
    cr_assert(way_pick(cx, w.goal[g].id, &picks, &made), "%s", cx->err.text);
    cr_assert(goal_list(cx, 1U << GOAL_ALIVE, 0, (size_t)chosen, &alive));
    for (int i = 0; i < chosen; i++) {
        cr_assert_eq(alive.at[i].parent, w.goal[g].id);
        w.goal[w.goals].id = alive.at[i].id;
        w.goal[w.goals++].parent = g;
    }
}

static void a_state(struct ctx *cx)
{
    static const enum goal_state states[] = {GOAL_ALIVE, GOAL_ASLEEP,
                                             GOAL_LET_GO, GOAL_DONE};

    cr_assert(
        goal_move(cx, w.goal[test_random(w.goals)].id, states[test_random(4)]),
        "%s", cx->err.text);
}

/* What the line to this hope must hold: each of these once, and nothing else.
 */
static size_t model_line(int goal, int64_t *ids)
{
    size_t n = 0;

    for (int g = goal; g >= 0; g = w.goal[g].parent) {
        ids[n++] = w.goal[g].id;
        for (int i = 0; i < w.moves; i++)
            if (w.move[i].goal == g && w.move[i].counts)
                ids[n++] = w.move[i].id;
    }
    return n;
}

static int by_id(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;

    return *x < *y ? -1 : *x > *y;
}

/* All stretches of it, one after the other. */
static void check_line(struct ctx *cx, int goal)
{
    int64_t want[GOALS + MOVES], have[GOALS + MOVES];
    const size_t n = model_line(goal, want);
    struct line line = {.after = 1};
    struct date day = {INT32_MIN};
    size_t m = 0;

    for (int64_t at = 0; line.after > 0; at += FAR_PAGE) {
        cr_assert(far_line(cx, w.goal[goal].id, at, &line), "%s", cx->err.text);
        for (size_t i = 0; i < line.n; i++) {
            cr_assert_eq(line.at[i].first, m == 0, "it begins with the wish");
            cr_assert(m < 2 || line.at[i].m.day.days >= day.days, "in order");
            day = line.at[i].m.day;
            have[m++] = line.at[i].m.id;
        }
    }
    cr_assert_eq(m, n);
    qsort(want, n, sizeof *want, by_id);
    qsort(have, m, sizeof *have, by_id);
    cr_assert_eq(memcmp(want, have, n * sizeof *want), 0);
}

TEST(hopes_line, the_line_never_loses_a_step)
{
    static void (*const acts[])(struct ctx *) = {
        a_wish, a_move, a_move, a_move, she_answers, another_path, a_state};

    for (int world = 0; world < WORLDS; world++) {
        memset(&w, 0, sizeof w);
        w.t = town_make(cx);
        a_wish(cx);
        for (int i = 0; i < ACTS; i++) {
            cx->now += 3600 * (1 + test_random(48));
            acts[test_random(7)](cx);
            as_denise(cx, &w.t);
        }
        for (int g = 0; g < w.goals; g++)
            check_line(cx, g);
    }
}

/* The way already gone is credited to the one that goes on, and hers to see. */
TEST(hopes_line, what_moved_on_the_way_is_credited_to_the_new_path)
{
    const struct town t = town_make(cx);
    const int64_t nurse = hoped(cx, &t, "Be a nurse");
    struct move a = step_of(cx, nurse, "Told someone"),
                b = step_of(cx, nurse, "Asked a nurse");
    const struct goal g = goal_now(cx, &t, nurse);
    int64_t aide = 0, n = 0;

    cr_assert(move_add(cx, t.denise, &a) && move_add(cx, t.denise, &b));
    cr_assert(far_credit(cx, nurse, &n));
    cr_assert_eq(n, 0, "its own steps are no credit");
    cr_assert(goal_branch(cx, &g, "Home health aide", &aide));
    struct move c = step_of(cx, aide, "Rang the course");
    cr_assert(move_add(cx, t.denise, &c));
    cr_assert(far_credit(cx, aide, &n));
    cr_assert_eq(n, 2);
    cr_assert(move_away(cx, b.id, true));
    cr_assert(far_credit(cx, aide, &n));
    cr_assert_eq(n, 1);
    as_ruth(cx, &t);
    cr_assert(!far_credit(cx, aide, &n) || n == 0);
}

/* Longer than one stretch, with no point twice and none left out. */
TEST(hopes_line, a_long_line_comes_in_stretches)
{
    memset(&w, 0, sizeof w);
    w.t = town_make(cx);
    a_wish(cx);
    while (w.moves < MOVES) {
        struct move m = step_of(cx, w.goal[0].id, "One more");
        m.day.days -= MOVES - w.moves;
        cr_assert(move_add(cx, w.t.denise, &m));
        w.move[w.moves].id = m.id;
        w.move[w.moves].goal = 0;
        w.move[w.moves++].counts = true;
    }
    struct line line;
    check_line(cx, 0);
    cr_assert(far_line(cx, w.goal[0].id, -1, &line));
    cr_assert_eq(line.before, MOVES / FAR_PAGE * FAR_PAGE);
    cr_assert_eq(line.after, 0);
    cr_assert_eq(line.n, (size_t)(MOVES + 1 - line.before));
}

/* From the first wish to today: the last stretch ends there, and no other. */
TEST(hopes_line, the_picture_ends_at_today)
{
    const struct town t = town_make(cx);
    const int64_t id = hoped(cx, &t, "Be a nurse");
    const struct date today = {day_of(cx->now).days + 90};
    struct far_picture p;
    struct line line;

    cr_assert(far_line(cx, id, -1, &line));
    far_draw(cx->mem, &line, today, &p);
    cr_assert(p.ends);
    cr_assert_eq(p.to.days, today.days);
    cr_assert_str_eq(p.path, "M14 140H306");
    line.after = 1;
    far_draw(cx->mem, &line, today, &p);
    cr_assert(!p.ends);
    cr_assert_eq(p.to.days, day_of(cx->now).days);
}
