#include "sharing/count.h"

bool may_count(struct ctx *cx)
{
    return cx->actor->role == ROLE_SUPERVISOR ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

struct count count_of(int64_t n)
{
    return n < COUNT_LEAST ? (struct count){COUNT_FEW, 0}
                           : (struct count){COUNT_EXACT, n};
}

struct count count_among(int64_t n, int64_t all)
{
    struct count c = count_of(n);

    if (c.how == COUNT_EXACT && all - n < COUNT_LEAST)
        return (struct count){COUNT_ALL_BUT_FEW, 0};
    return c;
}

int percent_of(int64_t n, int64_t all)
{
    return all > 0 ? (int)((n * 200 + all) / (all * 2)) : 0;
}

void counts_cover(struct count *list, size_t n)
{
    size_t hidden = 0;
    struct count *least = NULL;

    for (size_t i = 0; i < n; i++)
        if (list[i].how != COUNT_EXACT)
            hidden++;
        else if (!least || list[i].n < least->n)
            least = &list[i];
    if (hidden == 1 && least)
        *least = (struct count){COUNT_FEW, 0};
}
