/* frame/once.h - what is sent twice counts once, and nothing else does.
 *
 * Every form carries an id of its own ("once"), made new with the page. The
 * first time it is kept with a mark of what was sent and the address the answer
 * pointed to. The same words again (a lost answer, a second tap) get that
 * answer, and nothing is done. Other words under the same id (she went back,
 * changed a line, sent again) are a new act: it is done, and from then on it is
 * the one that counts once.
 *
 * A form without an id, or of nobody's account, is done each time: no page of
 * ours makes one, but a script or a test may, and to turn it away would only
 * lose what it brought.
 */
#ifndef FRAME_ONCE_H
#define FRAME_ONCE_H

#include "frame/req.h"

/* *again: this form was here before as it is now, and the answer is set. */
MUST_CHECK bool once_seen(struct req *rq, bool *again);
MUST_CHECK bool once_keep(struct req *rq, int status);

#endif
