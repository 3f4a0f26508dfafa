/* imports/file_test.h - for tests: what was left out of a kept file. */
#ifndef IMPORTS_FILE_TEST_H
#define IMPORTS_FILE_TEST_H

#include <string.h>

#include "base/test.h"
#include "imports/left.h"

static inline int left_of(const struct lefts *l, const char *what)
{
    for (size_t i = 0; i < l->n; i++)
        if (strcmp(l->at[i].what, what) == 0)
            return (int)l->at[i].times;
    return 0;
}

#endif
