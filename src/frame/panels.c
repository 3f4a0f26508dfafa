#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "frame/req_int.h"

/* The panels of all modules, those of a slot beside each other and in order,
 * and who may see each: the rows never change, so this is asked once. */
struct row {
    const struct panel *panel;
    unsigned roles;
};

static struct row *rows;
static size_t count;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int by_slot(const void *a, const void *b)
{
    const struct panel *x = ((const struct row *)a)->panel;
    const struct panel *y = ((const struct row *)b)->panel;
    int slots = strcmp(x->slot, y->slot);

    return slots ? slots : x->order - y->order;
}

static void each(void (*with)(const struct panel *p))
{
    for (const struct module *const *m = modules; *m; m++)
        for (const struct panel *p = (*m)->panels; p && p->slot; p++)
            with(p);
}

static void count_one(const struct panel *p)
{
    (void)p;
    count++;
}

static void take_one(const struct panel *p)
{
    rows[count++] = (struct row){p, roles_that_can(p->may)};
}

static void sort_rows(void)
{
    each(count_one);
    rows = calloc(count + 1, sizeof *rows);
    if (!rows)
        abort();
    count = 0;
    each(take_one);
    qsort(rows, count, sizeof *rows, by_slot);
}

/* The first row of this slot or of one behind it. */
static size_t first_of(const char *slot)
{
    size_t from = 0, to = count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (strcmp(rows[middle].panel->slot, slot) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static bool draw_slot(struct req *rq, const char *slot, struct tpl *t)
{
    (void)pthread_once(&once, sort_rows);
    unsigned me = ROLE_BIT(rq->cx->actor->role);

    for (size_t i = first_of(slot);
         i < count && strcmp(rows[i].panel->slot, slot) == 0; i++)
        if ((rows[i].roles & me) && !rows[i].panel->draw(rq, t))
            return false;
    return true;
}

bool draw_panels(struct req *rq, const char *slot)
{
    return draw_slot(rq, slot, rq->page);
}

bool panels_html(struct req *rq, const char *slot, struct html *out)
{
    struct tpl apart = *rq->page;

    apart.out = buf_new(rq->cx->mem, TPL_PAGE_MAX);
    *out = (struct html){""};
    if (!draw_slot(rq, slot, &apart))
        return false;
    if (apart.out.at)
        out->s = apart.out.at;
    return true;
}
