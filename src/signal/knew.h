/* signal/knew.h - whether it was clear what a peer is.
 *
 * Peers think their title says more than it does (R4). So the person is asked,
 * once, after the two met; the peer is told only when it is worth saying again.
 * Nothing is counted, and no one is rated by it.
 */
#ifndef SIGNAL_KNEW_H
#define SIGNAL_KNEW_H

#include "people/people.h"

/* Stored: append only. */
enum knew { KNEW_SKIPPED, KNEW_YES, KNEW_NO, KNEW_UNSURE, KNEW_ANSWERS };

/* The peer she who acts is to be asked about: one who walks with her, whom she
 * met, and about whom she was not asked. first "": none. Owns: cx->mem. */
MUST_CHECK bool knew_to_ask(struct ctx *cx, struct person *peer);

/* What she says; skipped: that she was asked is kept, and nothing else. An
 * answer may be changed. Errors: ERR_INVALID "knew"; ERR_NOTFOUND: no such peer
 * walks with her. */
MUST_CHECK bool knew_answer(struct ctx *cx, struct person_id peer,
                            enum knew answer);

/* To the peer who acts: it was not clear to this person, and the peer has not
 * said since that they told it again. Errors: ERR_NOTFOUND. */
MUST_CHECK bool knew_is_unclear(struct ctx *cx, struct person_id whose,
                                bool *yes);
MUST_CHECK bool knew_told(struct ctx *cx, struct person_id whose);

#endif
