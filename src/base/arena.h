/* base/arena.h - memory that is freed all at once.
 *
 * Every request, command, job and test gets one arena; everything it allocates
 * dies with it. There is no free(): a function that returns a pointer says
 * "Owns: cx->mem" and the caller never releases it. Allocation cannot fail: a
 * process that is out of memory stops with a message. An arena that passes its
 * limit goes on, but says so in arena_over(), and whoever made it (the frame,
 * for a request) answers "too much at once" instead of the result.
 *
 * A sanitizer build gives each allocation its own malloc() block, so that
 * AddressSanitizer still sees an overflow or a use after arena_free().
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* A new arena that is "over" once it holds more than max bytes. */
struct arena *arena_new(size_t max);

/* Run the deferred calls, newest first, then free everything. NULL is fine. */
void arena_free(struct arena *a);

/* As arena_free, but keep the arena and its first block for the next use. */
void arena_reset(struct arena *a);

/* True once more than max bytes were asked for since new or reset. */
bool arena_over(const struct arena *a);

/* n bytes, zeroed, aligned for any type. */
void *arena_alloc(struct arena *a, size_t n) __attribute__((returns_nonnull));

/* The same, not zeroed: for what is written at once, all of it. */
void *arena_room(struct arena *a, size_t n) __attribute__((returns_nonnull));

/* Call fn(what) when the arena is freed: for sockets, statements, secrets. */
void arena_defer(struct arena *a, void (*fn)(void *), void *what);

/* printf into the arena. The result is NUL-terminated. */
char *arena_fmt(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull(2), returns_nonnull));

char *arena_dup(struct arena *a, const char *s)
    __attribute__((returns_nonnull));

/* The first n bytes of s, NUL-terminated. */
char *arena_dup_n(struct arena *a, const char *s, size_t n)
    __attribute__((returns_nonnull));

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))

/* Grow a list { T *at; size_t n, cap; } by one zeroed item; gives its address.
 */
#define LIST_PUSH(a, list)                                             \
    ((list)->at = arena_grow((a), (list)->at, (list)->n, &(list)->cap, \
                             sizeof *(list)->at),                      \
     &(list)->at[(list)->n++])

void *arena_grow(struct arena *a, void *at, size_t n, size_t *cap, size_t size)
    __attribute__((returns_nonnull));

#endif
