/* The rows that folders offer: what does not start. */
#include "frame/req_int.h"
#include "frame/town_test.h"

static bool page(struct req *rq)
{
    tpl_raw(rq->page, "a page");
    return true;
}

static const struct route routes[] = {
    {.method = GET,
     .path = "/t",
     .may = "web.today",
     .run = page,
     .title = "t"},
    {0},
};

static const struct module module = {.name = "t", .routes = routes};
static const struct module *const own[] = {&module, NULL};

TEST(rows, the_program_starts_with_its_own_rows)
{
    cr_assert(app_check(cx), "%s", cx->err.text);
    cr_assert(modules_check(cx, own) == false);
    cr_assert_str_eq(cx->err.text, "t: /t has no rule.",
                     "a capability of another program");
}

TEST(rows, a_row_that_is_not_whole_does_not_start)
{
    static const struct {
        struct route row;
        const char *said;
    } faults[] = {
        {{.method = GET, .path = "/a", .run = page, .title = "a"},
         "t: /a has no rule."},
        {{.method = GET,
          .path = "/a",
          .may = "publik",
          .run = page,
          .title = "a"},
         "t: /a has no rule."},
        {{.method = GET, .path = "/a", .may = "public", .title = "a"},
         "t: /a is not whole."},
        {{.method = POST,
          .path = "/a",
          .may = "public",
          .run = page,
          .pool = POOL_WORK},
         "t: /a is not whole."},
        {{.method = POST,
          .path = "/a",
          .may = "public",
          .run = page,
          .before = page},
         "t: /a is not whole."},
        {{.method = GET, .path = "/a", .may = "public", .run = page},
         "t: /a has no title."},
        {{.method = GET,
          .path = "/b",
          .may = "public",
          .run = page,
          .title = "b"},
         "/b is there twice."},
    };

    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct route rows[] = {faults[i].row,
                               {.method = GET,
                                .path = "/b",
                                .may = "public",
                                .run = page,
                                .title = "b"},
                               {0}};
        struct module m = {.name = "t", .routes = rows};
        const struct module *const all[] = {&m, NULL};
        cr_assert_not(modules_check(cx, all));
        cr_assert_str_eq(cx->err.text, faults[i].said);
        ctx_forgive(cx);
    }
}

TEST(rows, a_panel_has_a_rule)
{
    const struct panel panels[] = {{.slot = "me.home", .order = 1}, {0}};
    struct module m = {.name = "t", .panels = panels};
    const struct module *const all[] = {&m, NULL};

    cr_assert_not(modules_check(cx, all));
    cr_assert_str_eq(cx->err.text, "t: a panel of me.home has no rule.");
}

TEST(rows, two_panels_of_a_slot_never_hide_each_other)
{
    static const struct panel panels[] = {
        {"me.home", 7, "public", NULL},
        {"me.other", 7, "public", NULL},
        {"me.home", 7, "public", NULL},
        {0},
    };
    const struct module one = {.name = "t", .panels = panels};
    const struct module *const all[] = {&one, NULL};

    cr_assert_not(modules_check(cx, all));
    cr_assert_str_eq(cx->err.text,
                     "t: two panels of me.home have the order 7.");
}
