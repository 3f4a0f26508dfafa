/* http/accept.h - who comes in, and which worker gets them.
 *
 * Workers that each take what they can from one socket end up uneven: of 64
 * connections that stay open one had as few as two, and people on the other
 * waited. So one thread takes all, and the library deals them out by turn.
 */
#ifndef HTTP_ACCEPT_H
#define HTTP_ACCEPT_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

struct MHD_Daemon;

struct accepting {
    pthread_t thread;
    struct MHD_Daemon *daemon;
    int listener;
    atomic_bool stop;
    atomic_int handed; /* connections that no worker has taken up yet */
};

/* false: there is no thread to be had. The listener is the caller's, and open
 * until accept_stop() is back. */
bool accept_start(struct accepting *a, struct MHD_Daemon *daemon, int listener);

/* A worker has a connection that was handed on; on the worker's thread. */
void accept_taken(struct accepting *a);

/* After listen_end(), which wakes the thread. When it is back the workers have
 * all that came: the library ends those that they have not taken up without a
 * word, and without a lock. Waits a second at most, as the library does not
 * tell of one that it had no memory for. */
void accept_stop(struct accepting *a);

#endif
