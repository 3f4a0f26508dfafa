/* visits/bring.h - what she wrote elsewhere comes into getting ready for a
 * visit: her questions from a sheet, what helps her from her list.
 */
#ifndef VISITS_BRING_H
#define VISITS_BRING_H

#include "questions/set.h"
#include "visits/visit.h"

/* Her lines stand after what she answered to the question of that section, in
 * its set; begun, if it was not. A line that is there already is not there
 * twice. Only she, for a visit that is coming. Errors: ERR_NOTFOUND;
 * ERR_INVALID "visit": it has no such question, no room, a line is too long, or
 * something typed for her waits there. */
MUST_CHECK bool bring_answers(struct ctx *cx, struct visit_id visit,
                              enum set_section section,
                              const char *const *lines, size_t n);

#endif
