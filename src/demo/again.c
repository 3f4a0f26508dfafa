#include "demo/again.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "keys/keys.h"

enum { MEMORY = 1 << 30 };

/* Refuse to touch anything but an earlier demo's files. */
static bool may_go(struct ctx *cx, const struct store *s)
{
    struct ctx look = {
        .mem = arena_new(MEMORY), .actor = cx->actor, .now = cx->now};
    struct store there = {.dir = s->dir, .key_file = s->key_file};
    bool ours = store_open(&look, &there) && there.is_demo;
    bool on_server = ours && db_names_server(there.database);

    arena_free(look.mem);
    keys_close();
    if (!ours)
        return fail(cx, ERR_CONFLICT, NULL,
                    "%s holds data that no demo made. Nothing was changed.",
                    s->dir);
    return !on_server ||
           fail(cx, ERR_CONFLICT, NULL,
                "The demo in %s is in PostgreSQL. Please name a new directory "
                "and an empty database. Nothing was changed.",
                s->dir);
}

/* Nothing of somebody's own would go with the earlier demo. */
static bool holds_nothing_else(struct ctx *cx, const char *dir)
{
    DIR *d = opendir(dir);
    const struct dirent *e = NULL;
    const char *other = NULL;

    while (d && !other && (e = readdir(d)) != NULL)
        if (e->d_name[0] != '.' && strcmp(e->d_name, "beside.conf") != 0 &&
            strncmp(e->d_name, "beside.db", 9) != 0)
            other = arena_dup(cx->mem, e->d_name);
    if (d)
        (void)closedir(d);
    return !other || fail(cx, ERR_CONFLICT, NULL,
                          "%s holds %s, which no demo made. Nothing was "
                          "changed.",
                          dir, other);
}

/* With memory of its own: its files are closed when it is done. */
static bool make(struct ctx *cx, struct store *fresh,
                 bool (*work)(struct ctx *cx, void *what), void *what)
{
    struct ctx own = {
        .mem = arena_new(MEMORY), .actor = cx->actor, .now = cx->now};
    struct store s = *fresh;
    bool done = store_make(&own, &s, work, what);

    if (!done)
        (void)fail(cx, own.err.code, NULL, "%s", own.err.text);
    arena_free(own.mem);
    keys_close();
    return done;
}

static bool moved(struct ctx *cx, const char *from, const char *to)
{
    return rename(from, to) == 0 ||
           fail(cx, ERR_UNAVAILABLE, NULL,
                "%s cannot be moved to %s: %s. Nothing was changed.", from, to,
                strerror(errno));
}

/* The old one aside, the new one and its key in its place. */
static bool change_places(struct ctx *cx, const struct store *s,
                          const struct store *fresh, const char *old)
{
    if (!moved(cx, s->dir, old))
        return false;
    if (!moved(cx, fresh->dir, s->dir)) {
        (void)rename(old, s->dir);
        return false;
    }
    if (!moved(cx, fresh->key_file, s->key_file)) {
        (void)rename(s->dir, fresh->dir);
        (void)rename(old, s->dir);
        return false;
    }
    return true;
}

static void take_away(struct ctx *cx, const char *dir)
{
    store_take_away(cx, &(struct store){.dir = dir});
    (void)rmdir(dir);
}

bool demo_again(struct ctx *cx, const struct store *s,
                bool (*work)(struct ctx *cx, void *what), void *what)
{
    struct store fresh = *s;
    const char *old = arena_fmt(cx->mem, "%s.old", s->dir);

    fresh.dir = arena_fmt(cx->mem, "%s.new", s->dir);
    fresh.key_file = arena_fmt(cx->mem, "%s.new", s->key_file);
    if (!may_go(cx, s) || !holds_nothing_else(cx, s->dir) ||
        !store_hold_alone(cx, s) || !make(cx, &fresh, work, what))
        return false;
    if (change_places(cx, s, &fresh, old)) {
        take_away(cx, old);
        return true;
    }
    take_away(cx, fresh.dir);
    (void)unlink(fresh.key_file);
    return false;
}
