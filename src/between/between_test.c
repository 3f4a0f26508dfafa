#include "between/between.h"

#include <string.h>

#include "people/town_test.h"

static struct date today(struct ctx *cx)
{
    return day_of(cx->now);
}

static struct date ago(struct ctx *cx, int days)
{
    return (struct date){today(cx).days - days};
}

static int64_t line(struct ctx *cx, struct person_id whose, enum line_kind kind,
                    const char *name)
{
    struct line l = {.kind = kind, .name = name};

    cr_assert(line_add(cx, whose, &l), "%s", cx->err.text);
    return l.id;
}

static bool say(struct ctx *cx, struct person_id whose, struct date day,
                int64_t line, int value)
{
    struct tap tap = {line, value};
    int64_t batch;

    return between_save(cx, whose, day, &(struct taps){&tap, 1, 1}, &batch);
}

static int said(struct ctx *cx, struct person_id whose, struct date day)
{
    struct between b;

    cr_assert(between_read(cx, whose, day, 1, &b), "%s", cx->err.text);
    return b.lines.n ? between_line(&b, 0)[0] : VALUE_NONE;
}

TEST(visits_between, a_missing_day_stays_missing)
{
    struct town t = town_make(cx);
    struct between b;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    int64_t sleep = line(cx, t.denise, LINE_SLEEP, "");
    cr_assert(say(cx, t.denise, ago(cx, 4), sleep, 3));
    cr_assert(say(cx, t.denise, ago(cx, 1), sleep, SLEEP_TOO_MUCH));
    cr_assert(between_read(cx, t.denise, ago(cx, 4), 5, &b));
    static const int days[] = {3, VALUE_NONE, VALUE_NONE, SLEEP_TOO_MUCH,
                               VALUE_NONE};
    for (size_t i = 0; i < 5; i++)
        cr_assert_eq(between_line(&b, 0)[i], days[i]);
}

TEST(visits_between, a_window_holds_its_own_days_and_no_others)
{
    struct town t = town_make(cx);
    struct between b;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    int64_t sleep = line(cx, t.denise, LINE_SLEEP, "");
    for (int i = 0; i < 300; i++)
        cr_assert(say(cx, t.denise, ago(cx, i), sleep, 1 + i % 4));
    struct event in = {.day = ago(cx, 20), .words = "A move"},
                 out = {.day = ago(cx, 21), .words = "A birthday"};
    cr_assert(event_add(cx, t.denise, &in) && event_add(cx, t.denise, &out));
    cr_assert(between_read(cx, t.denise, ago(cx, 20), 10, &b));
    for (int i = 0; i < 10; i++)
        cr_assert_eq(between_line(&b, 0)[i], 1 + (20 - i) % 4);
    cr_assert_eq(b.events.n, 1);
    cr_assert_str_eq(b.events.at[0].words, "A move");
}

TEST(visits_between, a_day_can_be_said_again_emptied_and_undone)
{
    struct town t = town_make(cx);
    int64_t first, second;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    int64_t sleep = line(cx, t.denise, LINE_SLEEP, "");
    struct tap bad = {sleep, 1}, none = {sleep, VALUE_NONE};
    cr_assert(between_save(cx, t.denise, today(cx), &(struct taps){&bad, 1, 1},
                           &first));
    cr_assert(between_save(cx, t.denise, today(cx), &(struct taps){&none, 1, 1},
                           &second));
    cr_assert_eq(said(cx, t.denise, today(cx)), VALUE_NONE);
    fails_with(cx, between_undo(cx, t.denise, first), ERR_CONFLICT);
    cr_assert(between_undo(cx, t.denise, second));
    cr_assert_eq(said(cx, t.denise, today(cx)), 1);
    cr_assert(between_undo(cx, t.denise, first));
    cr_assert_eq(said(cx, t.denise, today(cx)), VALUE_NONE);
    fails_with(cx, between_undo(cx, t.denise, first), ERR_NOTFOUND);
}

TEST(visits_between, what_a_line_cannot_hold_is_refused)
{
    struct town t = town_make(cx);

    town_act(cx, &t, t.denise, ROLE_PERSON);
    int64_t sleep = line(cx, t.denise, LINE_SLEEP, "");
    int64_t choir = line(cx, t.denise, LINE_YES_NO, "choir");
    fails_with(cx, say(cx, t.denise, today(cx), sleep, 6), ERR_INVALID);
    fails_with(cx, say(cx, t.denise, today(cx), sleep, 0), ERR_INVALID);
    fails_with(cx, say(cx, t.denise, today(cx), choir, 3), ERR_INVALID);
    fails_with(cx, say(cx, t.denise, ago(cx, -1), sleep, 3), ERR_INVALID);
    fails_with(cx, say(cx, t.denise, ago(cx, 900), sleep, 3), ERR_INVALID);
    fails_with(cx, say(cx, t.denise, DATE_NONE, sleep, 3), ERR_INVALID);
    cr_assert_eq(value_number("98.6"), 986);
    cr_assert_eq(value_number("98,6"), 986);
    cr_assert_eq(value_number("212"), 2120);
    cr_assert_eq(value_number("98.66"), VALUE_NONE);
    cr_assert_eq(value_number("12345"), VALUE_NONE);
    cr_assert_eq(value_number("-1"), VALUE_NONE);
    cr_assert_eq(value_number(""), VALUE_NONE);
    cr_assert_str_eq(value_said(cx->mem, LANG_EN, LINE_NUMBER, 986), "98.6");
}

