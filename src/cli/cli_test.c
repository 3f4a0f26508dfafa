#include "cli/cli.h"

#include "base/test.h"

static const char *port, *yes;
static const struct cli_option options[] = {
    {"--port", "N", "where", &port}, {"--yes", NULL, "do it", &yes}, {0}};

TEST(cli, options_are_told_from_words)
{
    char *argv[] = {"a", "--port", "80", "b", "--yes", "--", "--c"};
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
    char *argv[] = {"--port=81"};
    int n = 0;

    cr_assert(cli_options(cx, 1, argv, options, &n));
    cr_assert_str_eq(port, "81");
}

TEST(cli, what_is_not_understood_is_named)
{
    char *unknown[] = {"--prot", "80"}, *bare[] = {"--port"},
         *flag[] = {"--yes=1"};
    int n = 0;

    cr_assert(!cli_options(cx, 2, unknown, options, &n));
    cr_assert_str_eq(cx->err.text, "There is no option --prot here.");
    ctx_forgive(cx);
    cr_assert(!cli_options(cx, 1, bare, options, &n));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    cr_assert(!cli_options(cx, 1, flag, options, &n));
}
