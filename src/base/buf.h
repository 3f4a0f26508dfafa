/* base/buf.h - text being built. Held text is a plain const char *. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* Grows in an arena up to max bytes; past that, full is set and the rest is
 * dropped, so only the end needs a check. at is NUL-terminated. cap, in which
 * the NUL has its place, is never more than max + 1; of a full one it is n + 1.
 */
struct buf {
    struct arena *mem;
    char *at;
    size_t n, cap, max;
    bool full;
};

struct buf buf_new(struct arena *mem, size_t max);
void buf_put_called(struct buf *b, const char *s, size_t n); /* by buf_put() */
void buf_int(struct buf *b, int64_t n); /* in digits, "-" before it */
void buf_fmt(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

/* A page is put together of a thousand pieces: most are put without a call.
 * But a literal is put by one, as templates hold thousands. */
static inline void buf_put(struct buf *b, const char *s, size_t n)
{
    if (__builtin_constant_p(n) || n >= b->cap - b->n) {
        buf_put_called(b, s, n);
        return;
    }
    memcpy(b->at + b->n, s, n);
    b->n += n;
    b->at[b->n] = '\0';
}

static inline void buf_putc(struct buf *b, char c)
{
    if (b->cap - b->n <= 1) {
        buf_put_called(b, &c, 1);
        return;
    }
    b->at[b->n++] = c;
    b->at[b->n] = '\0';
}

static inline void buf_puts(struct buf *b, const char *s)
{
    buf_put(b, s, strlen(s));
}

#endif
