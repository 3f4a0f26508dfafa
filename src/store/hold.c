/* Who serves a store holds its directory, and nothing else takes its place
 * meanwhile. The kernel forgets it with the process. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/store.h"

static void let_go(void *what)
{
    const int *dir = what;

    (void)close(*dir);
}

static bool hold(struct ctx *cx, const struct store *s, int how, bool *held)
{
    int *dir = ARENA_NEW(cx->mem, int);

    *dir = open(s->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*dir < 0)
        return fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be read: %s.", s->dir,
                    strerror(errno));
    arena_defer(cx->mem, let_go, dir);
    *held = flock(*dir, how | LOCK_NB) == 0;
    return *held || errno == EWOULDBLOCK ||
           fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be held: %s.", s->dir,
                strerror(errno));
}

bool store_hold(struct ctx *cx, const struct store *s)
{
    bool held = false;

    return hold(cx, s, LOCK_SH, &held) &&
           (held || fail(cx, ERR_CONFLICT, NULL,
                         "%s is being made anew. Please try again in a moment.",
                         s->dir));
}

bool store_hold_alone(struct ctx *cx, const struct store *s)
{
    bool held = false;

    return hold(cx, s, LOCK_EX, &held) &&
           (held || fail(cx, ERR_CONFLICT, NULL,
                         "%s is being served. Please stop that first. Nothing "
                         "was changed.",
                         s->dir));
}
