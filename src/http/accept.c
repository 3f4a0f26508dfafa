#include "http/accept.h"

#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <time.h>

/* There is no room for one more now: those who wait stay in the backlog. */
static void wait_for_room(void)
{
    const struct timespec tick = {.tv_nsec = 10000000};

    (void)nanosleep(&tick, NULL);
}

/* The library closes what it does not keep. An answer goes out at once,
 * whatever the library makes of a socket that it did not open itself. (A UNIX
 * socket has no such option, and needs none.) */
static void hand_on(struct accepting *a, int fd, struct sockaddr *from,
                    socklen_t n)
{
    const int on = 1;

    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    (void)atomic_fetch_add(&a->handed, 1);
    if (MHD_add_connection(a->daemon, fd, from, n) != MHD_YES)
        (void)atomic_fetch_sub(&a->handed, 1);
}

static bool full(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS ||
           error == ENOMEM;
}

static void *take_all(void *what)
{
    struct accepting *a = what;
    struct pollfd p = {.fd = a->listener, .events = POLLIN};

    while (poll(&p, 1, -1) >= 0 || errno == EINTR) {
        struct sockaddr_storage from;
        socklen_t n = sizeof from;
        int fd;

        if (atomic_load(&a->stop))
            break;
        fd = accept4(a->listener, (struct sockaddr *)&from, &n,
                     SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (fd >= 0)
            hand_on(a, fd, (struct sockaddr *)&from, n);
        else if (full(errno))
            wait_for_room();
    }
    return NULL;
}

bool accept_start(struct accepting *a, struct MHD_Daemon *daemon, int listener)
{
    a->daemon = daemon;
    a->listener = listener;
    atomic_store(&a->stop, false);
    atomic_store(&a->handed, 0);
    return pthread_create(&a->thread, NULL, take_all, a) == 0;
}

void accept_taken(struct accepting *a)
{
    (void)atomic_fetch_sub(&a->handed, 1);
}

void accept_stop(struct accepting *a)
{
    const struct timespec tick = {.tv_nsec = 2000000};

    atomic_store(&a->stop, true);
    (void)pthread_join(a->thread, NULL);
    for (int ticks = 500; ticks && atomic_load(&a->handed); ticks--)
        (void)nanosleep(&tick, NULL);
}
