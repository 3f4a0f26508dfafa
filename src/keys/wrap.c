#include <assert.h>
#include <endian.h>
#include <sodium.h>
#include <string.h>

#include "keys/keys_int.h"

enum {
    NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    VERSION = 1
};

static_assert(WRAP_BYTES == 1 + NONCE + KEY_BYTES + TAG, "the wrap's size");
static_assert(KEY_BYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
              "a key");

/* What binds a wrapped key to its owner. */
struct bound {
    char what[16];
    uint64_t owner;
};

static unsigned char *master;

void wrap_hold(const unsigned char key[KEY_BYTES])
{
    int started = sodium_init();

    assert(started >= 0);
    (void)started;
    wrap_forget();
    master = sodium_malloc(KEY_BYTES);
    assert(master);
    memcpy(master, key, KEY_BYTES);
    (void)sodium_mprotect_readonly(master);
}

void wrap_forget(void)
{
    sodium_free(master); /* wipes; NULL is fine */
    master = NULL;
}

void wrap_key(unsigned char out[WRAP_BYTES], const unsigned char key[KEY_BYTES],
              int64_t owner)
{
    const struct bound to = {"beside wrap 1", htobe64((uint64_t)owner)};

    assert(master);
    out[0] = VERSION;
    randombytes_buf(out + 1, NONCE);
    (void)crypto_aead_xchacha20poly1305_ietf_encrypt(
        out + 1 + NONCE, NULL, key, KEY_BYTES, (const unsigned char *)&to,
        sizeof to, NULL, out + 1, master);
}

bool unwrap_key(unsigned char key[KEY_BYTES], struct blob wrapped,
                int64_t owner)
{
    const struct bound to = {"beside wrap 1", htobe64((uint64_t)owner)};

    assert(master);
    return wrapped.n == WRAP_BYTES && wrapped.at[0] == VERSION &&
           crypto_aead_xchacha20poly1305_ietf_decrypt(
               key, NULL, NULL, wrapped.at + 1 + NONCE, KEY_BYTES + TAG,
               (const unsigned char *)&to, sizeof to, wrapped.at + 1,
               master) == 0;
}
