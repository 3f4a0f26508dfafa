#include <assert.h>
#include <endian.h>
#include <sodium.h>
#include <string.h>

#include "keys/keys_int.h"

/* A sealed value: version, nonce, then the padded text and its tag. */
enum {
    NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    HEAD = 1 + NONCE,
    VERSION = 1,
    COLUMN_MAX = 64, /* bytes of "table.column" */
    SHORT = 256,     /* up to here in small steps, then in steps of this */
    SHORT_STEP = 32
};

/* What binds a value to the place it stands in. */
struct bound {
    char what[16], column[COLUMN_MAX];
    uint64_t row, person;
};

static struct bound bind(struct place at)
{
    struct bound to = {.what = "beside seal 1",
                       .row = htobe64((uint64_t)at.row),
                       .person = htobe64((uint64_t)at.person.v)};

    assert(strlen(at.column) < COLUMN_MAX);
    memcpy(to.column, at.column, strlen(at.column));
    return to;
}

/* Sizes say little: a name is 32 bytes, a few words 64, a long note a multiple
 * of 256. At least one byte is added, which says where the padding begins. */
static size_t padded(size_t n)
{
    size_t step = n < SHORT ? SHORT_STEP : SHORT;

    return (n / step + 1) * step;
}

static size_t step_of(size_t padded_n)
{
    return padded_n <= SHORT ? SHORT_STEP : SHORT;
}

struct blob seal_with(struct arena *mem, const unsigned char key[KEY_BYTES],
                      struct place at, struct blob in)
{
    struct bound to = bind(at);
    size_t n = padded(in.n), full = 0;
    unsigned char *out = arena_alloc(mem, HEAD + n + TAG);
    unsigned char *text = out + HEAD;

    memcpy(text, in.at, in.n);
    (void)sodium_pad(&full, text, in.n, step_of(n), n);
    assert(full == n);
    out[0] = VERSION;
    randombytes_buf(out + 1, NONCE);
    (void)crypto_aead_xchacha20poly1305_ietf_encrypt(
        text, NULL, text, n, (const unsigned char *)&to, sizeof to, NULL,
        out + 1, key);
    return (struct blob){out, HEAD + n + TAG};
}

bool seal_bytes(struct ctx *cx, struct place at, struct blob in, struct blob *b)
{
    unsigned char key[KEY_BYTES];

    *b = (struct blob){0};
    if (!in.at)
        return true;
    if (!person_key(cx, at.person, key))
        return false;
    *b = seal_with(cx->mem, key, at, in);
    sodium_memzero(key, sizeof key);
    return true;
}

/* Into out, which has room and a NUL after it; *n: without the padding. */
static bool opened(struct place at, struct blob b,
                   const unsigned char key[KEY_BYTES], unsigned char *out,
                   size_t *n)
{
    struct bound to = bind(at);
    size_t full = b.n - HEAD - TAG;

    if (b.at[0] != VERSION ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(
            out, NULL, NULL, b.at + HEAD, b.n - HEAD,
            (const unsigned char *)&to, sizeof to, b.at + 1, key) != 0 ||
        sodium_unpad(n, out, full, step_of(full)) != 0)
        return false;
    out[*n] = '\0';
    return true;
}

bool unseal_with(struct arena *mem, const unsigned char key[KEY_BYTES],
                 struct place at, struct blob b, struct blob *out)
{
    size_t n = 0;

    *out = (struct blob){(const unsigned char *)"", 0};
    if (b.n <= HEAD + TAG)
        return false;
    unsigned char *text = arena_alloc(mem, b.n + 1);
    if (!opened(at, b, key, text, &n))
        return false;
    *out = (struct blob){text, n};
    return true;
}

bool unseal_bytes(struct ctx *cx, struct place at, struct blob b,
                  struct blob *out)
{
    unsigned char key[KEY_BYTES];

    *out = (struct blob){(const unsigned char *)"", 0};
    if (!b.at)
        return true;
    if (!person_key(cx, at.person, key))
        return false;
    if (unsealed_before(cx, at, b, out)) {
        sodium_memzero(key, sizeof key);
        return true;
    }
    bool good = unseal_with(cx->mem, key, at, b, out);
    sodium_memzero(key, sizeof key);
    if (!good)
        return fail(cx, ERR_INTERNAL, NULL,
                    "%s of row %lld of person %lld does not open: it was "
                    "changed or moved.",
                    at.column, (long long)at.row, (long long)at.person.v);
    unsealed_now(cx, at, b, *out);
    return true;
}

bool seal(struct ctx *cx, struct place at, const char *text, struct blob *b)
{
    struct blob in = {(const unsigned char *)text, text ? strlen(text) : 0};

    return seal_bytes(cx, at, in, b);
}

bool unseal(struct ctx *cx, struct place at, struct blob b, const char **text)
{
    struct blob out;
    bool good = unseal_bytes(cx, at, b, &out);

    *text = (const char *)out.at;
    return good;
}

void seal_put(struct query *q, struct place at, const char *text)
{
    struct blob b;

    if (seal(db_ctx(q), at, text, &b))
        db_put_blob(q, b);
    else
        db_break(q);
}

const char *seal_get(struct query *q, struct place at)
{
    struct blob b = db_get_blob(q);
    const char *text = "";

    if (!unseal(db_ctx(q), at, b, &text))
        db_break(q);
    return text;
}
