/* Random histories of times, misses, tries and space, against a small model
 * that is not the code: no try is ever made beyond what she set, by a way she
 * did not mark, or while she wants space. */
#include "people/town_test.h"
#include "rhythm/meet.h"
#include "rhythm/reach.h"
#include "rhythm/space.h"
#include "rhythm/task.h"

enum { WORLDS = 12, STEPS = 120, TASKS = 200, HOUR = 3600 };

static struct {
    struct town t;
    bool safe[CHANNELS], mail;
    int most;
    bool said;
    int32_t space; /* a day; 0: none */
    struct {
        int64_t id;
        int tries;
        bool open, courtesy;
    } task[TASKS];
    int tasks, tries, refused;
} w;

static bool in_space(struct ctx *cx)
{
    return w.space > day_of(cx->now).days;
}

/* Her tries are used: courtesy calls also when she wants none. */
static void model_close(void)
{
    for (int i = 0; i < w.tasks; i++)
        if (w.said && w.task[i].tries >= w.most &&
            (w.task[i].tries > 0 || w.task[i].courtesy))
            w.task[i].open = false;
}

static void she_says_how(struct ctx *cx)
{
    struct reach r = {.most = test_random(REACH_TRIES_MAX + 1), .who = "Rosa"};

    for (int c = CHANNEL_CALL; c < CHANNELS; c++) {
        w.safe[c] = test_random(2) != 0;
        if (w.safe[c])
            r.safe |= 1U << c;
    }
    w.mail = test_random(2) != 0;
    if (w.mail)
        r.safe |= REACH_MAIL;
    w.most = r.most;
    w.said = true;
    town_act(cx, &w.t, w.t.denise, ROLE_PERSON);
    cr_assert(reach_put(cx, w.t.denise, &r), "%s", cx->err.text);
    model_close();
}

static void she_wants_space(struct ctx *cx)
{
    town_act(cx, &w.t, w.t.denise, ROLE_PERSON);
    if (in_space(cx)) {
        cr_assert(space_end(cx, w.t.denise));
        w.space = 0;
        return;
    }
    w.space = day_of(cx->now).days + 1 + test_random(3);
    cr_assert(space_ask(cx, w.t.denise, (struct date){w.space}));
    for (int i = 0; i < w.tasks; i++)
        w.task[i].open = false;
}

/* The newest open task that the model does not know yet. */
static void note_task(struct ctx *cx, bool courtesy)
{
    struct tasks all;
    int64_t id = 0;

    cr_assert(task_list(cx, w.t.denise, &all));
    for (size_t i = 0; i < all.n; i++)
        id = all.at[i].id > id ? all.at[i].id : id;
    const bool closed_at_once = courtesy && w.said && w.most == 0;
    if (closed_at_once || w.tasks == TASKS)
        return;
    cr_assert_neq(id, 0);
    w.task[w.tasks].id = id;
    w.task[w.tasks].tries = 0;
    w.task[w.tasks].open = true;
    w.task[w.tasks++].courtesy = courtesy;
}

/* A time is made, and called off without reaching her, or missed. */
static void a_time(struct ctx *cx)
{
    struct meet m = {.person = w.t.denise,
                     .peer = w.t.ruth,
                     .at = cx->now + HOUR,
                     .what = "",
                     .place = ""};
    const struct telling not_yet = {
        .told = TOLD_NOT, .who = "", .retry = cx->now + 2 * HOUR};

    town_act(cx, &w.t, w.t.ruth, ROLE_PEER);
    const bool made = meet_make(cx, &m);
    ctx_forgive(cx);
    cr_assert_eq(made, !in_space(cx));
    if (!made)
        return;
    if (test_random(2)) {
        cr_assert(meet_off_peer(cx, w.t.denise, m.id, &not_yet), "%s",
                  cx->err.text);
        note_task(cx, false);
        return;
    }
    cx->now += HOUR;
    cr_assert(meet_missed(cx, w.t.denise, m.id), "%s", cx->err.text);
    if (!in_space(cx))
        note_task(cx, true);
}

static void a_try(struct ctx *cx)
{
    const int c = test_random(CHANNELS);

    if (w.tasks == 0)
        return;
    const int i = w.tasks - 1 - test_random(w.tasks < 4 ? w.tasks : 4);
    struct task k = {.id = w.task[i].id, .person = w.t.denise};
    const bool reached = test_random(6) == 0;
    const bool word = !reached && test_random(3) == 0;
    const bool leaves =
        c == CHANNEL_NOTE || c == CHANNEL_WORD || (c == CHANNEL_CALL && w.mail);
    const bool may = (!word || leaves) && w.task[i].open && !in_space(cx) &&
                     w.said && w.safe[c] && w.task[i].tries < w.most;

    town_act(cx, &w.t, w.t.ruth, ROLE_PEER);
    const bool done = task_try(cx, &k, (enum channel)c,
                               reached ? OUTCOME_REACHED
                               : word  ? OUTCOME_WORD
                                       : OUTCOME_NO_ANSWER,
                               TIME_NONE);
    cr_assert_eq(done, may, "%s", cx->err.text ? cx->err.text : "done");
    ctx_forgive(cx);
    w.tries += done;
    w.refused += !done;
    if (!done)
        return;
    w.task[i].tries++;
    if (reached || w.task[i].tries >= w.most)
        w.task[i].open = false;
}

static void something_happens(struct ctx *cx)
{
    switch (test_random(9)) {
    case 0: she_says_how(cx); break;
    case 1:
        if (test_random(3) == 0)
            she_wants_space(cx);
        break;
    case 2:
    case 3: a_time(cx); break;
    default: a_try(cx); break;
    }
    cx->now += test_random(3 * HOUR);
}

/* Each open task of the model, and no other, is on her peer's page. */
static void same_list(struct ctx *cx)
{
    struct tasks all;
    size_t open = 0;

    town_act(cx, &w.t, w.t.ruth, ROLE_PEER);
    cr_assert(task_list(cx, w.t.denise, &all), "%s", cx->err.text);
    for (int i = 0; i < w.tasks; i++)
        open += w.task[i].open;
    cr_assert_eq(all.n, open);
}

TEST(rhythm, no_try_beyond_what_she_set_by_an_unsafe_way_or_during_space)
{
    int tries = 0, refused = 0;

    for (int n = 0; n < WORLDS; n++) {
        cx->now = time_at(date_parse("2026-10-13"), 8 * 60);
        w = (__typeof__(w)){.t = town_make(cx)};
        for (int i = 0; i < STEPS; i++) {
            something_happens(cx);
            same_list(cx);
        }
        tries += w.tries;
        refused += w.refused;
    }
    /* Enough of both, or nothing was tried. */
    cr_assert_gt(tries, 40, "%d", tries);
    cr_assert_gt(refused, 200, "%d", refused);
}
