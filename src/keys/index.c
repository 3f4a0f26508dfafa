#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "keys/keys_int.h"

enum { BLIND_BYTES = 16, HASH_BYTES = 32 };

/* Its own key, not the master key: it stays when the master key is changed. */
static unsigned char *index_key;

void index_hold(const unsigned char key[KEY_BYTES])
{
    index_forget();
    index_key = sodium_malloc(KEY_BYTES);
    assert(index_key);
    memcpy(index_key, key, KEY_BYTES);
    (void)sodium_mprotect_readonly(index_key);
}

void index_forget(void)
{
    sodium_free(index_key);
    index_key = NULL;
}

/* A key for each purpose, so that one use says nothing about another. */
static void keyed(unsigned char *out, size_t n, const char *purpose,
                  const char *text)
{
    unsigned char key[KEY_BYTES];

    assert(index_key);
    (void)crypto_generichash(key, sizeof key, (const unsigned char *)purpose,
                             strlen(purpose), index_key, KEY_BYTES);
    (void)crypto_generichash(out, n, (const unsigned char *)text, strlen(text),
                             key, sizeof key);
    sodium_memzero(key, sizeof key);
}

struct blob keys_blind(struct ctx *cx, const char *purpose, const char *text)
{
    unsigned char *out = arena_alloc(cx->mem, BLIND_BYTES);

    keyed(out, BLIND_BYTES, purpose, text);
    return (struct blob){out, BLIND_BYTES};
}

const char *keys_hash(struct arena *mem, const char *purpose,
                      const char *secret)
{
    unsigned char out[HASH_BYTES];

    keyed(out, sizeof out, purpose, secret);
    return text_hex(mem, out, sizeof out);
}
