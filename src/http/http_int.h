/* http/http_int.h - the server's own parts; private to this folder. */
#ifndef HTTP_HTTP_INT_H
#define HTTP_HTTP_INT_H

#include <microhttpd.h>
#include <stdatomic.h>

#include "http/accept.h"
#include "http/guard.h"
#include "http/http.h"
#include "http/refuse.h"

/* What the library notes of a header beside its bytes. */
enum { RECORD_SIZE = 64 };

/* What happens to a call. RUNNING meets PARKED (by the worker) and READY (by
 * whoever resumes) in either order. */
enum stage { STAGE_BODY, STAGE_RUNNING, STAGE_PARKED, STAGE_READY };

/* A call with what the handler does not see. */
struct held {
    struct http_call call; /* first: http_resume() gets its address */
    struct held *next;     /* in the lane's free list */
    struct http_server *server;
    struct lane *lane;
    struct guard *guard;
    struct MHD_Connection *connection;
    atomic_int stage;
    unsigned char *body;
    size_t body_n, body_max;
};

/* What belongs to one worker alone, so that a request needs no lock. Only the
 * two counters are read by others. */
struct lane {
    _Alignas(64) atomic_uint busy; /* calls begun and not yet over */
    atomic_uint resuming;          /* threads inside http_resume() */
    struct held *free;
    unsigned n_free;
};

enum { LANE_KEEPS = 32 }; /* free calls, each with its first block of memory */

enum refusal {
    REFUSE_400,
    REFUSE_405,
    REFUSE_411,
    REFUSE_413,
    REFUSE_414,
    REFUSE_417,
    REFUSE_431,
    REFUSE_500,
    REFUSE_503,
    N_REFUSALS
};

struct http_server {
    struct http_options o; /* with the defaults filled in */
    struct MHD_Daemon *daemon;
    struct accepting accepting;
    struct guards guards;
    struct lane *lanes; /* one for each worker */
    struct MHD_Response *refusals[N_REFUSALS];
    char *address; /* our copy of o.address */
    uint16_t port;
    int listener;
    atomic_uint lanes_taken;
    atomic_size_t bodies; /* bytes promised to bodies that are being read */
    atomic_bool ending;   /* answers close their connection */
    atomic_bool closed;   /* no new call */
};

/* call.c: the life of a call, as the library tells it. */
enum MHD_Result call_go(void *server, struct MHD_Connection *c,
                        const char *target, const char *method,
                        const char *version, const char *data, size_t *data_n,
                        void **where);
void call_over(void *server, struct MHD_Connection *c, void **where,
               enum MHD_RequestTerminationCode how);
void call_connection(void *server, struct MHD_Connection *c, void **where,
                     enum MHD_ConnectionNotificationCode what);
void *call_target(void *server, const char *target, struct MHD_Connection *c);

/* answer.c: what goes out. */
bool answer_prepare(struct http_server *s); /* false: out of memory */
void answer_forget(struct http_server *s);
enum MHD_Result answer_send(struct held *held);
enum MHD_Result http_answer_refuse(struct http_server *s,
                                   struct MHD_Connection *c, struct guard *g,
                                   int status);

#endif
