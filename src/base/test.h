/* base/test.h - a Criterion test with a fresh ctx.
 *
 *   TEST(base, the_first_failure_is_kept)
 *   {
 *       cr_assert(!fail(cx, ERR_INVALID, "words", "First %d.", 1));
 *       cr_assert(!fail(cx, ERR_DENIED, NULL, "Second."));
 *       cr_assert_eq(cx->err.code, ERR_INVALID);
 *       cr_assert_str_eq(cx->err.text, "First 1.");
 *   }
 *
 * Criterion finds the test by itself and runs it in a process of its own. The
 * ctx has an empty database with every migration applied, in a write
 * transaction, and the clock at 2026-10-13 14:00:00 UTC (Tuesday, 10 am in New
 * York, the zone of the tests). The database is a file of SQLite's, or a
 * PostgreSQL one when BESIDE_TEST_DATABASE says so.
 */
#ifndef BASE_TEST_H
#define BASE_TEST_H

#include <criterion/criterion.h>

#include "base/ctx.h"
#include "base/text.h"

#define TEST_NOW INT64_C(1791900000)

struct ctx *test_ctx(void);
void test_done(struct ctx *cx);

/* Where this test's database is, to open it once more (SQLite: ":memory:" opens
 * another, empty one). Owns: mem. */
const char *test_where(struct arena *mem);

/* A new folder; it and all in it are gone after the test. Owns: cx->mem. */
const char *test_folder(struct ctx *cx);

/* 0..below-1, the same sequence in every run of one test. */
int test_random(int below);

/* A file of tests/data: "fhir/questionnaire-example.json". Owns: cx->mem. */
struct blob test_data(struct ctx *cx, const char *name);

#define TEST(folder, name)                              \
    static void folder##_##name##_body(struct ctx *cx); \
    Test(folder, name)                                  \
    {                                                   \
        struct ctx *cx_ = test_ctx();                   \
        folder##_##name##_body(cx_);                    \
        test_done(cx_);                                 \
    }                                                   \
    static void folder##_##name##_body(__attribute__((unused)) struct ctx *cx)

#endif
