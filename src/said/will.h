/* said/will.h - the lines of "I will, by when" in a form that writes back. */
#ifndef SAID_WILL_H
#define SAID_WILL_H

#include "frame/req.h"
#include "said/reply.h"
#include "web/form.h"

/* One line: the fields "will-N" and "due-N" that reply_add() names. */
struct will_row {
    const char *will, *due;
    const char *label; /* a msgid */
};

void will_row_html(struct tpl *t, const struct will_row *v);

/* PROMISES_A_REPLY of them. */
void will_rows(struct tpl *t);

/* What was typed into them. Owns: rq->cx->mem. */
struct wills wills_typed(struct req *rq);

#endif
