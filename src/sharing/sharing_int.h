/* sharing/sharing_int.h - what the files of this folder share. */
#ifndef SHARING_SHARING_INT_H
#define SHARING_SHARING_INT_H

#include "base/json.h"
#include "db/db.h"
#include "frame/module.h"
#include "sharing/link.h"
#include "sharing/permission.h"

/* The name of a reader, from the next two columns: people_person.first, and
 * sharing_link.name of a link she made. "" when the reader is gone. */
const char *reader_name_get(struct query *q, int64_t reader,
                            struct person_id whose);

/* "my page": what a topic is called by the person whose it is. A msgid. */
const char *topic_words(enum topic t);

/* permission_give() for a reader that is a link; the caller has asked may(). */
MUST_CHECK bool permission_write(struct ctx *cx, struct permission *p);

/* The link it was given to is closed: it is over too. */
MUST_CHECK bool permission_over(struct ctx *cx, int64_t id);

MUST_CHECK bool sharing_export(struct ctx *cx, struct person_id p,
                               struct json_out *w);
MUST_CHECK bool sharing_erase(struct ctx *cx, struct person_id p);

#endif
