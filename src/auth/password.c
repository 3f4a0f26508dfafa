#include <ctype.h>
#include <sodium.h>
#include <string.h>

#include "auth/auth_int.h"
#include "keys/keys.h"

/* RFC 9106, second choice: 64 MB three times over; about 70 ms. */
enum { OPS = 3, MEMORY = 64 << 20, STEM_MAX = 64 };

/* What lists of stolen passwords begin with, without the digits and signs that
 * people put around them. Those under 8 letters are here for "monkey12". */
static const char *const common[] = {
    "password",   "passwort",      "passw0rd",  "qwerty",    "qwertyuiop",
    "qwertz",     "asdfgh",        "asdfghjkl", "zxcvbnm",   "abc",
    "abcd",       "abcdef",        "abcdefg",   "abcdefgh",  "iloveyou",
    "letmein",    "welcome",       "monkey",    "dragon",    "football",
    "baseball",   "basketball",    "sunshine",  "princess",  "superman",
    "batman",     "master",        "shadow",    "michael",   "jennifer",
    "jordan",     "hunter",        "trustno",   "whatever",  "starwars",
    "computer",   "internet",      "changeme",  "default",   "secret",
    "admin",      "administrator", "guest",     "login",     "test",
    "testing",    "beside",        "peer",      "recovery",  "summer",
    "winter",     "spring",        "autumn",    "january",   "october",
    "november",   "december",      "flower",    "lovely",    "charlie",
    "freedom",    "ninja",         "mustang",   "hello",     "hellohello",
    "contrasena", "tequiero",      "teamo",     "estrella",  "hola",
    "bienvenido", "mariposa",      "america",   "barcelona", "realmadrid",
};

/* In small plain letters, without what is no letter at both ends. */
static const char *stem(struct arena *mem, const char *password)
{
    const char *s = text_plain(mem, password);

    while (*s && !isalpha((unsigned char)*s))
        s++;
    size_t n = strlen(s);
    while (n > 0 && !isalpha((unsigned char)s[n - 1]))
        n--;
    return arena_dup_n(mem, s, n);
}

static bool is_common(struct ctx *cx, const char *password, const char *name)
{
    const char *s = stem(cx->mem, password);

    if (text_is_pattern(cx->mem, password) ||
        strcmp(s, stem(cx->mem, name)) == 0)
        return true;
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (strcmp(s, common[i]) == 0)
            return true;
    /* Hardly a letter in it: a date, a telephone. */
    return strlen(s) < 2;
}

bool password_check(struct ctx *cx, const char *password, const char *name)
{
    const char *text = text_trim(cx->mem, password);

    if (text_length(text) < PASSWORD_LEAST)
        return fail(cx, ERR_INVALID, "password",
                    "Please choose a password of at least %d letters.",
                    PASSWORD_LEAST);
    if (strlen(text) > PASSWORD_MAX)
        return fail(cx, ERR_INVALID, "password",
                    "Please choose a shorter password.");
    if (is_common(cx, text, name))
        return fail(cx, ERR_INVALID, "password",
                    "This one is easy to guess. Three or four words that do "
                    "not belong together work well.");
    return true;
}

/* What is hashed: without the index key, outside the store, nobody can even
 * begin to guess. */
static const char *keyed(struct ctx *cx, const char *password)
{
    return keys_hash(cx->mem, "auth.password", text_trim(cx->mem, password));
}

bool password_hash(struct ctx *cx, const char *password, const char **hash)
{
    char *out = arena_alloc(cx->mem, crypto_pwhash_STRBYTES);
    const char *in = keyed(cx, password);

    *hash = out;
    return crypto_pwhash_str(out, in, strlen(in), OPS, MEMORY) == 0 ||
           fail(cx, ERR_UNAVAILABLE, NULL,
                "There is too much to do just now. Please try again in a "
                "minute.");
}

bool password_fits(struct ctx *cx, const char *password, const char *hash)
{
    /* A real hash, of a password nobody knows. */
    static const char nobody[] =
        "$argon2id$v=19$m=65536,t=3,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    const char *in = keyed(cx, password);
    bool fits =
        crypto_pwhash_str_verify(hash ? hash : nobody, in, strlen(in)) == 0;

    return fits && hash;
}
