/* Who else could read this? A data directory is one account's alone, and what
 * opens it is never in it: whoever copies the directory can open nothing. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "store/store_int.h"

bool guard_is_ours(struct ctx *cx, const char *path)
{
    struct stat st;

    if (stat(path, &st) != 0)
        return fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be read: %s.", path,
                    strerror(errno));
    return !(st.st_mode & 077) ||
           fail(cx, ERR_INVALID, NULL,
                "%s is open to others. Make it yours alone: chmod go= %s", path,
                path);
}

/* Where file is, or would be, when all links are followed. */
static bool real_path(struct ctx *cx, const char *file, const char **out)
{
    char *real = realpath(file, NULL);

    if (!real)
        return store_whole_path(cx, file, out);
    *out = arena_dup(cx->mem, real);
    free(real);
    return true;
}

bool guard_is_inside(struct ctx *cx, const struct store *s, const char *file,
                     bool *inside)
{
    const char *dir = NULL, *real = NULL;

    if (!real_path(cx, s->dir, &dir) || !real_path(cx, file, &real))
        return false;
    size_t n = strlen(dir);
    *inside = strncmp(real, dir, n) == 0 && (real[n] == '/' || real[n] == '\0');
    return true;
}

bool guard_key(struct ctx *cx, const struct store *s)
{
    const char *file = s->passphrase_file ? s->passphrase_file : s->key_file;
    bool inside = false;

    if (!guard_is_inside(cx, s, file, &inside))
        return false;
    return !inside ||
           fail(cx, ERR_INVALID, NULL,
                "%s lies in the data directory. Whoever copies that could "
                "open it. Please keep the key somewhere else.",
                file);
}
