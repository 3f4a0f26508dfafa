/* base/lang_int.h - the shape of the catalogues that tools/messages makes. */
#ifndef BASE_LANG_INT_H
#define BASE_LANG_INT_H

#include <stddef.h>
#include <stdint.h>

#include "base/lang.h"

struct lang_entry {
    uint64_t hash; /* lang_hash of the msgid */
    const char *text;
};

/* Sorted by hash; n is 0 for English. */
extern const struct lang_catalog {
    const struct lang_entry *at;
    size_t n;
} lang_catalogs[LANG_COUNT];

#endif
