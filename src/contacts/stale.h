/* contacts/stale.h - what one typed while the other changed the lines.
 *
 * A page holds the lines of one revision ("seen") and, beside each, how it read
 * then ("was-1"). When the lines are others by now, the page shows those, and
 * apart from them what the actor had typed: only what they changed themselves,
 * so that a line the other took out does not come back on it.
 */
#ifndef CONTACTS_STALE_H
#define CONTACTS_STALE_H

#include "contacts/view.h"

/* Sets v->stale and v->typed; v->c is as it is stored now. */
void put_typed(struct tpl *t, struct together_page *v);

/* The same of one of hers that is not there any more. */
void put_typed_apart(struct tpl *t, int64_t contact, struct typed_lines *out);

#endif
