/* Any bytes as a key file: refused with a sentence, or its last line is the
 * key. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "keys/keys_int.h"

/* As any other program would say it. */
static bool holds(struct arena *mem, const unsigned char *at, size_t n,
                  const unsigned char key[KEY_BYTES])
{
    struct buf hex = buf_new(mem, 2 * KEY_BYTES + 1);
    const char *text = arena_dup_n(mem, (const char *)at, n);

    for (size_t i = 0; i < KEY_BYTES; i++)
        buf_fmt(&hex, "%02x", key[i]);
    return strcasestr(text, hex.at) != NULL;
}

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n)
{
    struct ctx cx = {.mem = arena_new(64 << 20), .actor = &actor_nobody};
    unsigned char key[KEY_BYTES];
    const int fd = memfd_create("key", 0);

    if (fd < 0 || fchmod(fd, 0600) != 0 || write(fd, at, n) != (ssize_t)n)
        abort();
    if (key_file_read(&cx, arena_fmt(cx.mem, "/proc/self/fd/%d", fd), key)) {
        if (!holds(cx.mem, at, n, key))
            abort();
    } else if (cx.err.code != ERR_INVALID || !*cx.err.text) {
        abort();
    }
    (void)close(fd);
    arena_free(cx.mem);
    return 0;
}
