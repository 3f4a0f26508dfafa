#include "store/store.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/test.h"
#include "frame/browser.h"
#include "keys/keys.h"

static const char *scratch(struct ctx *cx)
{
    return arena_fmt(cx->mem, "%s/data", test_folder(cx));
}

static struct ctx other(struct ctx *cx)
{
    return (struct ctx){
        .mem = arena_new(16 << 20), .actor = cx->actor, .now = cx->now};
}

TEST(store, is_made_once_and_opened_again)
{
    const char *dir = scratch(cx);
    struct store s = {.dir = dir}, again = {.dir = dir};
    struct ctx a = other(cx), b = other(cx), c = other(cx);
    struct stat key;

    keys_close();
    cr_assert(store_make(&a, &s), "%s", a.err.text);
    arena_free(a.mem);
    keys_close();
    cr_assert_eq(stat(arena_fmt(cx->mem, "%s.key", dir), &key), 0);
    cr_assert_eq(key.st_mode & 0777, 0600);
    cr_assert(store_open(&b, &again), "%s", b.err.text);
    cr_assert(!again.is_demo);
    cr_assert(!store_make(&c, &(struct store){.dir = dir}));
    cr_assert_eq(c.err.code, ERR_CONFLICT);
    arena_free(c.mem);
    arena_free(b.mem);
}

TEST(store, does_not_open_without_its_key)
{
    const char *dir = scratch(cx);
    struct store s = {.dir = dir}, again = {.dir = dir};
    struct ctx a = other(cx), b = other(cx);

    keys_close();
    cr_assert(store_make(&a, &s), "%s", a.err.text);
    arena_free(a.mem);
    keys_close();
    cr_assert_eq(unlink(arena_fmt(cx->mem, "%s.key", dir)), 0);
    cr_assert(!store_open(&b, &again));
    cr_assert_eq(b.err.code, ERR_INVALID);
    arena_free(b.mem);
}

TEST(store, nothing_there_is_said)
{
    struct store s = {.dir = scratch(cx)};

    cr_assert(!store_open(cx, &s));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
}

TEST(store, says_whether_it_answers)
{
    struct browser b = {.cx = cx};

    cr_assert(db_commit(cx));
    browse(&b, "/healthz");
    cr_assert_eq(b.status, 200);
    cr_assert_str_eq(b.body, "ok\n");
    cr_assert_str_eq(browse_header(&b, "Content-Type"),
                     "text/plain; charset=utf-8");
    cr_assert_str_eq(browse_header(&b, "Cache-Control"), "no-store");
    cr_assert_null(b.cookie);
    cr_assert(db_end(db_sql(cx, "DROP TABLE store_about")));
    browse(&b, "/healthz");
    cr_assert_eq(b.status, 503);
    cr_assert_neq(strcmp(b.body, "ok\n"), 0);
    cr_assert_null(b.cookie);
}
