#include "base/text.h"

#include <sodium.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* The shortest form only, no surrogates, at most U+10FFFF. */
static bool may_stand(uint32_t c, size_t bytes)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};

    return c >= least[bytes] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

/* Length of the UTF-8 character at s (n bytes left), 0 when it is none. */
static size_t character(const unsigned char *s, size_t n)
{
    size_t k = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;

    if (k > n || (s[0] >= 0x80 && s[0] < 0xC2) || s[0] > 0xF4)
        return 0;
    uint32_t c = k == 1 ? s[0] : s[0] & (0xFFU >> (k + 1));
    for (size_t i = 1; i < k; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (s[i] & 0x3FU);
    }
    return may_stand(c, k) ? k : 0;
}

bool text_ok(const char *s, size_t n)
{
    const unsigned char *u = (const unsigned char *)s;

    while (n > 0) {
        size_t k = character(u, n);
        bool control =
            (*u < 0x20 && *u != '\t' && *u != '\n' && *u != '\r') || *u == 0x7F;
        if (k == 0 || control)
            return false;
        u += k;
        n -= k;
    }
    return true;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

const char *text_trim(struct arena *mem, const char *s)
{
    while (is_space(*s))
        s++;
    size_t n = strlen(s);
    while (n > 0 && is_space(s[n - 1]))
        n--;
    char *out = arena_alloc(mem, n + 1);
    size_t m = 0;
    for (size_t i = 0; i < n; i++)
        if (!(s[i] == '\r' && i + 1 < n && s[i + 1] == '\n'))
            out[m++] = s[i];
    return out;
}

size_t text_length(const char *s)
{
    size_t n = 0;

    for (; *s; s++)
        n += ((unsigned char)*s & 0xC0) != 0x80;
    return n;
}

bool text_fits(struct ctx *cx, const char *field, const char *words, int most)
{
    return text_length(words) <= (size_t)most ||
           fail(cx, ERR_INVALID, field,
                "Please make it shorter: at most %d letters.", most);
}

const char *text_plain(struct arena *mem, const char *s)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = (int32_t)strlen(s), cap = 4 * n + 8, len = 0;
    UChar *a = arena_alloc(mem, (size_t)cap * sizeof *a);
    UChar *b = arena_alloc(mem, (size_t)cap * sizeof *b);
    char *out = arena_alloc(mem, (size_t)cap * 3 + 1);
    const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);

    u_strFromUTF8(a, cap, &len, s, n, &status);
    len = u_strFoldCase(b, cap, a, len, U_FOLD_CASE_DEFAULT, &status);
    len = unorm2_normalize(nfkd, b, len, a, cap, &status);
    int32_t kept = 0;
    for (int32_t i = 0; U_SUCCESS(status) && i < len; i++)
        if (u_charType(a[i]) != U_NON_SPACING_MARK)
            b[kept++] = a[i];
    u_strToUTF8(out, cap * 3, NULL, b, kept, &status);
    return U_SUCCESS(status) ? text_trim(mem, out) : s;
}

const char *text_capital(struct arena *mem, const char *s)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = (int32_t)strlen(s), len = 0;
    UChar *a = arena_alloc(mem, ((size_t)n + 1) * sizeof *a);
    char *out = arena_alloc(mem, (size_t)n * 3 + 1);

    u_strFromUTF8(a, n + 1, &len, s, n, &status);
    if (U_SUCCESS(status) && len > 0)
        a[0] = (UChar)u_toupper(a[0]);
    u_strToUTF8(out, n * 3 + 1, NULL, a, len, &status);
    return U_SUCCESS(status) ? out : s;
}

const char *text_hex(struct arena *mem, const unsigned char *b, size_t n)
{
    char *s = arena_alloc(mem, 2 * n + 1);

    return sodium_bin2hex(s, 2 * n + 1, b, n);
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The byte that "41" (n bytes left) stands for, or -1. */
static int hex_pair(const char *s, size_t n)
{
    int high = n >= 2 ? hex_digit(s[0]) : -1;
    int low = high < 0 ? -1 : hex_digit(s[1]);

    return low < 0 ? -1 : high * 16 + low;
}

const char *text_url_decode(struct arena *mem, const char *s, size_t n)
{
    char *out = arena_alloc(mem, n + 1);
    size_t m = 0;

    for (size_t i = 0; i < n; i++) {
        int c = (unsigned char)s[i];
        if (c == '+') {
            c = ' ';
        } else if (c == '%') {
            c = hex_pair(s + i + 1, n - i - 1);
            i += 2;
        }
        if (c < 0)
            return NULL;
        out[m++] = (char)c;
    }
    return text_ok(out, m) ? out : NULL;
}

void random_bytes(unsigned char *out, size_t n)
{
    randombytes_buf(out, n);
}

/* One call to the system for many letters; a byte past the last whole round of
 * letters is left out, so that each letter is as likely as another. */
const char *random_code(struct arena *mem, size_t n)
{
    static const char letters[] = "23456789abcdefghjkmnpqrstuvwxyz";
    enum { LETTERS = sizeof letters - 1, FAIR = 256 / LETTERS * LETTERS };
    unsigned char chance[64];
    char *s = arena_alloc(mem, n + 1);

    for (size_t i = 0, at = sizeof chance; i < n; at++) {
        if (at == sizeof chance) {
            random_bytes(chance, sizeof chance);
            at = 0;
        }
        if (chance[at] < FAIR)
            s[i++] = letters[chance[at] % LETTERS];
    }
    return s;
}

const char *random_token(struct arena *mem)
{
    unsigned char b[32];

    random_bytes(b, sizeof b);
    return text_hex(mem, b, sizeof b);
}

const char *text_mark(struct arena *mem, const char *secret, const char *text)
{
    unsigned char key[crypto_generichash_KEYBYTES_MAX], mark[32];

    crypto_generichash(key, sizeof key, (const unsigned char *)secret,
                       strlen(secret), NULL, 0);
    crypto_generichash(mark, sizeof mark, (const unsigned char *)text,
                       strlen(text), key, sizeof key);
    sodium_memzero(key, sizeof key);
    return text_hex(mem, mark, sizeof mark);
}

bool text_same_secret(const char *a, const char *b)
{
    size_t n = strlen(a);

    return n == strlen(b) && sodium_memcmp(a, b, n) == 0;
}

void secret_forget(void *at, size_t n)
{
    sodium_memzero(at, n);
}

/* "aaaaaaaa", "12345678", "87654321", "hgfedcba". */
static bool is_run(const char *s)
{
    int step = s[0] && s[1] ? s[1] - s[0] : 0;

    if (step < -1 || step > 1)
        return false;
    for (size_t i = 1; s[i]; i++)
        if (s[i] - s[i - 1] != step && !(s[i] == '0' && s[i - 1] == '9'))
            return false;
    return true;
}

/* "abababab", "adminadmin". */
static bool is_one_again(const char *s)
{
    size_t n = strlen(s);

    for (size_t part = 1; part <= n / 2; part++)
        if (n % part == 0 && memcmp(s, s + part, n - part) == 0)
            return true;
    return false;
}

bool text_is_pattern(struct arena *mem, const char *s)
{
    static const char rows[] = "1234567890 qwertyuiop asdfghjkl zxcvbnm";
    char *close = arena_dup(mem, text_plain(mem, s)), *to = close;

    for (const char *c = close; *c; c++)
        if (*c != ' ')
            *to++ = *c;
    *to = '\0';
    return is_run(close) || is_one_again(close) || strstr(rows, close);
}
