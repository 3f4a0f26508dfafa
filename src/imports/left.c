#include "imports/left.h"

#include <string.h>

void left_add(struct arena *mem, struct lefts *l, const char *what)
{
    for (size_t i = 0; i < l->n; i++)
        if (strcmp(l->at[i].what, what) == 0) {
            l->at[i].times++;
            return;
        }
    if (l->n == LEFT_KINDS_MAX)
        l->at[l->n - 1] = (struct left){"others", l->at[l->n - 1].times + 1};
    else
        *LIST_PUSH(mem, l) = (struct left){what, 1};
}
