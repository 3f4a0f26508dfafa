/* frame/once.h - what is sent twice counts once.
 *
 * Every form carries an id of its own ("once"). The first time it is kept with
 * the address the answer pointed to; the next time that answer is given again
 * and nothing is done.
 */
#ifndef FRAME_ONCE_H
#define FRAME_ONCE_H

#include "frame/req.h"

/* *again: this form was here before, and the answer is set. */
MUST_CHECK bool once_seen(struct req *rq, bool *again);
MUST_CHECK bool once_keep(struct req *rq, int status);

#endif
