#include "http/guard.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

enum { LOOK_EVERY_MS = 250 };

static int64_t now_ms(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void guard_set(struct guard *g, unsigned seconds)
{
    int64_t at = seconds ? now_ms() + (int64_t)seconds * 1000 : 0;

    atomic_store_explicit(&g->deadline, at, memory_order_relaxed);
}

/* Hang up hard: what the client did not take would otherwise stay in the
 * kernel for minutes, waiting for it. */
static void hang_up(int fd)
{
    const struct linger at_once = {.l_onoff = 1};

    (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    (void)shutdown(fd, SHUT_RDWR);
}

static void shut_the_late(struct guard *first)
{
    int64_t now = now_ms();

    for (struct guard *g = first; g; g = g->next) {
        int64_t at = atomic_load_explicit(&g->deadline, memory_order_relaxed);
        if (at && at <= now)
            hang_up(g->fd);
    }
}

static void *watch(void *what)
{
    struct guards *all = what;

    (void)pthread_mutex_lock(&all->lock);
    while (!all->stop) {
        struct timespec until;
        (void)clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += LOOK_EVERY_MS * 1000000L;
        until.tv_sec += until.tv_nsec / 1000000000L;
        until.tv_nsec %= 1000000000L;
        (void)pthread_cond_timedwait(&all->wake, &all->lock, &until);
        shut_the_late(all->first);
    }
    (void)pthread_mutex_unlock(&all->lock);
    return NULL;
}

bool guards_start(struct guards *all)
{
    pthread_condattr_t attr;

    *all = (struct guards){.stop = false};
    (void)pthread_mutex_init(&all->lock, NULL);
    (void)pthread_condattr_init(&attr);
    (void)pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    (void)pthread_cond_init(&all->wake, &attr);
    (void)pthread_condattr_destroy(&attr);
    return pthread_create(&all->thread, NULL, watch, all) == 0;
}

void guards_stop(struct guards *all)
{
    (void)pthread_mutex_lock(&all->lock);
    all->stop = true;
    (void)pthread_cond_signal(&all->wake);
    (void)pthread_mutex_unlock(&all->lock);
    (void)pthread_join(all->thread, NULL);
    (void)pthread_cond_destroy(&all->wake);
    (void)pthread_mutex_destroy(&all->lock);
}

struct guard *guard_new(struct guards *all, int fd)
{
    struct guard *g = calloc(1, sizeof *g);

    if (!g)
        return NULL;
    g->fd = fd;
    (void)pthread_mutex_lock(&all->lock);
    g->next = all->first;
    if (g->next)
        g->next->at = &g->next;
    g->at = &all->first;
    all->first = g;
    (void)pthread_mutex_unlock(&all->lock);
    return g;
}

void guard_free(struct guards *all, struct guard *g)
{
    (void)pthread_mutex_lock(&all->lock);
    *g->at = g->next;
    if (g->next)
        g->next->at = g->at;
    (void)pthread_mutex_unlock(&all->lock);
    free(g->query);
    free(g);
}
