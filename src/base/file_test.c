#include "base/file.h"

#include <string.h>

#include "base/test.h"

#define THIS SOURCE_DIR "/src/base/file_test.c"

TEST(file, is_read_whole_or_not_at_all)
{
    struct blob all, again;

    cr_assert(file_read(cx, THIS, 1 << 20, &all), "%s", cx->err.text);
    cr_assert(memmem(all.at, all.n, "is_read_whole", 13));
    cr_assert_eq(all.at[all.n], '\0');
    cr_assert(file_read(cx, THIS, all.n, &again));
    cr_assert_eq(again.n, all.n);
    cr_assert(!file_read(cx, THIS, all.n - 1, &again));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    cr_assert(!file_read(cx, SOURCE_DIR, 1 << 20, &again), "a directory");
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    ctx_forgive(cx);
    cr_assert(!file_read(cx, THIS ".gone", 1 << 20, &again));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
}
