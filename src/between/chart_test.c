#include "between/chart.h"

#include <string.h>

#include "base/test.h"

#define NONE VALUE_NONE

static const char *drawn(struct ctx *cx, const struct chart *c)
{
    struct tpl t = tpl_new(cx->mem, LANG_EN);

    chart_draw(&t, c);
    return t.out.at;
}

static const char *facts(struct ctx *cx, const struct chart *c)
{
    struct tpl t = tpl_new(cx->mem, LANG_EN);

    chart_facts(&t, c);
    return t.out.at;
}

static struct chart week(const int *value)
{
    return (struct chart){.name = "",
                          .kind = LINE_SLEEP,
                          .from = date_ymd(2026, 10, 5),
                          .days = 7,
                          .value = value};
}

/* The line ends at a gap and begins anew behind it; the strip below says which
 * days are missing. */
TEST(visits_chart, no_line_runs_over_a_missing_day)
{
    static const int value[] = {4, 3, NONE, NONE, 1, 2, NONE};
    struct chart c = week(value);
    const char *svg = drawn(cx, &c);

    cr_assert(strstr(svg, "d=\"M8 24L55.3 48M197.3 96L244.6 72\""), "%s", svg);
    cr_assert(strstr(svg, "d=\"M79 127H173.6M268.4 127H292\""), "%s", svg);
}

TEST(visits_chart, too_much_sleep_stands_off_the_line_with_its_own_mark)
{
    static const int value[] = {4, 4, 5, 4, 4, 4, 4};
    struct chart c = week(value);
    const char *svg = drawn(cx, &c);

    cr_assert(
        strstr(svg, "d=\"M8 24L55.3 24M150 24L197.3 24L244.6 24L292 24\""),
        "%s", svg);
    cr_assert(strstr(svg, "d=\"M96.6 72L102.6 66L108.6 72L102.6 78Z\""), "%s",
              svg);
}

TEST(visits_chart, all_that_is_drawn_is_said_in_words)
{
    static const int value[] = {4, 3, NONE, NONE, 5, NONE, NONE};
    struct chart c = week(value);

    cr_assert(
        strstr(drawn(cx, &c),
               "aria-label=\"Sleep, Oct 5 to Oct 11. Written down on 3 of "
               "7 days. Oct 5: Well. Oct 6: Okay. Oct 9: Too much.\""),
        "%s", drawn(cx, &c));
}

TEST(visits_chart, what_happened_in_its_days_is_said_too)
{
    static const int value[] = {4, 3, NONE, NONE, 5, NONE, NONE};
    struct chart c = week(value);
    const struct chart_mark marks[] = {
        {date_ymd(2026, 10, 7), "The heat <broke>"},
        {date_ymd(2026, 9, 1), "Long before"}};

    c.marks = marks;
    c.marks_n = 2;
    const char *svg = drawn(cx, &c);
    cr_assert(strstr(svg, "What happened in my life: Oct 7: The heat "
                          "&lt;broke&gt;."),
              "%s", svg);
    cr_assert_null(strstr(svg, "Long before"));
}

TEST(visits_chart, a_line_with_nothing_said_draws_nothing)
{
    static const int value[] = {NONE, NONE, NONE, NONE, NONE, NONE, NONE};
    struct chart c = week(value);
    const char *svg = drawn(cx, &c);

    cr_assert_null(strstr(svg, "<circle"));
    cr_assert_null(strstr(svg, "class=\"l\""));
    cr_assert(strstr(svg, "d=\"M8 127H292\""), "%s", svg);
    cr_assert(strstr(facts(cx, &c), "Nothing written down in these days."));
    c.kind = LINE_NUMBER;
    c.name = "sugar";
    cr_assert_null(strstr(drawn(cx, &c), "<circle"));
}

TEST(visits_chart, numbers_stand_between_their_lowest_and_highest)
{
    static const int value[] = {1980, 2120, NONE, 2050, NONE, NONE, NONE};
    struct chart c = week(value);

    c.kind = LINE_NUMBER;
    c.name = "my <sugar>";
    const char *svg = drawn(cx, &c);
    cr_assert(strstr(svg, "cy=\"96\"") && strstr(svg, "cy=\"24\"") &&
                  strstr(svg, "cy=\"60\""),
              "%s", svg);
    cr_assert(strstr(svg, "my &lt;sugar&gt;, Oct 5"));
    cr_assert(strstr(facts(cx, &c), "From 198 to 212."), "%s", facts(cx, &c));
}

/* A year is 52 weeks, each as high as its days together, and no element for
 * each. A week with nothing said ends the line; a long night is a diamond. */
TEST(visits_chart, a_year_is_drawn_in_weeks)
{
    static int value[365];
    struct chart c = week(value);

    for (int i = 0; i < 365; i++)
        value[i] = NONE;
    value[0] = 4; /* the first has the day left over, so it is halfway up */
    value[7] = 1;
    value[8] = value[9] = 4;
    value[364] = 5;
    c.days = 365;
    const char *svg = drawn(cx, &c);
    cr_assert_null(strstr(svg, "<circle"));
    cr_assert(strstr(svg, "d=\"M8 60L13.5 24\""), "%s", svg);
    cr_assert(strstr(svg, "d=\"M8 60h0M13.5 24h0\""), "%s", svg);
    cr_assert(strstr(svg, "d=\"M287 72L292 67L297 72L292 77Z\""), "%s", svg);
    cr_assert(strstr(svg, "d=\"M16.4 127H289.1\""), "%s", svg);
    for (int i = 0; i < 365; i++)
        value[i] = i % 3 ? 1 + i % 4 : NONE;
    cr_assert_lt(strlen(drawn(cx, &c)), 4000U);
}

/* The line of marks says what is drawn, and nothing else. */
TEST(visits_chart, the_key_has_the_marks_that_are_used)
{
    static const int full[] = {4, 3, 1, 1, 1, 2, 3},
                     gaps[] = {4, NONE, 5, 1, 1, 2, 5};
    const struct chart_mark marks[] = {{date_ymd(2026, 10, 7), "The heat"},
                                       {date_ymd(2026, 9, 1), "Before"}};
    struct chart c = week(full);
    struct chart_key k = {0};

    c.marks = &marks[1];
    c.marks_n = 1;
    chart_key_add(&k, &c);
    cr_assert(k.last && !k.gaps && !k.aside && !k.events && !k.weeks);
    k = (struct chart_key){0};
    c = week(gaps);
    c.marks = marks;
    c.marks_n = 1;
    chart_key_add(&k, &c);
    cr_assert(!k.last && k.gaps && k.aside && k.events && !k.weeks);
}

TEST(visits_chart, what_was_said_most_often_is_a_fact_only_when_it_is_one)
{
    static const int often[] = {3, 3, 4, NONE, 3, 1, NONE},
                     tie[] = {3, 3, 4, 4, NONE, NONE, NONE};
    struct chart c = week(often);

    cr_assert(strstr(facts(cx, &c), "Written down on 5 of 7 days."), "%s",
              facts(cx, &c));
    cr_assert(strstr(facts(cx, &c), "Most often: Okay."));
    c = week(tie);
    cr_assert_null(strstr(facts(cx, &c), "Most often"));
}
