/* To stretch a password takes 64 MB and 70 ms, so that guessing does not pay;
 * of two thousand tests it took a third. The linker puts these in the place of
 * libsodium's (--wrap in meson.build): they see that no less was asked for than
 * in life, and then take the least there is. */
#include "keys/stretch_test.h"

#include <sodium.h>

#include "base/test.h"

static bool in_life;

void stretch_as_in_life(void)
{
    in_life = true;
}

/* RFC 9106, the second of its choices. */
static void sees_cost(unsigned long long ops, size_t memory)
{
    cr_assert(ops >= 3 && memory >= 64 << 20);
}

/* The names are the linker's. */
int __real_crypto_pwhash(unsigned char *out, unsigned long long n,
                         const char *words, unsigned long long words_n,
                         const unsigned char *salt, unsigned long long ops,
                         size_t memory, int algorithm);
int __wrap_crypto_pwhash(unsigned char *out, unsigned long long n,
                         const char *words, unsigned long long words_n,
                         const unsigned char *salt, unsigned long long ops,
                         size_t memory, int algorithm);
int __real_crypto_pwhash_str(char *out, const char *words,
                             unsigned long long words_n, unsigned long long ops,
                             size_t memory);
int __wrap_crypto_pwhash_str(char *out, const char *words,
                             unsigned long long words_n, unsigned long long ops,
                             size_t memory);

int __wrap_crypto_pwhash(unsigned char *out, unsigned long long n,
                         const char *words, unsigned long long words_n,
                         const unsigned char *salt, unsigned long long ops,
                         size_t memory, int algorithm)
{
    sees_cost(ops, memory);
    return __real_crypto_pwhash(out, n, words, words_n, salt,
                                in_life ? ops : crypto_pwhash_OPSLIMIT_MIN,
                                in_life ? memory : crypto_pwhash_MEMLIMIT_MIN,
                                algorithm);
}

int __wrap_crypto_pwhash_str(char *out, const char *words,
                             unsigned long long words_n, unsigned long long ops,
                             size_t memory)
{
    sees_cost(ops, memory);
    return __real_crypto_pwhash_str(
        out, words, words_n, in_life ? ops : crypto_pwhash_OPSLIMIT_MIN,
        in_life ? memory : crypto_pwhash_MEMLIMIT_MIN);
}
