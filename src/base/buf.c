#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_CAP = 256, PAGE_CAP = 64 * 1024 };

struct buf buf_new(struct arena *mem, size_t max)
{
    const size_t cap = max < FIRST_CAP ? max + 1 : FIRST_CAP;
    struct buf b = {
        .mem = mem, .at = arena_room(mem, cap), .cap = cap, .max = max};

    b.at[0] = '\0';
    return b;
}

static void stop(struct buf *b)
{
    b->full = true;
    b->cap = b->n + 1;
}

/* What was outgrown stays in the arena until its end: up to the size of a page
 * it is left behind in few steps, and of long texts there are never more than
 * four times as many bytes. */
static void grow(struct buf *b, size_t n)
{
    const size_t least = b->n + n + 1;
    const size_t more = b->cap * (b->cap < PAGE_CAP ? 4 : 2);
    const size_t wish = more > least ? more : least;
    const size_t cap = wish < b->max + 1 ? wish : b->max + 1;
    char *at = arena_room(b->mem, cap);

    memcpy(at, b->at, b->n + 1);
    b->at = at;
    b->cap = cap;
}

void buf_put_called(struct buf *b, const char *s, size_t n)
{
    if (b->full || n > b->max - b->n) {
        stop(b);
        return;
    }
    if (n >= b->cap - b->n)
        grow(b, n);
    memcpy(b->at + b->n, s, n);
    b->n += n;
    b->at[b->n] = '\0';
}

void buf_int(struct buf *b, int64_t n)
{
    char digits[21];
    size_t at = sizeof digits;
    uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

    do
        digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (n < 0)
        digits[--at] = '-';
    buf_put(b, digits + at, sizeof digits - at);
}

void buf_fmt(struct buf *b, const char *fmt, ...)
{
    char small[512];
    va_list ap, again;

    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(small, sizeof small, fmt, ap);
    va_end(ap);
    if (n < 0) {
        stop(b);
    } else if ((size_t)n < sizeof small) {
        buf_put(b, small, (size_t)n);
    } else {
        char *big = arena_alloc(b->mem, (size_t)n + 1);
        (void)vsnprintf(big, (size_t)n + 1, fmt, again);
        buf_put(b, big, (size_t)n);
    }
    va_end(again);
}
