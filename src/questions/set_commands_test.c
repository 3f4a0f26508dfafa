#include "questions/set_commands.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/test.h"
#include "frame/module.h"
#include "questions/set_store.h"
#include "store/store.h"

#include <criterion/redirect.h>

/* Our set about the body in a file of its own, with one text changed. */
static char *own_file(struct ctx *cx, const char *from, const char *to)
{
    char *path = arena_dup(cx->mem, "/tmp/beside-set-XXXXXX");
    struct blob ours = set_shipped(0);
    const char *s = arena_dup_n(cx->mem, (const char *)ours.at, ours.n);
    const char *at = strstr(s, from);
    int fd = mkstemp(path);

    cr_assert(at && fd >= 0);
    const char *file =
        arena_fmt(cx->mem, "%.*s%s%s", (int)(at - s), s, to, at + strlen(from));
    cr_assert_eq(write(fd, file, strlen(file)), (ssize_t)strlen(file));
    (void)close(fd);
    return path;
}

TEST(set_commands, a_store_that_is_made_has_our_sets)
{
    struct set s;

    cr_assert(raise_event(cx, STORE_FILLED, NULL), "%s", cx->err.text);
    cr_assert(raise_event(cx, STORE_FILLED, NULL));
    cr_assert(set_current(cx, SET_MIND, &s));
    cr_assert(set_current(cx, SET_BODY, &s));
}

TEST(set_commands, an_agency_adds_its_own_and_goes_back)
{
    char *path = own_file(cx, "\"version\":\"1\"", "\"version\":\"1-ours\"");
    struct set ours, own, now;

    cr_redirect_stdout();
    cr_assert(set_install_shipped(cx) && set_current(cx, SET_BODY, &ours));
    cr_assert(set_check_command(cx, 1, &path), "%s", cx->err.text);
    cr_assert(set_add_command(cx, 1, &path), "%s", cx->err.text);
    (void)unlink(path);
    cr_assert(set_current(cx, SET_BODY, &own));
    cr_assert_str_eq(own.version, "1-ours");
    char *number = arena_fmt(cx->mem, "%lld", (long long)ours.id);
    cr_assert(set_use_command(cx, 1, &number), "%s", cx->err.text);
    cr_assert(set_current(cx, SET_BODY, &now));
    cr_assert_eq(now.id, ours.id);
    cr_assert(set_list_command(cx, 0, NULL));
    cr_assert(set_show_command(cx, 1, &number));
}

TEST(set_commands, what_is_wrong_is_said_and_nothing_is_kept)
{
    char *path = own_file(cx, "\"active\"", "\"draft\"");
    char word[] = "x", *bad[] = {word};
    struct set_rows rows;

    (void)unlink(path);
    cr_redirect_stderr();
    cr_assert(!set_add_command(cx, 1, &path), "gone");
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    ctx_forgive(cx);
    path = own_file(cx, "urn:beside:visit-kind", "urn:other:visit-kind");
    cr_assert(!set_check_command(cx, 1, &path));
    ctx_forgive(cx);
    cr_assert(!set_add_command(cx, 1, &path));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    (void)unlink(path);
    ctx_forgive(cx);
    cr_assert(!set_use_command(cx, 1, bad));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    cr_assert(!set_show_command(cx, 0, NULL));
    ctx_forgive(cx);
    cr_assert(set_list(cx, &rows));
    cr_assert_eq(rows.n, 0);
}
