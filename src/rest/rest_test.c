/* The end of a day, the plan, the portfolio: in the vault (R99, R102). */
#include "rest/down.h"

#include <string.h>

#include "base/test.h"
#include "rest/sheet.h"

static const struct actor ruth = {
    .person = {7001}, .account = 70, .session = 71, .role = ROLE_PEER};

static const char mine[] = "the uncle: mine too";

/* Ruth acts, and her vault is open. */
static struct vault begin(struct ctx *cx)
{
    struct vault v = {.person = ruth.person};

    own_new(&v.key);
    cx->actor = &ruth;
    return v;
}

static void refused(struct ctx *cx, bool done, const char *field)
{
    cr_assert(!done);
    cr_assert_eq(cx->err.code, ERR_INVALID, "%s", cx->err.text);
    cr_assert_str_eq(cx->err.field, field);
    ctx_forgive(cx);
}

TEST(rest, what_is_put_down_is_there_newest_first_and_goes_again)
{
    struct vault v = begin(cx);
    struct downs all;

    cr_assert(down_list(cx, &v, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 0);
    cr_assert(down_put(cx, &v, DOWN_HEAVY, mine), "%s", cx->err.text);
    cx->now += 86400;
    cr_assert(down_put(cx, &v, DOWN_OK, ""));
    cr_assert(down_put(cx, &v, -1, "only words"));
    cr_assert(down_list(cx, &v, &all));
    cr_assert_eq(all.n, 3);
    cr_assert_str_eq(all.at[0].words, "only words");
    cr_assert_eq(all.at[1].how, DOWN_OK);
    cr_assert_str_eq(all.at[2].words, mine);
    cr_assert_eq(all.at[2].day.days + 1, day_of(cx->now).days);
    const int64_t first = all.at[2].id;
    cr_assert(down_remove(cx, &v, first));
    cr_assert(!down_remove(cx, &v, first));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    ctx_forgive(cx);
    cr_assert(down_list(cx, &v, &all));
    cr_assert_eq(all.n, 2);
}

TEST(rest, something_has_to_be_said_and_not_too_much)
{
    struct vault v = begin(cx);

    refused(cx, down_put(cx, &v, -1, ""), "how");
    refused(cx, down_put(cx, &v, DOWN_HOWS, mine), "how");
    refused(cx,
            down_put(cx, &v, DOWN_OK,
                     arena_fmt(cx->mem, "%0*d", DOWN_LETTERS_MAX + 1, 7)),
            "words");
}

TEST(rest, plan_and_portfolio_hold_each_their_own)
{
    struct vault v = begin(cx);
    struct sheet s;

    for (int k = 0; k < SHEETS; k++) {
        s = (struct sheet){.kind = (enum sheet_kind)k,
                           .said = {"", "two", "", "four"}};
        s.said[PLAN_CALL] = k == SHEET_PLAN ? "Bea" : "patience";
        cr_assert(sheet_put(cx, &v, &s), "%s", cx->err.text);
    }
    cr_assert(sheet_read(cx, &v, SHEET_PLAN, &s));
    cr_assert_str_eq(s.said[PLAN_CALL], "Bea");
    cr_assert_str_eq(s.said[3], "four");
    cr_assert(sheet_read(cx, &v, SHEET_FOLIO, &s));
    cr_assert_str_eq(s.said[0], "patience");
    s.said[1] = arena_fmt(cx->mem, "%0*d", SHEET_LETTERS_MAX + 1, 7);
    refused(cx, sheet_put(cx, &v, &s), "feedback");
}

/* R102: it goes along as what was asked and what was written, and no more. */
TEST(rest, a_portfolio_goes_along_as_plain_words)
{
    struct sheet s = {.kind = SHEET_FOLIO,
                      .said = {"being there", "", "islands", ""}};
    struct buf text = buf_new(cx->mem, 1024);

    sheet_text(&s, LANG_EN, &text);
    cr_assert_str_eq(text.at, "\nWhat I am good at\nbeing there\n"
                              "\nWhat I know well\nislands\n");
}

TEST(rest, another_key_reads_nothing)
{
    struct vault v = begin(cx);
    struct downs all;

    cr_assert(down_put(cx, &v, DOWN_HEAVY, mine));
    own_new(&v.key);
    cr_assert(!down_list(cx, &v, &all));
    cr_assert_eq(cx->err.code, ERR_INTERNAL);
    ctx_forgive(cx);
}
