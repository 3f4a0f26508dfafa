/* store/keep.h - all that is kept of one person: handed out, or gone. */
#ifndef STORE_KEEP_H
#define STORE_KEEP_H

#include "base/json.h"
#include "frame/actor.h"

struct query;

/* Run one statement of a folder's erase_person, whose one parameter is the
 * person. */
MUST_CHECK bool keep_forget(struct query *q, struct person_id p);

/* Everything every folder keeps about the person, as members of the object that
 * is open in out. */
MUST_CHECK bool keep_export(struct ctx *cx, struct person_id p,
                            struct json_out *out);

/* Every row of theirs, and their data key: what is left of them in backups does
 * not open any more. In a transaction; afterwards keep_erased(). */
MUST_CHECK bool keep_erase(struct ctx *cx, struct person_id p);

/* After the commit: empty the log, and take the person out of the keyrings of
 * backups. *left lists the keyrings that could not be changed, one a line, ""
 * when all were: whoever holds them must destroy them. Owns: cx->mem.
 * Errors: ERR_UNAVAILABLE, the log is in use. */
MUST_CHECK bool keep_erased(struct ctx *cx, struct person_id p,
                            const char **left);

#endif
