/* frame/notes.h - what must be on disk before an answer leaves.
 *
 * A page is read with a read-only connection; yet each look at another's words
 * is to be written down for that person, and before the words are on the wire.
 * So the reader leaves a note, and the frame has the writer thread commit the
 * notes of many requests at once, then sends the answers.
 */
#ifndef FRAME_NOTES_H
#define FRAME_NOTES_H

#include <stddef.h>

#include "base/ctx.h"

struct note {
    bool (*write)(struct ctx *cx, void *what); /* in a write transaction */
    void *what;                                /* Owns: cx->mem */
    bool must;   /* false: a failure does not keep the answer back */
    bool always; /* also when the request fails */
};

struct notes {
    struct note *at;
    size_t n, cap;
};

/* Have write(cx, what) run in a write transaction before this request's answer
 * leaves. */
void note_first(struct ctx *cx, bool (*write)(struct ctx *, void *),
                void *what);

/* The same, but the answer leaves even when it fails: for "last seen". */
void note_later(struct ctx *cx, bool (*write)(struct ctx *, void *),
                void *what);

/* The same, and also when the request fails: for who tried and was refused. */
void note_always(struct ctx *cx, bool (*write)(struct ctx *, void *),
                 void *what);

/* The request failed: forget all notes but those that are written anyway. */
void notes_failed(struct ctx *cx);

/* Write and forget all notes; cx->db must be in a write transaction. */
MUST_CHECK bool notes_write(struct ctx *cx);

#endif
