/* contacts/contacts_int.h - what the files of this folder share. */
#ifndef CONTACTS_CONTACTS_INT_H
#define CONTACTS_CONTACTS_INT_H

#include "contacts/contact.h"
#include "db/db.h"
#include "keys/keys.h"

/* Where the words of a line are sealed. */
struct place line_place(int64_t line, struct person_id whose);
struct place added_place(int64_t added, struct person_id whose);
struct place own_place(struct date day, struct person_id peer);

/* One of hers, with its lines. Asks nobody's leave: for callers that asked
 * may(). Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool contact_find(struct ctx *cx, struct person_id whose, int64_t id,
                             struct contact *out);

#endif
