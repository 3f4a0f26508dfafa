#include "store/store.h"

#include <stdio.h>
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
    cr_assert(store_make(&a, &s, NULL, NULL), "%s", a.err.text);
    arena_free(a.mem);
    keys_close();
    cr_assert_eq(stat(arena_fmt(cx->mem, "%s.key", dir), &key), 0);
    cr_assert_eq(key.st_mode & 0777, 0600);
    cr_assert(store_open(&b, &again), "%s", b.err.text);
    cr_assert(!again.is_demo);
    cr_assert(!store_make(&c, &(struct store){.dir = dir}, NULL, NULL));
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
    cr_assert(store_make(&a, &s, NULL, NULL), "%s", a.err.text);
    arena_free(a.mem);
    keys_close();
    cr_assert_eq(unlink(arena_fmt(cx->mem, "%s.key", dir)), 0);
    cr_assert(!store_open(&b, &again));
    cr_assert_eq(b.err.code, ERR_INVALID);
    arena_free(b.mem);
}

static void write_file(const char *file, const char *text)
{
    FILE *out = fopen(file, "wbx");

    cr_assert(out, "%s", file);
    cr_assert_geq(fputs(text, out), 0);
    cr_assert_eq(fclose(out), 0);
}

static bool refuse(struct ctx *cx, void *what)
{
    (void)what;
    return fail(cx, ERR_CONFLICT, NULL, "Not today.");
}

static void make_folder(const char *dir, mode_t mode)
{
    cr_assert_eq(mkdir(dir, 0700), 0);
    cr_assert_eq(chmod(dir, mode), 0);
}

/* Nothing is in dir but "." and "..": it can be removed. */
static void is_gone_when_removed(const char *dir)
{
    cr_assert_eq(rmdir(dir), 0, "something is left in %s", dir);
}

TEST(store, of_one_half_made_nothing_is_left)
{
    const char *dir = scratch(cx), *key = arena_fmt(cx->mem, "%s.key", dir);
    struct store s = {.dir = dir};
    struct ctx a = other(cx), b = other(cx), c = other(cx);

    keys_close();
    cr_assert_not(store_make(&a, &s, refuse, NULL));
    cr_assert_str_eq(a.err.text, "Not today.");
    cr_assert_neq(access(dir, F_OK), 0);
    cr_assert_neq(access(key, F_OK), 0);
    arena_free(a.mem);
    /* A directory that was there stays, as empty as it was. */
    make_folder(dir, 0700);
    cr_assert_not(store_make(&b, &(struct store){.dir = dir}, refuse, NULL));
    arena_free(b.mem);
    is_gone_when_removed(dir);
    /* A key that was there is not ours to take. */
    write_file(key, "somebody's");
    cr_assert_not(store_make(&c, &(struct store){.dir = dir}, NULL, NULL));
    cr_assert_eq(c.err.code, ERR_CONFLICT);
    cr_assert_neq(access(dir, F_OK), 0);
    cr_assert_eq(unlink(key), 0);
    arena_free(c.mem);
}

TEST(store, what_is_there_is_not_taken_for_empty)
{
    const char *dir = scratch(cx), *file = arena_fmt(cx->mem, "%s/notes", dir);
    struct store s = {.dir = dir};

    make_folder(dir, 0755);
    write_file(file, "mine");
    cr_assert_not(store_make(cx, &s, NULL, NULL));
    cr_assert_eq(cx->err.code, ERR_CONFLICT);
    cr_assert_eq(unlink(file), 0);
    is_gone_when_removed(dir);
}

static void does_not_open(struct ctx *cx, const char *dir, const char *why)
{
    struct ctx own = other(cx);
    struct store s = {.dir = dir};

    cr_assert_not(store_open(&own, &s));
    cr_assert_eq(own.err.code, ERR_INVALID);
    cr_assert(strstr(own.err.text, why), "%s", own.err.text);
    arena_free(own.mem);
}

TEST(store, does_not_open_while_others_can_read_it)
{
    const char *dir = scratch(cx);
    const char *conf = arena_fmt(cx->mem, "%s/beside.conf", dir);
    struct store s = {.dir = dir};
    struct ctx a = other(cx);
    struct stat st;

    keys_close();
    make_folder(dir, 0755); /* empty: taken, and made ours alone */
    cr_assert(store_make(&a, &s, NULL, NULL), "%s", a.err.text);
    arena_free(a.mem);
    keys_close();
    cr_assert_eq(stat(dir, &st), 0);
    cr_assert_eq(st.st_mode & 0777, 0700);
    cr_assert_eq(chmod(dir, 0750), 0);
    does_not_open(cx, dir, "open to others");
    cr_assert_eq(chmod(dir, 0700), 0);
    cr_assert_eq(chmod(conf, 0604), 0);
    does_not_open(cx, dir, "open to others");
}

TEST(store, its_key_is_never_in_it)
{
    const char *dir = scratch(cx), *key = arena_fmt(cx->mem, "%s.key", dir);
    const char *in = arena_fmt(cx->mem, "%s/in.key", dir);
    struct store wrong = {.dir = dir, .key_file = in}, s = {.dir = dir};
    struct ctx a = other(cx), b = other(cx);

    keys_close();
    cr_assert_not(store_make(&a, &wrong, NULL, NULL));
    cr_assert(strstr(a.err.text, "lies in the data"), "%s", a.err.text);
    cr_assert_neq(access(dir, F_OK), 0);
    arena_free(a.mem);
    cr_assert(store_make(&b, &s, NULL, NULL), "%s", b.err.text);
    arena_free(b.mem);
    keys_close();
    /* Nor by a link. */
    cr_assert_eq(rename(key, in), 0);
    cr_assert_eq(symlink(in, key), 0);
    does_not_open(cx, dir, "lies in the data");
}

TEST(store, a_passphrase_that_others_can_read_is_refused)
{
    const char *dir = scratch(cx), *file = arena_fmt(cx->mem, "%s.words", dir);
    struct store s = {.dir = dir, .passphrase_file = file};
    struct ctx a = other(cx);

    keys_close();
    write_file(file, "letmein\n");
    cr_assert_eq(chmod(file, 0644), 0);
    cr_assert_not(store_make(&a, &s, NULL, NULL));
    cr_assert(strstr(a.err.text, "open to others"), "%s", a.err.text);
    cr_assert_neq(access(dir, F_OK), 0);
    arena_free(a.mem);
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
