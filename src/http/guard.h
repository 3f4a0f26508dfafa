/* http/guard.h - no connection lives past its deadline.
 *
 * The library's own timeout is about idle time, so a client that drips one byte
 * at a time would stay for ever. Here each connection carries one absolute
 * deadline, set anew as its request moves on, and a thread of its own shuts
 * down the socket of whoever is late; the library then sees the end and cleans
 * up.
 */
#ifndef HTTP_GUARD_H
#define HTTP_GUARD_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lane;

/* One connection. */
struct guard {
    struct guard *next, **at;
    _Atomic int64_t deadline; /* milliseconds, monotonic; 0: none */
    int fd;
    struct lane *lane;  /* of the worker that serves it */
    bool near;          /* loopback or a UNIX socket: may be our proxy */
    bool begun;         /* it has sent a request line before */
    char address[46];   /* "" on a UNIX socket */
    char forwarded[46]; /* of the request in hand */
    int target_status;  /* of the request in hand: 0, 400, 414 */
    size_t target_n;    /* bytes of its target as sent */
    char *query;        /* kept apart, as the library cuts it up; or NULL */
};

struct guards {
    pthread_mutex_t lock;
    pthread_cond_t wake;
    pthread_t thread;
    struct guard *first;
    bool stop;
};

bool guards_start(struct guards *all);
void guards_stop(struct guards *all);

/* NULL when out of memory. Owns: the caller calls guard_free(), before the
 * socket is closed. */
struct guard *guard_new(struct guards *all, int fd);
void guard_free(struct guards *all, struct guard *g);

/* The connection has this long from now; 0: as long as it takes. */
void guard_set(struct guard *g, unsigned seconds);

#endif