TEST(visits_between, four_lines_of_her_own_and_a_stopped_one_comes_back)
{
    struct town t = town_make(cx);
    static const char *const names[] = {"choir", "my knee", "sugar", "walks"};
    int64_t id[4];

    town_act(cx, &t, t.denise, ROLE_PERSON);
    for (int i = 0; i < 4; i++)
        id[i] = line(cx, t.denise, LINE_SCALE, names[i]);
    struct line more = {.kind = LINE_SCALE, .name = "tears"};
    fails_with(cx, line_add(cx, t.denise, &more), ERR_INVALID);
    struct line same = {.kind = LINE_SCALE, .name = "Sugar"};
    fails_with(cx, line_add(cx, t.denise, &same), ERR_INVALID);
    cr_assert(say(cx, t.denise, today(cx), id[0], 2));
    cr_assert(line_stop(cx, t.denise, id[0]));
    fails_with(cx, line_stop(cx, t.denise, id[0]), ERR_NOTFOUND);
    fails_with(cx, say(cx, t.denise, today(cx), id[0], 3), ERR_NOTFOUND);
    cr_assert_eq(line(cx, t.denise, LINE_SCALE, "Choir"), id[0]);
    cr_assert_eq(said(cx, t.denise, today(cx)), 2);
    struct line empty = {.kind = LINE_NUMBER, .name = ""};
    fails_with(cx, line_add(cx, t.denise, &empty), ERR_INVALID);
}

TEST(visits_between, another_persons_days_do_not_exist)
{
    struct town t = town_make(cx);
    struct between b;
    struct event e = {.day = today(cx), .words = "A move"};

    town_act(cx, &t, t.denise, ROLE_PERSON);
    int64_t hers = line(cx, t.denise, LINE_SLEEP, "");
    cr_assert(event_add(cx, t.denise, &e));
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, between_read(cx, t.denise, today(cx), 1, &b), ERR_NOTFOUND);
    fails_with(cx, say(cx, t.ana, today(cx), hers, 3), ERR_NOTFOUND);
    fails_with(cx, line_stop(cx, t.ana, hers), ERR_NOTFOUND);
    fails_with(cx, event_remove(cx, t.ana, e.id), ERR_NOTFOUND);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, between_read(cx, t.denise, today(cx), 1, &b), ERR_NOTFOUND);
}

/* Against a model that is not the code: an array of days. */
TEST(visits_between, random_days_are_as_they_were_said)
{
    enum { DAYS = 12, STEPS = 400 };
    struct town t = town_make(cx);
    int model[2][DAYS], before = VALUE_NONE, undo_line = 0, undo_day = 0;
    int64_t id[2], last = 0;
    struct between b;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    id[0] = line(cx, t.denise, LINE_SLEEP, "");
    id[1] = line(cx, t.denise, LINE_NUMBER, "sugar");
    for (int i = 0; i < 2 * DAYS; i++)
        model[i / DAYS][i % DAYS] = VALUE_NONE;
    for (int step = 0; step < STEPS; step++) {
        int l = test_random(2), d = test_random(DAYS);
        if (last && test_random(3) == 0) {
            cr_assert(between_undo(cx, t.denise, last), "%s", cx->err.text);
            model[undo_line][undo_day] = before;
            last = 0;
        } else {
            int value = test_random(4) ? 1 + test_random(4) : VALUE_NONE;
            if (value == VALUE_NONE && model[l][d] == VALUE_NONE)
                continue;
            struct tap tap = {id[l], value};
            cr_assert(between_save(cx, t.denise, ago(cx, DAYS - 1 - d),
                                   &(struct taps){&tap, 1, 1}, &last));
            before = model[l][d];
            undo_line = l;
            undo_day = d;
            model[l][d] = value;
        }
        if (step % 20)
            continue;
        cr_assert(between_read(cx, t.denise, ago(cx, DAYS - 1), DAYS, &b));
        for (size_t i = 0; i < 2; i++)
            cr_assert_eq(memcmp(between_line(&b, i), model[i], sizeof model[i]),
                         0);
    }
}
