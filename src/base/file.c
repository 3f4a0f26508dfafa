#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"

/* Standard input has no size to ask for, so a buffer grows up to max. */
static bool read_all(struct ctx *cx, FILE *in, size_t max, struct blob *out)
{
    struct buf b = buf_new(cx->mem, max);
    char part[4096];
    size_t n;

    while (!b.full && (n = fread(part, 1, sizeof part, in)) > 0)
        buf_put(&b, part, n);
    if (ferror(in))
        return fail(cx, ERR_NOTFOUND, NULL, "The file cannot be read: %s.",
                    strerror(errno));
    if (b.full)
        return fail(cx, ERR_INVALID, NULL, "This file is too big.");
    *out = (struct blob){(const unsigned char *)b.at, b.n};
    return true;
}

bool file_read(struct ctx *cx, const char *path, size_t max, struct blob *out)
{
    if (strcmp(path, "-") == 0)
        return read_all(cx, stdin, max, out);

    FILE *in = fopen(path, "rbe");
    if (!in)
        return fail(cx, ERR_NOTFOUND, NULL, "%s cannot be read: %s.", path,
                    strerror(errno));
    bool good = read_all(cx, in, max, out);
    (void)fclose(in);
    return good;
}
