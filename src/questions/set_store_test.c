#include "questions/set_store.h"

#include <string.h>

#include "base/test.h"

/* A set of one question, of this url, version and wording. */
static struct blob file(struct ctx *cx, const char *url, const char *version,
                        const char *text)
{
    const char *s = arena_fmt(
        cx->mem,
        "{\"resourceType\":\"Questionnaire\",\"url\":\"%s\","
        "\"version\":\"%s\",\"title\":\"T\",\"status\":\"active\","
        "\"code\":[{\"system\":\"urn:beside:visit-kind\",\"code\":\"mind\"}],"
        "\"item\":[{\"linkId\":\"want\",\"type\":\"text\",\"maxLength\":200,"
        "\"text\":\"%s\",\"extension\":[{\"url\":\"urn:beside:page-section\","
        "\"valueCode\":\"want\"}]}]}",
        url, version, text);

    return (struct blob){(const unsigned char *)s, strlen(s)};
}

static int64_t install(struct ctx *cx, struct blob b)
{
    struct set_problems p;
    struct set s;

    cr_assert(set_install(cx, b, &s, &p), "%s", cx->err.text);
    cr_assert_gt(s.id, 0);
    return s.id;
}

static struct set current(struct ctx *cx, enum set_kind kind)
{
    struct set s;

    cr_assert(set_current(cx, kind, &s), "%s", cx->err.text);
    return s;
}

TEST(set_store, ours_are_there_once)
{
    struct set_rows rows;

    cr_assert(set_install_shipped(cx), "%s", cx->err.text);
    cr_assert(set_install_shipped(cx));
    cr_assert(set_list(cx, &rows));
    cr_assert_eq(rows.n, 2);
    cr_assert(rows.at[0].in_use && rows.at[1].in_use);
    cr_assert_eq(current(cx, SET_MIND).kind, SET_MIND);
    cr_assert_eq(current(cx, SET_BODY).kind, SET_BODY);
}

TEST(set_store, a_new_version_leaves_the_old_one_as_it_was)
{
    int64_t one = install(cx, file(cx, "urn:a", "1", "What do you want?"));
    int64_t two = install(cx, file(cx, "urn:a", "2", "What would help?"));
    struct set s;

    cr_assert_neq(one, two);
    cr_assert_eq(current(cx, SET_MIND).id, two);
    cr_assert(set_by_id(cx, one, &s));
    cr_assert_eq(s.id, one);
    cr_assert_str_eq(s.at[0].text.in[LANG_EN], "What do you want?");
    cr_assert(set_use(cx, one));
    cr_assert_eq(current(cx, SET_MIND).id, one);
}

TEST(set_store, a_version_never_changes_its_words)
{
    struct set_problems p;
    struct set s;
    int64_t one = install(cx, file(cx, "urn:a", "1", "What do you want?"));

    cr_assert_eq(install(cx, file(cx, "urn:a", "1", "What do you want?")), one);
    cr_assert(
        !set_install(cx, file(cx, "urn:a", "1", "Something else?"), &s, &p));
    cr_assert_eq(cx->err.code, ERR_CONFLICT);
    ctx_forgive(cx);
    cr_assert_eq(current(cx, SET_MIND).id, one);
}

TEST(set_store, an_agencys_own_set_stays_in_use)
{
    struct set_rows rows;
    int64_t own = install(
        cx, file(cx, "urn:beside:questionnaire:visit-mind", "own", "What?"));

    cr_assert(set_install_shipped(cx));
    cr_assert_eq(current(cx, SET_MIND).id, own);
    cr_assert(set_list(cx, &rows));
    cr_assert_eq(rows.n, 3);
    cr_assert(set_use(cx, rows.at[0].id));
    cr_assert_eq(current(cx, SET_MIND).id, rows.at[0].id);
}

TEST(set_store, what_is_not_there_or_not_ready_is_said)
{
    struct set_problems p;
    struct set s;

    cr_assert(!set_current(cx, SET_BODY, &s));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    ctx_forgive(cx);
    cr_assert(!set_by_id(cx, 7, &s));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    ctx_forgive(cx);
    cr_assert(!set_use(cx, 7));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    ctx_forgive(cx);
    cr_assert(!set_install(cx, file(cx, "", "1", "What?"), &s, &p));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    cr_assert_eq(p.n, 1);
    ctx_forgive(cx);
    cr_assert(!set_current(cx, SET_MIND, &s), "nothing was kept");
}

/* A page is drawn from the same set again and again, and from another store's
 * set that has the same id. */
TEST(set_store, a_set_that_is_read_again_is_the_same_one)
{
    int64_t one = install(cx, file(cx, "urn:a", "1", "What do you want?"));
    struct arena *mine = cx->mem;
    struct set a, b;

    cx->mem = arena_new(1 << 20);
    cr_assert(set_by_id(cx, one, &a));
    arena_free(cx->mem);
    cx->mem = arena_new(1 << 20);
    cr_assert(set_by_id(cx, one, &b));
    arena_free(cx->mem);
    cx->mem = mine;
    cr_assert_eq(b.id, one);
    cr_assert_str_eq(b.at[0].text.in[LANG_EN], "What do you want?");
    for (int i = 2; i < 50; i++) {
        const char *version = arena_fmt(cx->mem, "%d", i);
        (void)install(cx, file(cx, "urn:a", version, version));
        cr_assert_str_eq(current(cx, SET_MIND).at[0].text.in[LANG_ES], version);
    }
    cr_assert(set_by_id(cx, one, &a));
    cr_assert_str_eq(a.version, "1");
}
