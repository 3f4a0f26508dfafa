/* base/text.h - text that came from outside, and secrets made of chance. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ctx.h"

/* Bytes that are not text: sealed values, hashes, files. NULL at when n is 0.
 */
struct blob {
    const unsigned char *at;
    size_t n;
};

/* Valid UTF-8 without NUL and without control characters other than tab and
 * line ends. */
bool text_ok(const char *s, size_t n);

/* Without the space at both ends; CR LF becomes LF. Owns: mem. */
const char *text_trim(struct arena *mem, const char *s);

/* Characters (code points), not bytes. s is valid UTF-8. */
size_t text_length(const char *s);

/* What was typed into this field has room: at most so many characters. Errors:
 * ERR_INVALID field, saying how many. */
MUST_CHECK bool text_fits(struct ctx *cx, const char *field, const char *words,
                          int most);

/* Lower case and without marks, so that "José" matches "jose". Owns: mem. */
const char *text_plain(struct arena *mem, const char *s);

/* With a capital first: "people" to "People". Owns: mem. */
const char *text_capital(struct arena *mem, const char *s);

const char *text_hex(struct arena *mem, const unsigned char *b, size_t n);

/* %41 and + undone; NULL when it is broken or not text_ok(). Owns: mem. */
const char *text_url_decode(struct arena *mem, const char *s, size_t n);

/* Chance from the operating system. Never fails. */
void random_bytes(unsigned char *out, size_t n);

/* n characters (4..64) of 0-9 a-z without 0 1 i l o: for codes and tokens.
 * Owns: mem. */
const char *random_code(struct arena *mem, size_t n);

/* 256 bits as 64 hex characters. Owns: mem. */
const char *random_token(struct arena *mem);

/* 64 hex characters that say "the same" of a text, and nothing else to whoever
 * has not got the secret: a keyed hash. Owns: mem. */
const char *text_mark(struct arena *mem, const char *secret, const char *text);

/* Equal, in a time that does not tell where they differ. */
bool text_same_secret(const char *a, const char *b);

/* Wipe it in a way the compiler keeps. */
void secret_forget(void *at, size_t n);

/* Whether s, its spaces, case and marks apart, is a run of signs ("12345678"),
 * a row of keys ("qwertyui") or one piece again and again ("adminadmin"): what
 * a secret is not. mem: for working. */
bool text_is_pattern(struct arena *mem, const char *s);

#endif
