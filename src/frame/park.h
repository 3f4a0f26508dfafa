/* frame/park.h - the threads that write, and the ones that may wait.
 *
 * A worker of http never blocks. What must wait is parked here: changes go to
 * one writer thread that commits many of them at once (SQLite, FULL), passwords
 * and slow work to pools of their own. On PostgreSQL what a worker and
 * the writer do otherwise runs on a few database threads, each with its own
 * connection; the pools are the same.
 */
#ifndef FRAME_PARK_H
#define FRAME_PARK_H

#include "frame/req_int.h"

/* Start the threads. Errors: ERR_UNAVAILABLE, the store cannot be opened. Owns:
 * the caller calls park_stop() after http_stop(). */
MUST_CHECK bool park_start(struct ctx *cx, struct app *app, struct park **out);
void park_stop(struct park *p);

/* The phase this request needs next, on a thread where it may run. A queue that
 * is full answers "busy" at once. */
void park(struct req_int *in, enum phase phase);

/* On this worker, with its own read connection. */
enum http_next park_first(struct req_int *in);

#endif
