/* frame/queue.h - requests that wait for a thread, in the order they came. */
#ifndef FRAME_QUEUE_H
#define FRAME_QUEUE_H

#include <pthread.h>

#include "frame/req_int.h"

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t more;
    struct req_int *head, **tail;
    size_t n, max; /* requests */
    size_t each;   /* of them from one session; 0: as many as there are */
    bool stop;
};

void queue_init(struct queue *q, size_t max);

/* False: it is full, or this session has its share in it, or it is stopped.
 * Once it is in, it may be another thread's. */
bool queue_put(struct queue *q, struct req_int *in);

/* Up to most, in order; waits at most a second. NULL: there was none; with
 * *stop: there will be none. */
struct req_int *queue_take(struct queue *q, size_t most, bool *stop);

/* Take no more; what is in is still handed out. */
void queue_stop(struct queue *q);

#endif
