#include "frame/notes.h"

#include "db/db.h"

static void add(struct ctx *cx, struct note note)
{
    if (!cx->notes)
        cx->notes = ARENA_NEW(cx->mem, struct notes);
    *LIST_PUSH(cx->mem, cx->notes) = note;
}

void note_first(struct ctx *cx, bool (*write)(struct ctx *, void *), void *what)
{
    add(cx, (struct note){write, what, true, false});
}

void note_later(struct ctx *cx, bool (*write)(struct ctx *, void *), void *what)
{
    add(cx, (struct note){write, what, false, false});
}

void note_always(struct ctx *cx, bool (*write)(struct ctx *, void *),
                 void *what)
{
    add(cx, (struct note){write, what, false, true});
}

void notes_failed(struct ctx *cx)
{
    const struct notes *all = cx->notes;

    cx->notes = NULL;
    for (size_t i = 0; all && i < all->n; i++)
        if (all->at[i].always)
            add(cx, all->at[i]);
}

/* In a part of its own, so that what must be written is not lost with it. */
static bool write_if_it_goes(struct ctx *cx, const struct note *n)
{
    if (!db_savepoint(cx))
        return false;
    if (n->write(cx, n->what))
        return db_release(cx);
    db_revert(cx);
    ctx_forgive(cx);
    return true;
}

bool notes_write(struct ctx *cx)
{
    for (size_t i = 0; cx->notes && i < cx->notes->n; i++) {
        const struct note *n = &cx->notes->at[i];
        if (!(n->must ? n->write(cx, n->what) : write_if_it_goes(cx, n)))
            return false;
    }
    cx->notes = NULL;
    return true;
}
