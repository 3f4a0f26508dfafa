/* Any text as a stored page: read or refused; and what was read and written
 * again is the same page. */
#include <stdlib.h>
#include <string.h>

#include "frame/actor.h"
#include "page/page.h"

enum { MOST = 32 * 1024 };

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n)
{
    struct ctx cx = {.mem = arena_new(64 << 20), .actor = &actor_nobody};
    struct page page;

    if (n > MOST)
        n = MOST;
    if (page_read(&cx, arena_dup_n(cx.mem, (const char *)at, n), &page)) {
        const char *once = page_write(&cx, &page);
        /* What is full is cut, and no page: written, it may be 64 KB. */
        if (strlen(once) < MOST) {
            if (!page_read(&cx, once, &page) ||
                strcmp(once, page_write(&cx, &page)) != 0)
                abort();
        }
    } else if (!*cx.err.text) {
        abort();
    }
    arena_free(cx.mem);
    return 0;
}
