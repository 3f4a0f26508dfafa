#include "sharing/named.h"

#include <string.h>

const char *named_words(struct arena *mem, const char *words)
{
    size_t letters = 0, n = 0;

    while (words[n] && words[n] != '\n') {
        if (((unsigned char)words[n] & 0xC0U) != 0x80U && ++letters > NAMED_MAX)
            break;
        n++;
    }
    return words[n] ? arena_fmt(mem, "%.*s…", (int)n, words)
                    : arena_dup_n(mem, words, n);
}
