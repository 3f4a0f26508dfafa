/* imports/file_test.h - for tests: a kept file, and what was left out of it. */
#ifndef IMPORTS_FILE_TEST_H
#define IMPORTS_FILE_TEST_H

#include <stdio.h>
#include <string.h>

#include "base/test.h"
#include "imports/left.h"

/* A kept file; the tests run at the top of the project or in its build. */
static inline struct blob file(struct ctx *cx, const char *name)
{
    FILE *in = fopen(arena_fmt(cx->mem, "tests/data/%s", name), "re");

    if (!in)
        in = fopen(arena_fmt(cx->mem, "../tests/data/%s", name), "re");
    cr_assert(in, "%s", name);
    char *bytes = arena_alloc(cx->mem, 1 << 20);
    size_t n = fread(bytes, 1, 1 << 20, in);
    (void)fclose(in);
    return (struct blob){(unsigned char *)bytes, n};
}

static inline int left_of(const struct lefts *l, const char *what)
{
    for (size_t i = 0; i < l->n; i++)
        if (strcmp(l->at[i].what, what) == 0)
            return (int)l->at[i].times;
    return 0;
}

#endif
