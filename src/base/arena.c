#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct block {
    struct block *next;
    size_t size;
    _Alignas(max_align_t) char data[];
};

struct deferred {
    struct deferred *next;
    void (*fn)(void *);
    void *what;
};

struct arena {
    struct block *blocks; /* newest first; the last one is kept by a reset */
    struct deferred *deferred;
    char *free;
    size_t left, used, max;
};

enum { BLOCK = 64 * 1024 };

#ifdef ARENA_MALLOC
enum { one_by_one = 1 };
#else
enum { one_by_one = 0 };
#endif

static void die(const char *why)
{
    (void)fprintf(stderr, "arena: %s\n", why);
    abort();
}

struct arena *arena_new(size_t max)
{
    struct arena *a = calloc(1, sizeof *a);

    if (!a)
        die("out of memory");
    a->max = max;
    return a;
}

static void run_deferred(struct arena *a)
{
    struct deferred *d = a->deferred;

    a->deferred = NULL;
    for (; d; d = d->next)
        d->fn(d->what);
}

static void free_blocks(struct block *from, const struct block *keep)
{
    for (struct block *b = from, *next; b && b != keep; b = next) {
        next = b->next;
        free(b);
    }
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    run_deferred(a);
    free_blocks(a->blocks, NULL);
    free(a);
}

void arena_reset(struct arena *a)
{
    struct block *first = NULL;

    run_deferred(a);
    for (struct block *b = a->blocks; b && !one_by_one; b = b->next)
        if (!b->next && b->size == BLOCK)
            first = b;
    free_blocks(a->blocks, first);
    a->blocks = first;
    a->used = 0;
    a->free = first ? first->data : NULL;
    a->left = first ? BLOCK : 0;
}

bool arena_over(const struct arena *a)
{
    return a->used > a->max;
}

static void *new_block(struct arena *a, size_t n)
{
    struct block *b = n < SIZE_MAX / 2 ? malloc(sizeof *b + n) : NULL;

    if (!b)
        die("out of memory");
    b->next = a->blocks;
    b->size = n;
    a->blocks = b;
    return b->data;
}

void *arena_room(struct arena *a, size_t n)
{
    const size_t align = _Alignof(max_align_t);

    n = (n + align - 1) & ~(align - 1);
    a->used += n;
    if (one_by_one || (n > BLOCK / 4 && a->blocks))
        return new_block(a, n);
    if (n > a->left) {
        size_t size = n > BLOCK ? n : BLOCK;
        a->free = new_block(a, size);
        a->left = size;
    }
    void *p = a->free;
    a->free += n;
    a->left -= n;
    return p;
}

void *arena_alloc(struct arena *a, size_t n)
{
    return memset(arena_room(a, n), 0, n);
}

void arena_defer(struct arena *a, void (*fn)(void *), void *what)
{
    struct deferred *d = ARENA_NEW(a, struct deferred);

    *d = (struct deferred){a->deferred, fn, what};
    a->deferred = d;
}

char *arena_fmt(struct arena *a, const char *fmt, ...)
{
    char small[128];
    va_list ap, again;

    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(small, sizeof small, fmt, ap);
    va_end(ap);
    if (n < 0)
        die("bad format");
    char *s = arena_room(a, (size_t)n + 1);
    if ((size_t)n < sizeof small)
        memcpy(s, small, (size_t)n + 1);
    else
        (void)vsnprintf(s, (size_t)n + 1, fmt, again);
    va_end(again);
    return s;
}

char *arena_dup(struct arena *a, const char *s)
{
    return arena_dup_n(a, s, strlen(s));
}

char *arena_dup_n(struct arena *a, const char *s, size_t n)
{
    char *copy = arena_room(a, n + 1);

    if (n)
        memcpy(copy, s, n);
    copy[n] = '\0';
    return copy;
}

void *arena_grow(struct arena *a, void *at, size_t n, size_t *cap, size_t size)
{
    if (at && n < *cap)
        return at;
    size_t more = *cap ? *cap * 2 : 8;
    if (more > SIZE_MAX / size)
        die("list too long");
    char *bigger = arena_alloc(a, more * size);
    if (at && n)
        memcpy(bigger, at, n * size);
    *cap = more;
    return bigger;
}
