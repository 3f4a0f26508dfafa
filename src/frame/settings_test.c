#include "frame/settings.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/test.h"

/* A settings file with this text. */
static const char *file_of(struct ctx *cx, const char *text)
{
    char *name = arena_dup(cx->mem, "/tmp/beside-settings-XXXXXX");
    int fd = mkstemp(name);

    cr_assert_geq(fd, 0);
    cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    cr_assert_eq(close(fd), 0);
    return name;
}

static bool load(struct ctx *cx, const char *text)
{
    const char *file = file_of(cx, text);
    bool good = settings_load(cx, file);

    cr_assert_eq(unlink(file), 0);
    return good;
}

TEST(settings, without_a_file_each_has_its_own_value)
{
    cr_assert(settings_load(cx, "/nowhere/beside.conf"), "%s", cx->err.text);
    cr_assert_str_eq(setting_text("program.name"), "Beside");
    cr_assert(settings_load(cx, NULL));
    cr_assert_eq(setting_number("auth.shared_idle_seconds"), 180);
}

TEST(settings, a_file_changes_what_it_names)
{
    cr_assert(load(cx, "# ours\n\n  program.name =  The house \r\n"
                       "auth.shared_idle_seconds = 60 # a minute\n"
                       "program.language=es"),
              "%s", cx->err.text);
    cr_assert_str_eq(setting_text("program.name"), "The house");
    cr_assert_eq(setting_number("auth.shared_idle_seconds"), 60);
    cr_assert_str_eq(setting_text("program.language"), "es");
    cr_assert(settings_load(cx, NULL));
    cr_assert_str_eq(setting_text("program.name"), "Beside");
}

TEST(settings, the_file_that_init_writes_changes_nothing)
{
    const char *whole = settings_template(cx->mem, NULL);

    cr_assert(strstr(whole, "\n# program.zone = America/New_York\n"));
    cr_assert(load(cx, whole), "%s", cx->err.text);
    cr_assert_str_eq(setting_text("program.name"), "Beside");
    cr_assert(settings_load(cx, NULL));
}

TEST(settings, a_new_file_says_what_it_was_given)
{
    const struct setting_said said[] = {{"program.name", "Hope"}, {0}};
    const struct setting_said wrong[] = {{"program.name", "Hope # 2"}, {0}};

    cr_assert(settings_fit(cx, said));
    cr_assert(load(cx, settings_template(cx->mem, said)), "%s", cx->err.text);
    cr_assert_str_eq(setting_text("program.name"), "Hope");
    cr_assert_not(settings_fit(cx, wrong));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    cr_assert(settings_load(cx, NULL));
}

TEST(settings, what_is_not_understood_is_said_and_where)
{
    static const struct {
        const char *text, *said;
    } wrong[] = {
        {"\nprogram.name\n", "Line 2 is not name = value."},
        {"program.nmae = x", "Line 1: there is no setting program.nmae."},
        {"program.name = a\nprogram.name = b",
         "Line 2: program.name is there twice."},
        {"program.zone = Mars/Olympus",
         "program.zone cannot be \"Mars/Olympus\"."},
        {"program.name =", "program.name cannot be empty."},
        {"program.language = fr", "program.language cannot be \"fr\"."},
        {"web.leave_address = http://example.org/",
         "web.leave_address cannot be \"http://example.org/\"."},
        {"auth.shared_idle_seconds = soon",
         "auth.shared_idle_seconds is a number from "},
        {"auth.shared_idle_seconds = 1",
         "auth.shared_idle_seconds is a number from "},
        {"auth.shared_idle_seconds = 99999999999999999999",
         "auth.shared_idle_seconds is a number from "},
        {"auth.shared_idle_seconds =",
         "auth.shared_idle_seconds is a number from "},
    };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cr_assert_not(load(cx, wrong[i].text), "%s", wrong[i].text);
        cr_assert_eq(cx->err.code, ERR_INVALID);
        cr_assert(strncmp(cx->err.text, wrong[i].said, strlen(wrong[i].said)) ==
                      0,
                  "%s", cx->err.text);
        ctx_forgive(cx);
    }
    cr_assert(settings_load(cx, NULL));
}

TEST(settings, a_line_without_an_end_is_refused_whole)
{
    const char *text = arena_fmt(cx->mem, "program.name = %02984d", 0);

    cr_assert_not(load(cx, text));
    cr_assert_str_eq(cx->err.text, "Line 1 is too long.");
    ctx_forgive(cx);
    cr_assert(settings_load(cx, NULL));
}
