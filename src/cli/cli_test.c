#include "cli/cli.h"

#include "base/test.h"

static const char *port, *yes;
static const struct cli_option options[] = {
    {"--port", "N", &port}, {"--yes", NULL, &yes}, {0}};

TEST(cli, options_are_told_from_words)
{
    char a[] = "a", p[] = "--port", n80[] = "80", b[] = "b", y[] = "--yes",
         end[] = "--", c[] = "--c";
    char *argv[] = {a, p, n80, b, y, end, c};
    int n = 0;

    cr_assert(cli_options(cx, 7, argv, options, &n));
    cr_assert_eq(n, 3);
    cr_assert_str_eq(argv[1], "b");
    cr_assert_str_eq(argv[2], "--c");
    cr_assert_str_eq(port, "80");
    cr_assert_str_eq(yes, "yes");
}

TEST(cli, an_option_may_carry_its_value)
{
    char p[] = "--port=81";
    char *argv[] = {p};
    int n = 0;

    cr_assert(cli_options(cx, 1, argv, options, &n));
    cr_assert_str_eq(port, "81");
}

TEST(cli, a_command_may_have_words_alone)
{
    char a[] = "a", b[] = "--", c[] = "--b", d[] = "--data";
    char *words[] = {a, b, c}, *more[] = {a, d};
    int n = 0;

    cr_assert(cli_words(cx, 3, words, &n));
    cr_assert_eq(n, 2);
    cr_assert_not(cli_words(cx, 2, more, &n));
    cr_assert_str_eq(cx->err.text, "There is no option --data here.");
}

TEST(cli, what_is_not_understood_is_named)
{
    char a[] = "--prot", b[] = "80", c[] = "--port", d[] = "--yes=1";
    char *unknown[] = {a, b}, *bare[] = {c}, *flag[] = {d};
    int n = 0;

    cr_assert(!cli_options(cx, 2, unknown, options, &n));
    cr_assert_str_eq(cx->err.text, "There is no option --prot here.");
    ctx_forgive(cx);
    cr_assert(!cli_options(cx, 1, bare, options, &n));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    cr_assert(!cli_options(cx, 1, flag, options, &n));
}
