/* base/file.h - a file that somebody hands over. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/ctx.h"
#include "base/text.h"

/* All of a file, at most max bytes; "-" is standard input. at is never NULL,
 * and one NUL stands behind the bytes. Owns: cx->mem.
 * Errors: ERR_NOTFOUND, it cannot be read; ERR_INVALID, it is too big. */
MUST_CHECK bool file_read(struct ctx *cx, const char *path, size_t max,
                          struct blob *out);

#endif
