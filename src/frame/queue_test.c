#include "frame/queue.h"

#include "base/test.h"

static const struct actor denise = {.session = 7}, ana = {.session = 8};

static struct req_int *waiting(struct ctx *cx, const struct actor *who)
{
    struct req_int *in = ARENA_NEW(cx->mem, struct req_int);

    in->cx.actor = who;
    return in;
}

TEST(frame, one_browser_cannot_keep_everybody_else_out_of_a_queue)
{
    struct queue q = {.each = 2};
    bool stop = false;

    queue_init(&q, 4);
    cr_assert(queue_put(&q, waiting(cx, &denise)));
    cr_assert(queue_put(&q, waiting(cx, &denise)));
    cr_assert_not(queue_put(&q, waiting(cx, &denise)), "she has two waiting");
    cr_assert(queue_put(&q, waiting(cx, &ana)));
    cr_assert_not_null(queue_take(&q, 1, &stop));
    cr_assert(queue_put(&q, waiting(cx, &denise)), "one went on its way");
    cr_assert_not(queue_put(&q, waiting(cx, &denise)));
    cr_assert(queue_put(&q, waiting(cx, &ana)));
    cr_assert_not(queue_put(&q, waiting(cx, &ana)), "it is full");
}
