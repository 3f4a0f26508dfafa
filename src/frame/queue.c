#include "frame/queue.h"

#include <time.h>

void queue_init(struct queue *q, size_t max)
{
    (void)pthread_mutex_init(&q->lock, NULL);
    (void)pthread_cond_init(&q->more, NULL);
    q->head = NULL;
    q->tail = &q->head;
    q->max = max;
}

/* A session that has its share in the queue already waits its turn, so that
 * one browser cannot keep everybody else out. */
static bool has_its_share(const struct queue *q, const struct req_int *in)
{
    size_t n = 0;

    for (const struct req_int *r = q->head; q->each && r; r = r->next)
        n += r->cx.actor->session == in->cx.actor->session;
    return q->each && n >= q->each;
}

bool queue_put(struct queue *q, struct req_int *in)
{
    (void)pthread_mutex_lock(&q->lock);
    bool room = q->n < q->max && !q->stop && !has_its_share(q, in);
    if (room) {
        in->next = NULL;
        *q->tail = in;
        q->tail = &in->next;
        q->n++;
        (void)pthread_cond_signal(&q->more);
    }
    (void)pthread_mutex_unlock(&q->lock);
    return room;
}

struct req_int *queue_take(struct queue *q, size_t most, bool *stop)
{
    struct timespec until;

    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 1;
    (void)pthread_mutex_lock(&q->lock);
    if (!q->head && !q->stop)
        (void)pthread_cond_timedwait(&q->more, &q->lock, &until);
    struct req_int *first = q->head, **end = &q->head;
    size_t taken = 0;
    for (; *end && taken < most; taken++)
        end = &(*end)->next;
    q->head = *end;
    *end = NULL;
    if (!q->head)
        q->tail = &q->head;
    q->n -= taken;
    *stop = q->stop && !first;
    (void)pthread_mutex_unlock(&q->lock);
    return first;
}

void queue_stop(struct queue *q)
{
    (void)pthread_mutex_lock(&q->lock);
    q->stop = true;
    (void)pthread_cond_broadcast(&q->more);
    (void)pthread_mutex_unlock(&q->lock);
}
