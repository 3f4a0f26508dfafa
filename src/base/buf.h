/* base/buf.h - text being built. Held text is a plain const char *. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* Grows in an arena up to max bytes; past that, full is set and the rest is
 * dropped, so only the end needs a check. at is NUL-terminated. */
struct buf {
    struct arena *mem;
    char *at;
    size_t n, cap, max;
    bool full;
};

struct buf buf_new(struct arena *mem, size_t max);
void buf_put(struct buf *b, const char *s, size_t n);
void buf_putc(struct buf *b, char c);
void buf_int(struct buf *b, int64_t n); /* in digits, "-" before it */
void buf_fmt(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

/* In the header, so that the length of a literal is known to the compiler. */
static inline void buf_puts(struct buf *b, const char *s)
{
    buf_put(b, s, strlen(s));
}

#endif
